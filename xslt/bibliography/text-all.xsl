<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography of an edition to plain text: parameters, modes, serialisation. What it takes is
     told in all.xsl. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="lines"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="modules/places.xsl"/>
  <xsl:include href="modules/lines.xsl"/>

  <!-- The language of the words that the text adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <!-- An element as blocks: each string is one, to be set apart by an empty line. -->
  <xsl:mode name="lines" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
