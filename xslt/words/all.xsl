<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to the author's words: parameters, modes, serialisation; each module fills one concern.
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="lines"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/structure.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="modules/lines.xsl"/>
  <xsl:include href="modules/words.xsl"/>

  <!-- The places of the sections that are wanted, counted from 1, such as '1 3'; all, if none is named. -->
  <xsl:param name="sections" as="xs:string" select="''"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <!-- An element as lines: each string is one. -->
  <xsl:mode name="lines" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <!-- An element as words in a line: the strings follow each other without anything between. -->
  <xsl:mode name="words" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="text" encoding="UTF-8"/>
</xsl:stylesheet>
