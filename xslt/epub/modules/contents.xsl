<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents, by year, with the list of printed pages and the landmarks: what a reading system
     shows beside the book, and a reader as its first leaf. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:contents" as="element(Q{}html)">
    <xsl:variable name="book" as="element(TEI)" select="."/>
    <xsl:variable name="years" as="element(div)*" select="text/body/div[@type = 'year']"/>
    <xsl:variable name="pages" as="element(ref)*" select="text/body/div[@type = 'pages']/list/item/ref"/>
    <xsl:variable name="content" as="element()+">
      <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
        <h1 id="toc-title">{ed:say('contents')}</h1>
        <ol>
          <li><a href="title.xhtml">{ed:say('book-title-page')}</a></li>
          <xsl:choose>
            <xsl:when test="count($years) gt 1">
              <xsl:for-each select="$years">
                <li>
                  <span class="year">{(head ! ed:plain(.), ed:say('undated'))[1]}</span>
                  <ol>
                    <xsl:sequence select="list/item/ref ! ed:entry(., $book)"/>
                  </ol>
                </li>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="$years/list/item/ref ! ed:entry(., $book)"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="standOff/TEI">
            <li><a href="colophon.xhtml">{ed:say('made')}</a></li>
          </xsl:if>
        </ol>
      </nav>
      <xsl:if test="exists($pages)">
        <nav epub:type="page-list" role="doc-pagelist" id="pages" aria-labelledby="pages-title">
          <h2 id="pages-title">{ed:say('book-pages')}</h2>
          <ol>
            <xsl:for-each select="$pages">
              <li>
                <a href="{@target}">
                  <xsl:text>{string-join((ed:plain(.), @type[. = 'transcription'] ! ed:say(.)), ' · ')}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
          </ol>
        </nav>
      </xsl:if>
      <nav epub:type="landmarks" id="landmarks" aria-labelledby="landmarks-title" hidden="hidden">
        <h2 id="landmarks-title">{ed:say('book-parts')}</h2>
        <ol>
          <li><a epub:type="titlepage" href="title.xhtml">{ed:say('book-title-page')}</a></li>
          <li><a epub:type="toc" href="contents.xhtml#toc">{ed:say('contents')}</a></li>
          <li>
            <a epub:type="bodymatter" href="{$years[1]/list/item[1]/ref/@target}">
              <xsl:text>{ed:say('book-begins')}</xsl:text>
            </a>
          </li>
          <xsl:if test="standOff/TEI">
            <li><a epub:type="colophon" href="colophon.xhtml">{ed:say('made')}</a></li>
          </xsl:if>
        </ol>
      </nav>
    </xsl:variable>
    <xsl:call-template name="ed:leaf">
      <xsl:with-param name="title" as="xs:string" select="ed:say('contents')"/>
      <xsl:with-param name="kind" as="xs:string" select="'frontmatter'"/>
      <xsl:with-param name="content" as="element()+" select="$content"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="ed:entry" as="element(Q{}li)">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:param name="book" as="element(TEI)"/>
    <li>
      <a href="{$ref/@target}">
        <xsl:sequence select="$ref/title/@xml:lang ! ed:other-language(.)"/>
        <xsl:text>{ed:plain($ref/title)}</xsl:text>
      </a>
    </li>
  </xsl:function>
</xsl:stylesheet>
