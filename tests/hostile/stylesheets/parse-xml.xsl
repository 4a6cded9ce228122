<!-- Has a document parsed that reads another file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM &quot;@SECRET@/canary.txt&quot;>]>&lt;a>&amp;x;&lt;/a>')"/></out>
  </xsl:template>
</xsl:stylesheet>
