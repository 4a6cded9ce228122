<!-- Makes a page that never ends. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:for-each select="1 to 1000000000"><p>page after page after page</p></xsl:for-each></out>
  </xsl:template>
</xsl:stylesheet>
