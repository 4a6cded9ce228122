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
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'search'"/>
      <xsl:with-param name="above" as="xs:string?" select="$edition"/>
      <xsl:with-param name="content" as="node()*">
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
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
