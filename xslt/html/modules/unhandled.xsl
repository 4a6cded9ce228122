<?xml version="1.0" encoding="UTF-8"?>
<!-- What no other module takes, in all modes: text, comments, and the element nobody thought of. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="html page-mark note-body details" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="html page-mark note-body details"
      as="empty-sequence()"/>

  <!-- Where no words stand beside it, as beside the cell of a table, it is kept apart by a space. -->
  <xsl:template match="*" mode="html page-mark note-body details" priority="-10" as="node()+">
    <xsl:call-template name="ed:name-unhandled"/>
    <span title="{ed:say('unhandled')} {name()}">
      <xsl:sequence select="ed:attributes(., 'unhandled')[not(name() = 'title')]"/>
      <xsl:apply-templates mode="html"/>
    </span>
    <xsl:if test="not(../text()[normalize-space()])">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
