<!-- Leaves our folder instead of its own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:import href="converter:html/../../../@PATH@/canary.xsl"/>
</xsl:stylesheet>
