<!-- Runs a stylesheet of another folder. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="transform(map { 'stylesheet-location': '@SECRET@/canary.xsl', 'source-node': . })?output"/></out>
  </xsl:template>
</xsl:stylesheet>
