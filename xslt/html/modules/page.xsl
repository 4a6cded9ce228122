<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: head, ways out, title, details. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="html" as="element()*">
    <xsl:apply-templates select="*" mode="html"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="html" as="element()">
    <xsl:variable name="head" as="element(head)?" select="ed:headline(.)"/>
    <html lang="{ed:page-language(.)}" xsl:expand-text="yes">
      <xsl:call-template name="ed:page-head"/>
      <body class="{'page', ed:class(@type), 'side-by-side'[ed:is-parallel(current()/text)]}">
        <a class="skip" href="#{ed:free-id('text', .)}">
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say('skip')}</xsl:text>
        </a>
        <xsl:call-template name="ed:ways"/>
        <main id="{ed:free-id('text', .)}">
          <article>
            <xsl:call-template name="ed:title-page">
              <xsl:with-param name="head" as="element(head)?" select="$head"/>
            </xsl:call-template>
            <xsl:call-template name="ed:all-sections"/>
            <xsl:apply-templates select="* except (teiHeader, text)" mode="html"/>
          </article>
          <xsl:call-template name="ed:uncertain-places"/>
          <xsl:call-template name="ed:details"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:page-head" as="element()">
    <xsl:variable name="title" as="xs:string" select="ed:title(.)"/>
    <xsl:variable name="dated" as="xs:string?" select="ed:dated(.)"/>
    <head>
      <meta http-equiv="Content-Security-Policy" content="{$ed:policy}"/>
      <meta charset="utf-8"/>
      <title>{string-join((ed:title-with-year($title, $dated), ed:volume(.)), ' · ')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <xsl:for-each select="ed:authors(.)">
        <meta name="author" content="{.}"/>
      </xsl:for-each>
      <link rel="stylesheet" href="{$assets}edition.css"/>
      <xsl:for-each select="@prev[ed:address(.)]">
        <link rel="prev" href="{ed:address(.)}"/>
      </xsl:for-each>
      <xsl:for-each select="@next[ed:address(.)]">
        <link rel="next" href="{ed:address(.)}"/>
      </xsl:for-each>
    </head>
  </xsl:template>

  <!-- The date where the title is the beginning of it, both where the title says something else. -->
  <xsl:function name="ed:title-with-year" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="dated" as="xs:string?"/>
    <xsl:sequence select="
      if (empty($dated) or contains($title, $dated)) then $title
      else if (starts-with($dated, $title)) then $dated
      else $title || ', ' || $dated"/>
  </xsl:function>

  <xsl:template name="ed:ways" as="element()?">
    <xsl:variable name="previous" as="xs:string?" select="ed:address(@prev)"/>
    <xsl:variable name="next" as="xs:string?" select="ed:address(@next)"/>
    <xsl:if test="$home != '' or $previous or $next">
      <header class="ways">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:if test="$home != ''">
          <nav class="trail" aria-label="{ed:say('trail')}">
            <a href="{$home}">{ed:say('contents')}</a>
            <xsl:if test="ed:volume(.)">
              <span class="step">{ed:volume(.)}</span>
            </xsl:if>
          </nav>
        </xsl:if>
        <xsl:if test="$previous or $next">
          <nav class="neighbours" aria-label="{ed:say('neighbours')}">
            <xsl:if test="$previous">
              <a rel="prev" href="{$previous}">{ed:say('previous')}</a>
            </xsl:if>
            <xsl:if test="$next">
              <a rel="next" href="{$next}">{ed:say('next')}</a>
            </xsl:if>
          </nav>
        </xsl:if>
      </header>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:title-page" as="element()">
    <xsl:param name="head" as="element(head)?"/>
    <xsl:variable name="dating" as="element()?" select="ed:dating(.)"/>
    <header class="title-page">
      <xsl:if test="ed:volume(.)">
        <p class="volume">{ed:volume(.)}</p>
      </xsl:if>
      <h1>
        <xsl:choose>
          <xsl:when test="$head">
            <xsl:sequence select="$head/ancestor::*[@xml:lang][1]/@xml:lang
              [not(. = ed:page-language(root()/*))] ! ed:lang(.)"/>
            <xsl:sequence select="ed:attributes($head, ())"/>
            <xsl:sequence select="ed:marks-before($head)"/>
            <xsl:apply-templates select="$head/node()" mode="html"/>
            <xsl:sequence select="ed:doubt-mark($head)"/>
          </xsl:when>
          <xsl:otherwise>{ed:title(.)}</xsl:otherwise>
        </xsl:choose>
      </h1>
      <xsl:if test="ed:date-in-words($dating)">
        <p class="dated">
          <xsl:sequence select="ed:interface-language(.), ed:time($dating, ed:date-in-words($dating))"/>
        </p>
      </xsl:if>
      <xsl:if test="exists(ed:authors(.))">
        <p class="correspondents">
          <span class="author">{string-join(ed:authors(.), '; ')}</span>
          <xsl:if test="exists(ed:recipients(.))">
            <span class="to">
              <xsl:sequence select="ed:interface-language(.)"/>
              <xsl:text> {ed:say('to')} </xsl:text>
            </span>
            <span class="recipient">{string-join(ed:recipients(.), '; ')}</span>
          </xsl:if>
        </p>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:function name="ed:lang" as="attribute(lang)">
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="lang" select="$code"/>
  </xsl:function>
</xsl:stylesheet>
