<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of contents: title, volumes, years, imprint. Mode: contents. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="contents" as="element()*">
    <xsl:apply-templates select="*" mode="contents"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="contents" as="element()">
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'contents'"/>
      <xsl:with-param name="title" as="xs:string" select="ed:edition-title(.)"/>
      <xsl:with-param name="language" as="xs:string" select="(@xml:lang, ed:language())[1]"/>
      <xsl:with-param name="below" as="element()*">
        <xsl:if test="$file/titleStmt/editor">
          <p class="correspondents">
            <xsl:text>{ed:say('edited-by', map {
              'names': string-join($file/titleStmt/editor ! ed:plain(.), ', ') })}</xsl:text>
          </p>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <xsl:call-template name="ed:volume-list"/>
        <xsl:apply-templates select="text/body/*" mode="contents"/>
      </xsl:with-param>
      <xsl:with-param name="imprint" as="element()?">
        <xsl:call-template name="ed:imprint"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div[@type = 'volume']" mode="contents" as="element()">
    <xsl:variable name="place" as="xs:integer"
        select="count(preceding-sibling::div[@type = 'volume']) + 1"/>
    <section class="volume" id="volume-{$place}">
      <h2>
        <xsl:apply-templates select="head/node()" mode="contents"/>
        <xsl:if test="not(head)">{ed:say('untitled-volume')}</xsl:if>
      </h2>
      <xsl:variable name="author" as="xs:string*" select="ed:sole-author(.)"/>
      <xsl:if test="exists($author)">
        <p class="sole-author">{ed:say('by-author', map { 'name': $author })}</p>
      </xsl:if>
      <xsl:if test="ref[@type = 'calendar']">
        <p class="lists">
          <a href="{ed:address(ref[@type = 'calendar'][1]/@target)}">{ed:say('calendar')}</a>
        </p>
      </xsl:if>
      <xsl:call-template name="ed:reference-files">
        <xsl:with-param name="of" as="element()?" select="$site/ed:site/ed:volume[$place]"/>
      </xsl:call-template>
      <xsl:if test="count(div[@type = 'year']) gt 1">
        <nav class="years" aria-label="{string-join((ed:say('years'), head ! ed:plain(.)), ', ')}">
          <xsl:for-each select="div[@type = 'year']">
            <a href="#volume-{$place}-{position()}">{(head ! ed:plain(.), ed:say('undated'))[1]}</a>
          </xsl:for-each>
        </nav>
      </xsl:if>
      <xsl:for-each select="div[@type = 'year']">
        <section class="year">
          <h3 id="volume-{$place}-{position()}">
            <xsl:apply-templates select="head/node()" mode="contents"/>
            <xsl:if test="not(head)">{ed:say('undated')}</xsl:if>
          </h3>
          <ol>
            <xsl:apply-templates select="list/item" mode="contents">
              <xsl:with-param name="author-known" as="xs:boolean" select="exists($author)"/>
            </xsl:apply-templates>
          </ol>
        </section>
      </xsl:for-each>
      <xsl:apply-templates select="* except (head, ref[@type = 'calendar'], div[@type = 'year'])" mode="contents"/>
    </section>
  </xsl:template>

  <!-- The volumes with their years, where there are several. -->
  <xsl:template name="ed:volume-list" as="element(Q{}nav)?">
    <xsl:variable name="volumes" as="element(div)*" select="text/body/div[@type = 'volume']"/>
    <xsl:if test="count($volumes) gt 1">
      <nav aria-label="{ed:say('volumes')}">
        <ul class="volumes">
          <xsl:for-each select="$volumes">
            <li>
              <a href="#volume-{position()}">{(head ! ed:plain(.), ed:say('untitled-volume'))[1]}</a>
              <xsl:text> </xsl:text>
              <span class="extent">{ed:extent(.)}</span>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- "1936–1938, 12 documents" -->
  <xsl:function name="ed:extent" as="xs:string">
    <xsl:param name="volume" as="element(div)"/>
    <xsl:variable name="years" as="xs:string*"
        select="sort($volume/div[@type = 'year']/head[matches(., '^\d{4}$')] ! string(.))"/>
    <xsl:sequence select="string-join((
      string-join(distinct-values(($years[1], $years[last()])), '–')[.],
      ed:count('documents', count($volume/div[@type = 'year']/list/item))), ', ')"/>
  </xsl:function>

  <xsl:function name="ed:edition-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="if ($tei/teiHeader/fileDesc/titleStmt/title) then ed:title($tei)
      else ed:say('untitled-edition')"/>
  </xsl:function>

  <!-- The author of all documents of a volume; nobody where several wrote them. -->
  <xsl:function name="ed:sole-author" as="xs:string?">
    <xsl:param name="volume" as="element(div)"/>
    <xsl:variable name="authors" as="xs:string*"
        select="distinct-values($volume/div[@type = 'year']//item ! string-join(persName[@role = 'author'] ! ed:plain(.), '; '))"/>
    <xsl:sequence select="$authors[count($authors) = 1][.]"/>
  </xsl:function>

  <xsl:template name="ed:imprint" as="element()?">
    <xsl:variable name="made" as="element(publicationStmt)?"
        select="teiHeader/fileDesc/publicationStmt"/>
    <xsl:variable name="published" as="xs:string" select="string-join(
      ($made/publisher ! ed:plain(.), $made/date ! ed:plain(.))[.], ', ')"/>
    <xsl:variable name="licence" as="element(licence)?" select="$made/availability/licence[1]"/>
    <xsl:if test="$published or $licence or $made/p or exists(ed:imprint-line())">
      <footer class="imprint">
        <xsl:sequence select="ed:imprint-line()"/>
        <xsl:for-each select="$made/p">
          <p>
            <xsl:sequence select="@xml:lang[not(. = ed:language())] ! ed:lang(.)"/>
            <xsl:text>{ed:plain(.)}</xsl:text>
          </p>
        </xsl:for-each>
        <xsl:if test="$published">
          <p>{$published}</p>
        </xsl:if>
        <xsl:for-each select="$licence">
          <p>
            <xsl:choose>
              <xsl:when test="ed:address(@target)">
                <a rel="license" href="{ed:address(@target)}">{(ed:plain(.)[.], @target)[1]}</a>
              </xsl:when>
              <xsl:otherwise>{ed:plain(.)}</xsl:otherwise>
            </xsl:choose>
          </p>
        </xsl:for-each>
      </footer>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="contents" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="contents" as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="contents" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <span class="unhandled" title="{ed:say('unhandled')} {name()}">
      <xsl:apply-templates mode="contents"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
