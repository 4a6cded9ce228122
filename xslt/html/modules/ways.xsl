<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways from a document: to the contents, its neighbours, its day in the calendar, the search. A
     script adds the way to the reader's annotations. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:ways" as="element()">
    <header class="ways">
      <xsl:sequence select="ed:interface-language(.)"/>
      <xsl:if test="$home != ''">
        <nav class="trail" aria-label="{ed:say('trail')}">
          <a href="{$home}">{ed:say('contents')}</a>
          <xsl:if test="ed:volume(.)">
            <span class="step">
              <xsl:sequence select="ed:other-language(ed:page-language(.))"/>
              <xsl:text>{ed:volume(.)}</xsl:text>
            </span>
          </xsl:if>
        </nav>
      </xsl:if>
      <xsl:call-template name="ed:neighbours">
        <xsl:with-param name="label" as="xs:string" select="ed:say('neighbours')"/>
        <xsl:with-param name="keyed" as="xs:boolean" select="true()"/>
      </xsl:call-template>
      <xsl:if test="($calendar, $search) != ''">
        <nav class="pages" aria-label="{ed:say('pages-of-edition')}">
          <xsl:if test="$calendar != ''">
            <a href="{$calendar}">{ed:say('calendar')}</a>
          </xsl:if>
          <xsl:if test="$search != ''">
            <a rel="search" href="{$search}">{ed:say('search')}</a>
          </xsl:if>
        </nav>
      </xsl:if>
      <xsl:call-template name="ed:tools"/>
    </header>
  </xsl:template>

  <!-- Above the text with the keys that do the same, and again below it, to read on. -->
  <xsl:template name="ed:neighbours" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="keyed" as="xs:boolean" select="false()"/>
    <xsl:variable name="previous" as="xs:string?" select="ed:address(@prev)"/>
    <xsl:variable name="next" as="xs:string?" select="ed:address(@next)"/>
    <xsl:if test="$previous or $next">
      <nav class="neighbours" aria-label="{$label}">
        <xsl:sequence select="ed:interface-language(.)[not($keyed)]"/>
        <xsl:if test="$previous">
          <a rel="prev" href="{$previous}">
            <xsl:sequence select="ed:key('ArrowLeft')[$keyed]"/>
            <xsl:text>{ed:say('previous')}</xsl:text>
          </a>
        </xsl:if>
        <xsl:if test="$next">
          <a rel="next" href="{$next}">
            <xsl:sequence select="ed:key('ArrowRight')[$keyed]"/>
            <xsl:text>{ed:say('next')}</xsl:text>
          </a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
