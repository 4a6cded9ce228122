<!-- Says something again and again. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:for-each select="1 to 1000000000"><xsl:message>and another thing</xsl:message></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
