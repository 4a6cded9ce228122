<!-- Never ends being compiled. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:param name="sum" static="yes" select="count(for $a in 1 to 2000000000 return (1 to 2000000000)[. = $a + 7])"/>
  <xsl:template match="/">
    <out><xsl:value-of select="$sum"/></out>
  </xsl:template>
</xsl:stylesheet>
