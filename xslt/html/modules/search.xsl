<?xml version="1.0" encoding="UTF-8"?>
<!-- The way from a document to the search, where the edition has one. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:search-link" as="element(Q{}a)?">
    <xsl:if test="$search != ''">
      <a rel="search" href="{$search}">{ed:say('search')}</a>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
