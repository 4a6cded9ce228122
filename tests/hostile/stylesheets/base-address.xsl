<!-- Makes a plain address mean another folder. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:include href="canary.xsl" xml:base="@SECRET@/"/>
</xsl:stylesheet>
