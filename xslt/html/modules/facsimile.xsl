<?xml version="1.0" encoding="UTF-8"?>
<!-- Facsimiles: after each page's mark a link to its image; a script shows it beside the page.
     Modes: html, page-mark. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="ed:image" match="ed:image" use="@page"/>

  <xsl:function name="ed:image" as="element(ed:image)?">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="$site ! key('ed:image', $break/@n, .)[1]"/>
  </xsl:function>

  <!-- The one host whose images this page may load, for its policy. -->
  <xsl:variable name="ed:image-host" as="xs:string?"
      select="$site/ed:site/@image-host/string()[normalize-space()]"/>

  <xsl:template match="pb[ed:image(.)]" mode="page-mark" priority="5" as="element(Q{}span)">
    <span class="with-facsimile">
      <xsl:next-match/>
      <a class="facsimile-link" href="{ed:image(.)/@href}" data-facsimile="{@n}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:attribute name="aria-label" select="ed:say('facsimile-of', map { 'page': string(@n) })"/>
        <xsl:text>{ed:say('facsimile')}</xsl:text>
      </a>
    </span>
  </xsl:template>

  <!-- The frame that the script fills; without it, each link opens the image itself. -->
  <xsl:template name="ed:facsimile-frame" as="element(Q{}aside)?">
    <xsl:if test="$site/ed:site/ed:image">
      <aside class="facsimile" aria-label="{ed:say('facsimile')}" hidden="hidden" data-facsimile-frame=""
          data-of="{ed:say('facsimile-of')}" data-broken="{ed:say('facsimile-broken')}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <p class="bar">
          <span data-title=""/>
          <button type="button" data-smaller="" aria-label="{ed:say('smaller')}">−</button>
          <button type="button" data-larger="" aria-label="{ed:say('larger')}">+</button>
          <button type="button" data-close="">{ed:say('close')}</button>
        </p>
        <div class="view" tabindex="0" role="group" aria-label="{ed:say('facsimile')}" data-view=""/>
        <p class="said" role="status" data-said=""/>
      </aside>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
