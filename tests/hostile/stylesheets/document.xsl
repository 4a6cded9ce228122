<!-- Reads another file in the manner of XSLT 1.0. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="document('@SECRET@/canary.xml')"/></out>
  </xsl:template>
</xsl:stylesheet>
