<!-- Writes a file where it is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:result-document href="written.xml"><out/></xsl:result-document>
    <xsl:result-document href="../secret/canary.xml"><out/></xsl:result-document>
  </xsl:template>
</xsl:stylesheet>
