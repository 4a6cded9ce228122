<!-- Reads another file as text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="unparsed-text('@SECRET@/canary.txt')"/></out>
  </xsl:template>
</xsl:stylesheet>
