<!-- Includes what is written in an address. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:include href="data:application/xslt+xml,%3Cxsl:stylesheet%20version='3.0'%20xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/%3E"/>
  <xsl:template match="/">
    <out><xsl:value-of select="unparsed-text('@SECRET@/canary.txt')"/></out>
  </xsl:template>
</xsl:stylesheet>
