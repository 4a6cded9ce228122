<!-- Never ends. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:for-each select="1 to 2000000000">
      <xsl:iterate select="1 to 2000000000"><xsl:if test=". lt 0">x</xsl:if></xsl:iterate>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
