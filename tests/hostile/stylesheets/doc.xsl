<!-- Reads another file as XML. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="doc('@SECRET@/canary.xml')"/></out>
  </xsl:template>
</xsl:stylesheet>
