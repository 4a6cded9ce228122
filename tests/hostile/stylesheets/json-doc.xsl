<!-- Reads another file as JSON. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="json-doc('@SECRET@/canary.json')?word"/></out>
  </xsl:template>
</xsl:stylesheet>
