<!-- Includes a link that leads to another folder. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:include href="link.xsl"/>
</xsl:stylesheet>
