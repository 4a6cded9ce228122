<!-- Merges the elements of another file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/">
    <xsl:merge>
      <xsl:merge-source for-each-source="'@SECRET@/canary.xml'" select="*">
        <xsl:merge-key select="name()"/>
      </xsl:merge-source>
      <xsl:merge-action><out><xsl:value-of select="current-merge-group()"/></out></xsl:merge-action>
    </xsl:merge>
  </xsl:template>
</xsl:stylesheet>
