<?xml version="1.0" encoding="UTF-8"?>
<!-- The places of letters to a page: parameters, modes, serialisation; the rest is in modules/.

     What it takes is places.xml:

     TEI xml:id="places"
       teiHeader/fileDesc/titleStmt    title type="main", title type="sub"? (of the edition)
       text/body/listPlace+            one for each letter, or one for all
         head?                         the letter
         place @xml:id
           placeName+                  as the letters print it
           note type="sent"?           ref for each letter that was written there
           note type="received"?       ref for each letter that was sent there; in each ref: date or
                                       title of the document -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="places"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/policy.xsl"/>
  <xsl:include href="../common/site.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="../common/site-page.xsl"/>
  <xsl:include href="../common/lists.xsl"/>
  <xsl:include href="../html/modules/assets.xsl"/>
  <xsl:include href="../html/modules/reader.xsl"/>
  <xsl:include href="../html/modules/characters.xsl"/>
  <xsl:include href="../bibliography/modules/places.xsl"/>
  <xsl:include href="modules/page.xsl"/>

  <!-- Where the stylesheets and scripts of the page lie, as a relative prefix: "assets/". -->
  <xsl:param name="assets" as="xs:string" select="''"/>
  <!-- The address of the contents page; empty: no link to it. -->
  <xsl:param name="home" as="xs:string" select="'index.html'"/>
  <!-- The pages that the edition has beside its contents: "bibliography persons places search". -->
  <xsl:param name="lists" as="xs:string" select="''"/>
  <!-- The language of the words that the page adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- What is known of the page beside its TEI, made by the build; described in common/site.xsl. -->
  <xsl:param name="site" as="document-node()?" select="()"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words in a span. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <xsl:mode name="places" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" use-character-maps="visible"/>
</xsl:stylesheet>
