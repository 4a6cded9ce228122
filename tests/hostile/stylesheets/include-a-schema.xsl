<!-- Imports a schema. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:import-schema schema-location="@SECRET@/canary.xsd"/>
  <xsl:template match="/">
    <out><xsl:value-of select="."/></out>
  </xsl:template>
</xsl:stylesheet>
