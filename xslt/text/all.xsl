<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to text: parameters, modes, serialisation; each module fills one concern.
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="blocks"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/structure.xsl"/>
  <xsl:include href="../common/notes.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="modules/document.xsl"/>
  <xsl:include href="modules/blocks.xsl"/>
  <xsl:include href="modules/words.xsl"/>

  <!-- The language of the words that the text adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <!-- An element as blocks: each string is one, to be set apart by an empty line. -->
  <xsl:mode name="blocks" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>
  <!-- An element as words in a line: the strings follow each other without anything between. -->
  <xsl:mode name="words" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>

  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
