<!-- Includes a stylesheet from the network. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:include href="http://127.0.0.1:@PORT@/canary.xsl"/>
</xsl:stylesheet>
