<!-- Loads a module of another language from elsewhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <out><xsl:value-of select="exists(load-xquery-module('urn:x', map { 'location-hints': '@SECRET@/canary.xq' }))"/></out>
  </xsl:template>
</xsl:stylesheet>
