<!-- Has a pattern tried in all its ways. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="matches(string-join((1 to 40) ! 'a') || '!', '^(a|aa|a?)+$') or matches(string-join((1 to 90) ! 'a') || '!', '^((a+)+)+$')"/></out>
  </xsl:template>
</xsl:stylesheet>
