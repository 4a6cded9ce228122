<!-- Reads a file while it is compiled. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:param name="read" static="yes" select="unparsed-text('@SECRET@/canary.txt')"/>
  <xsl:template match="/">
    <out><xsl:value-of select="$read"/></out>
  </xsl:template>
</xsl:stylesheet>
