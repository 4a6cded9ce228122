<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what libraries and reading systems are told of the book, its files, their
     order. EPUB 3.3, sections 5 and D.3; the accessibility metadata are those of schema.org that EPUB
     Accessibility 1.1 asks for. That somebody certified the book is not said. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:ed="urn:edition"
    xmlns="http://www.idpf.org/2007/opf"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs ed">

  <xsl:template name="ed:package" as="element()">
    <xsl:variable name="chapters" as="element(ref)+"
        select="text/body/div[@type = 'year']/list/item/ref"/>
    <package version="3.0" unique-identifier="id" xml:lang="{ed:page-language(.)}">
      <xsl:call-template name="ed:metadata"/>
      <manifest>
        <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
        <xsl:for-each select="$chapters">
          <item id="chapter-{position()}" href="{@target}" media-type="application/xhtml+xml"/>
        </xsl:for-each>
        <xsl:if test="standOff/TEI">
          <item id="colophon" href="colophon.xhtml" media-type="application/xhtml+xml"/>
        </xsl:if>
        <item id="style" href="book.css" media-type="text/css"/>
      </manifest>
      <spine>
        <itemref idref="title"/>
        <itemref idref="contents"/>
        <xsl:for-each select="$chapters">
          <itemref idref="chapter-{position()}"/>
        </xsl:for-each>
        <xsl:if test="standOff/TEI">
          <itemref idref="colophon"/>
        </xsl:if>
      </spine>
    </package>
  </xsl:template>

  <xsl:template name="ed:metadata" as="element()">
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:variable name="published" as="element(publicationStmt)" select="$file/publicationStmt"/>
    <metadata>
      <dc:identifier id="id">{$published/idno}</dc:identifier>
      <dc:title>{string-join((ed:title(.), $file/titleStmt/title[@type = 'sub'] ! ed:plain(.)), ' · ')}</dc:title>
      <xsl:for-each select="teiHeader/profileDesc/langUsage/language">
        <dc:language>{@ident}</dc:language>
      </xsl:for-each>
      <xsl:for-each select="$file/titleStmt/author">
        <dc:creator id="author-{position()}">{ed:plain(.)}</dc:creator>
        <meta refines="#author-{position()}" property="role" scheme="marc:relators">{'aut'}</meta>
      </xsl:for-each>
      <xsl:for-each select="$file/titleStmt/editor">
        <dc:contributor id="editor-{position()}">{ed:plain(.)}</dc:contributor>
        <meta refines="#editor-{position()}" property="role" scheme="marc:relators">{'edt'}</meta>
      </xsl:for-each>
      <xsl:for-each select="$published/publisher">
        <dc:publisher>{ed:plain(.)}</dc:publisher>
      </xsl:for-each>
      <xsl:for-each select="$published/date/@when">
        <dc:date>{.}</dc:date>
      </xsl:for-each>
      <xsl:for-each select="$file/sourceDesc/bibl">
        <dc:source>{ed:plain(.)}</dc:source>
      </xsl:for-each>
      <xsl:for-each select="$published/availability/*">
        <dc:rights>{string-join((ed:plain(.)[.], @target), ', ')}</dc:rights>
      </xsl:for-each>
      <meta property="dcterms:modified">{teiHeader/revisionDesc/change/@when}</meta>
      <xsl:call-template name="ed:accessibility"/>
    </metadata>
  </xsl:template>

  <xsl:template name="ed:accessibility" as="element()+">
    <xsl:variable name="paged" as="xs:boolean" select="exists(text/body/div[@type = 'pages'])"/>
    <xsl:for-each select="teiHeader/fileDesc/sourceDesc/bibl[1][$paged]">
      <meta property="pageBreakSource">{ed:plain(.)}</meta>
    </xsl:for-each>
    <meta property="schema:accessMode">{'textual'}</meta>
    <meta property="schema:accessModeSufficient">{'textual'}</meta>
    <xsl:for-each select="'structuralNavigation', 'tableOfContents', 'readingOrder', 'ARIA',
        'displayTransformability', ('pageBreakMarkers', 'pageNavigation')[$paged]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">{'none'}</meta>
    <meta property="schema:accessibilitySummary" xml:lang="{ed:language()}">
      <xsl:text>{ed:say(if ($paged) then 'book-accessible-paged' else 'book-accessible')}</xsl:text>
    </meta>
  </xsl:template>
</xsl:stylesheet>
