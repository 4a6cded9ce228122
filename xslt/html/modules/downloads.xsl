<?xml version="1.0" encoding="UTF-8"?>
<!-- Taking the document away: its TEI and text, which lie beside its page; with script, paper and the
     reader's own way of passing on an address. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:downloads" as="element(Q{}section)?">
    <xsl:if test="$site/ed:site/ed:file">
      <section class="downloads" id="{ed:free-id('downloads', .)}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <h2>{ed:say('downloads')}</h2>
        <p class="files">
          <xsl:for-each select="$site/ed:site/ed:file">
            <a href="{@href}" download="{@file}">{ed:say('download-' || @kind)}</a>
          </xsl:for-each>
        </p>
        <template data-use-buttons="">
          <button type="button" data-print="">{ed:say('print')}</button>
          <button type="button" data-share="" data-address="{$site/ed:site/@address}">{ed:say('share')}</button>
        </template>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
