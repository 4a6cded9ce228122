<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around everything that is no document: contents, lists, search, annotations. Its head, the
     ways to all others in one order, its title, who answers for it. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <!-- Every page that an edition may have beside its documents, by the names of their words. -->
  <xsl:variable name="ed:site-pages" as="xs:string+" select="
    'contents', 'bibliography', 'persons', 'places', 'calendar', 'search', 'annotations',
    'encoding'"/>

  <!-- A whole page; what is given as content goes below its title. -->
  <xsl:template name="ed:site-page" as="element(Q{}html)">
    <!-- One of $ed:site-pages. -->
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="title" as="xs:string" select="ed:say($page)"/>
    <!-- Whose page it is: the edition, the volume. -->
    <xsl:param name="above" as="xs:string?" select="()"/>
    <xsl:param name="below" as="element()*" select="()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="imprint" as="element()?">
      <xsl:call-template name="ed:site-imprint"/>
    </xsl:param>
    <!-- What a script takes from the end of the page. -->
    <xsl:param name="last" as="element()*" select="()"/>
    <xsl:param name="language" as="xs:string" select="ed:language()"/>
    <html lang="{$language}">
      <xsl:call-template name="ed:site-head">
        <xsl:with-param name="page" as="xs:string" select="$page"/>
        <xsl:with-param name="title" as="xs:string" select="string-join(($title, $above), ' · ')"/>
      </xsl:call-template>
      <body class="site-page {$page}-page">
        <xsl:call-template name="ed:site-ways">
          <xsl:with-param name="page" as="xs:string" select="$page"/>
        </xsl:call-template>
        <main>
          <header class="title-page">
            <xsl:if test="$above">
              <p class="volume">{$above}</p>
            </xsl:if>
            <h1>{$title}</h1>
            <xsl:sequence select="$below"/>
          </header>
          <xsl:sequence select="$content"/>
        </main>
        <xsl:sequence select="$imprint, $last"/>
        <xsl:call-template name="ed:windows"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:site-head" as="element(Q{}head)">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <head>
      <meta http-equiv="Content-Security-Policy" content="{$ed:policy}"/>
      <meta charset="utf-8"/>
      <title>{$title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <xsl:call-template name="ed:canonical"/>
      <xsl:if test="$site/ed:site/@address">
        <xsl:sequence select="
          ed:card-line('og:type', 'website'),
          ed:card-line('og:title', $title),
          ed:card-line('og:site_name', $site/ed:site/@edition),
          ed:card-line('og:url', $site/ed:site/@address)"/>
        <meta name="twitter:card" content="summary"/>
      </xsl:if>
      <xsl:call-template name="ed:assets">
        <xsl:with-param name="for" as="xs:string"
            select="if ($page = ('persons', 'places', 'calendar')) then 'list' else $page"/>
      </xsl:call-template>
    </head>
  </xsl:template>

  <!-- The ways to all pages that are there, and what a reader sets. A page that stands alone has none. -->
  <xsl:template name="ed:site-ways" as="element(Q{}header)">
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="folder" as="xs:string" select="replace($home, '[^/]+$', '')"/>
    <header class="ways">
      <xsl:if test="$home != ''">
        <nav class="pages" lang="{ed:language()}" aria-label="{ed:say('pages-of-edition')}">
          <xsl:for-each select="$ed:site-pages[. = ('contents', $page, tokenize($lists))]">
            <a href="{if (. = 'contents') then $home else $folder[not(current() = 'calendar')] || . || '.html'}">
              <xsl:if test=". = $page">
                <xsl:attribute name="aria-current" select="'page'"/>
              </xsl:if>
              <xsl:text>{ed:say(.)}</xsl:text>
            </a>
          </xsl:for-each>
        </nav>
      </xsl:if>
      <xsl:call-template name="ed:tools"/>
    </header>
  </xsl:template>
</xsl:stylesheet>
