<!-- Names a collation in the network. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="compare('a', 'b', 'http://127.0.0.1:@PORT@/collation')"/></out>
  </xsl:template>
</xsl:stylesheet>
