<!-- Streams another file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:source-document href="@SECRET@/canary.xml">
      <out><xsl:value-of select="."/></out>
    </xsl:source-document>
  </xsl:template>
</xsl:stylesheet>
