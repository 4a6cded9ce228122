<!-- Says what it includes in an attribute that is computed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:param name="where" static="yes" select="'@SECRET@'"/>
  <xsl:include _href="{$where}/canary.xsl"/>
</xsl:stylesheet>
