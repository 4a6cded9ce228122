<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the search, and what it says where it cannot search. Mode: search.
     Its policy is that of all pages: a script may import modules of the site, and Pagefind fetches its
     index and runs its WebAssembly in a worker, which has a policy of its own. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="search" as="element()*">
    <xsl:apply-templates select="*" mode="search"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="search" as="element()">
    <xsl:variable name="edition" as="xs:string?"
        select="teiHeader/fileDesc/titleStmt/title[normalize-space()][1] ! ed:plain(.)"/>
    <html lang="{ed:language()}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$ed:policy}"/>
        <meta charset="utf-8"/>
        <title>{string-join((ed:say('search'), $edition), ' · ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:call-template name="ed:assets">
          <xsl:with-param name="for" as="xs:string" select="'search'"/>
        </xsl:call-template>
      </head>
      <body class="search-page">
        <header class="ways">
          <nav class="trail" aria-label="{ed:say('trail')}">
            <a href="{$home}">{ed:say('contents')}</a>
            <span class="step">{ed:say('search')}</span>
          </nav>
          <xsl:call-template name="ed:tools"/>
        </header>
        <main id="text">
          <header class="title-page">
            <p class="volume">{$edition}</p>
            <h1>{ed:say('search')}</h1>
          </header>
          <noscript>
            <p class="search-message">{ed:say('search-needs-script')}</p>
          </noscript>
          <p class="search-message" data-search-says="file" hidden="hidden">
            <xsl:text>{ed:say('search-needs-server')} </xsl:text>
            <code>{ed:say('search-server-command')}</code>
          </p>
          <p class="search-message" data-search-says="failed" role="alert" hidden="hidden">
            <xsl:text>{ed:say('search-failed')}</xsl:text>
          </p>
          <xsl:call-template name="ed:search-form"/>
          <xsl:call-template name="ed:search-results"/>
        </main>
        <xsl:call-template name="ed:windows"/>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
