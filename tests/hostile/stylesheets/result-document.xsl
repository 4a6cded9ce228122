<!-- Writes another file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:result-document href="@OUT@/written.xml"><out/></xsl:result-document>
    <out/>
  </xsl:template>
</xsl:stylesheet>
