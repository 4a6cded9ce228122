<!DOCTYPE xsl:stylesheet [<!ENTITY % more SYSTEM "http://127.0.0.1:@PORT@/more.dtd"> %more;]>
<!-- Has its document type read from the network. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/"><out></out></xsl:template>
</xsl:stylesheet>
