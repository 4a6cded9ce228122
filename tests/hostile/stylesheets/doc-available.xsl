<!-- Asks whether a file exists. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="if (doc-available('@SECRET@/canary.xml')) then 'seen-4410' else ''"/></out>
  </xsl:template>
</xsl:stylesheet>
