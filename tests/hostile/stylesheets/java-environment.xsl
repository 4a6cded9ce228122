<!-- Asks Java for the environment. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sys="java:java.lang.System">
  <xsl:template match="/">
    <out><xsl:value-of select="sys:getenv('CANARY')"/></out>
  </xsl:template>
</xsl:stylesheet>
