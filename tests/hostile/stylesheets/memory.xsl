<!-- Asks for all memory there is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:variable name="all" select="fold-left(1 to 60, 'canard', function($s, $n) { $s || $s })"/>
    <out><xsl:value-of select="string-length($all), $all"/></out>
  </xsl:template>
</xsl:stylesheet>
