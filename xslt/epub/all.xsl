<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to one chapter of an EPUB: what the page of the HTML edition has, without what only a site
     can offer, in the namespace of XHTML. It imports the stylesheet of that page, so that whatever is
     said there of words, letters and lists holds here too; each module says otherwise in one concern.
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="chapter"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:import href="../html/all.xsl"/>
  <xsl:include href="modules/chapter.xsl"/>
  <xsl:include href="modules/sections.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/pages.xsl"/>
  <xsl:include href="modules/addresses.xsl"/>
  <xsl:include href="modules/xhtml.xsl"/>

  <!-- A document as a chapter of XHTML. -->
  <xsl:mode name="chapter" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>
  <!-- Elements without a namespace, put into that of XHTML. -->
  <xsl:mode name="xhtml" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" omit-xml-declaration="no" use-character-maps="visible"/>
</xsl:stylesheet>
