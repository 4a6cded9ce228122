<!-- Uses a package of another folder. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:use-package name="@SECRET@/canary.xsl"/>
  <xsl:template match="/">
    <out><xsl:value-of select="."/></out>
  </xsl:template>
</xsl:stylesheet>
