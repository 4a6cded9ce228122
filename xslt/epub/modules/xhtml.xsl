<?xml version="1.0" encoding="UTF-8"?>
<!-- What other modules make without a namespace becomes XHTML, which knows two attributes for a
     language. Mode: xhtml. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:template match="*" mode="xhtml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="@*"/>
      <xsl:if test="@lang">
        <xsl:attribute name="xml:lang" select="@lang"/>
      </xsl:if>
      <xsl:apply-templates mode="xhtml"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="xhtml" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>
</xsl:stylesheet>
