<!-- Has Java start a program. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:rt="java:java.lang.Runtime">
  <xsl:template match="/">
    <out><xsl:value-of select="rt:exec(rt:getRuntime(), 'touch @PATH@/written')"/></out>
  </xsl:template>
</xsl:stylesheet>
