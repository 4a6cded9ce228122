<!-- Imports from beside its folder, in other characters. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:import href="%2e%2e/secret/canary.xsl"/>
</xsl:stylesheet>
