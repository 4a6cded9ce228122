<!-- Reads another file by a path without a scheme. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="doc('@PATH@/canary.xml')"/></out>
  </xsl:template>
</xsl:stylesheet>
