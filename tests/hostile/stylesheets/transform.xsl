<!-- Runs another stylesheet, which reads a file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:aliased="urn:aliased"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:namespace-alias stylesheet-prefix="aliased" result-prefix="xsl"/>
  <xsl:variable name="inner">
    <aliased:stylesheet version="3.0">
      <aliased:template name="xsl:initial-template">
        <aliased:value-of select="unparsed-text('@SECRET@/canary.txt')"/>
      </aliased:template>
    </aliased:stylesheet>
  </xsl:variable>
  <xsl:template match="/">
    <out><xsl:value-of select="transform(map { 'stylesheet-text': serialize($inner) })?output"/></out>
  </xsl:template>
</xsl:stylesheet>
