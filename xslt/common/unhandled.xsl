<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said of an element that no template knows. Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <!-- Names the element by its place and ends the run, unless the caller wants it marked. -->
  <xsl:template name="ed:name-unhandled" as="empty-sequence()">
    <xsl:message terminate="{if ($on-unhandled = 'mark') then 'no' else 'yes'}"
        >{path() => replace('Q\{.*?\}', '')}: no template for {name()}</xsl:message>
  </xsl:template>
</xsl:stylesheet>
