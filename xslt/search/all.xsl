<?xml version="1.0" encoding="UTF-8"?>
<!-- The page on which an edition is searched: parameters, modes, serialisation; the rest is in modules/.

     What it takes is the TEI of the contents page (../contents/all.xsl): the volumes, years and
     authors of the documents are what a search can be narrowed to. The index and the table of
     documents lie in the folder search/ beside the page; assets/search.js asks them. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="search"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/policy.xsl"/>
  <xsl:include href="../common/site.xsl"/>
  <xsl:include href="../common/site-page.xsl"/>
  <xsl:include href="../html/modules/assets.xsl"/>
  <xsl:include href="../html/modules/reader.xsl"/>
  <xsl:include href="../html/modules/characters.xsl"/>
  <xsl:include href="modules/page.xsl"/>
  <xsl:include href="modules/form.xsl"/>
  <xsl:include href="modules/results.xsl"/>

  <!-- Where the stylesheets and scripts of the page lie, as a relative prefix: "assets/". -->
  <xsl:param name="assets" as="xs:string" select="''"/>
  <!-- The address of the contents page. -->
  <xsl:param name="home" as="xs:string" select="'index.html'"/>
  <!-- The pages that the edition has beside its contents: "bibliography persons places search". -->
  <xsl:param name="lists" as="xs:string" select="''"/>
  <!-- The language of the words that the page adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- What is known of the page beside its TEI, made by the build; described in common/site.xsl. -->
  <xsl:param name="site" as="document-node()?" select="()"/>
  <!-- What every stylesheet of a page takes; here no element is looked at that has no template. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <xsl:mode name="search" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" use-character-maps="visible"/>
</xsl:stylesheet>
