<!-- Calls itself without end. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:function name="xs:again" xmlns:xs="urn:x"><xsl:param name="n"/><xsl:sequence select="1 + xs:again($n + 1)"/></xsl:function>
  <xsl:template match="/"><out xmlns:xs="urn:x"><xsl:value-of select="xs:again(1)"/></out></xsl:template>
</xsl:stylesheet>
