<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page: title, authors, editors, publisher; from what the texts were taken, and who has
     which right in them. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:book-title-page" as="element(Q{}html)">
    <xsl:variable name="book" as="element(TEI)" select="."/>
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:variable name="published" as="element(publicationStmt)" select="$file/publicationStmt"/>
    <xsl:variable name="content" as="element()+">
      <section class="book-title" epub:type="titlepage">
        <p class="authors">{string-join(ed:authors(.), ' · ')}</p>
        <h1>
          <xsl:sequence select="ed:of-the-text(.)"/>
          <xsl:text>{ed:title(.)}</xsl:text>
        </h1>
        <xsl:for-each select="$file/titleStmt/title[@type = 'sub']">
          <p class="sub">
            <xsl:sequence select="ed:of-the-text($book)"/>
            <xsl:text>{ed:plain(.)}</xsl:text>
          </p>
        </xsl:for-each>
        <xsl:if test="$file/titleStmt/editor">
          <p class="edited">
            <xsl:text>{ed:say('edited-by', map {
              'names': string-join($file/titleStmt/editor ! ed:plain(.), ', ') })}</xsl:text>
          </p>
        </xsl:if>
        <xsl:if test="$published/publisher">
          <p class="published">{string-join(($published/publisher ! ed:plain(.),
            $published/date ! ed:date-in-words(.)), ', ')}</p>
        </xsl:if>
      </section>
      <section class="imprint">
        <xsl:if test="$file/sourceDesc/bibl">
          <h2>{ed:say('book-source')}</h2>
        </xsl:if>
        <xsl:for-each select="$file/sourceDesc/bibl">
          <p>
            <xsl:sequence select="ed:of-the-text($book)"/>
            <xsl:text>{ed:plain(.)}</xsl:text>
          </p>
        </xsl:for-each>
        <xsl:if test="exists($published/availability/*)">
          <h2>{ed:say('book-rights')}</h2>
          <xsl:apply-templates select="$published/availability/*" mode="book"/>
        </xsl:if>
      </section>
    </xsl:variable>
    <xsl:call-template name="ed:leaf">
      <xsl:with-param name="title" as="xs:string" select="ed:title(.)"/>
      <xsl:with-param name="kind" as="xs:string" select="'frontmatter'"/>
      <xsl:with-param name="content" as="element()+" select="$content"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="licence | availability/p" mode="book" as="element(Q{}p)">
    <p>
      <xsl:sequence select="@xml:lang ! ed:other-language(.)"/>
      <xsl:choose>
        <xsl:when test="@target">
          <a rel="license" href="{@target}">{(ed:plain(.)[.], @target)[1]}</a>
        </xsl:when>
        <xsl:otherwise>{ed:plain(.)}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
</xsl:stylesheet>
