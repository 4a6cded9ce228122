<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the guide to the encoding: parameters, modes, serialisation. Its body was made before,
     by body-all.xsl, and goes in ready: what is made here is what differs from edition to edition.

     What it takes is one small TEI document, made in memory:

     TEI
       teiHeader/fileDesc/titleStmt    title? (of the edition) -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="guide-page"
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

  <xsl:mode name="guide-page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no"/>
</xsl:stylesheet>
