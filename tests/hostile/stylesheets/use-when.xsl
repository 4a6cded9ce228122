<!-- Asks for a file while it is compiled. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out xsl:use-when="unparsed-text-available('@SECRET@/canary.txt')">seen-4410</out>
    <out xsl:use-when="doc-available('http://127.0.0.1:@PORT@/canary.xml')">seen-4410</out>
  </xsl:template>
</xsl:stylesheet>
