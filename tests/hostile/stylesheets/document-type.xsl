<!DOCTYPE xsl:stylesheet [<!ENTITY canary SYSTEM "@SECRET@/canary.txt">]>
<!-- Has its own text read from another file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/"><out>&canary;</out></xsl:template>
</xsl:stylesheet>
