<?xml version="1.0" encoding="UTF-8"?>
<!-- What the head says to programs: to Zotero (a part of a book), to search engines (schema.org), to
     those who show a card for a link. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:meta" as="element()*">
    <xsl:call-template name="ed:canonical"/>
    <xsl:for-each select="$site/ed:site/ed:citation">
      <link rel="alternate" type="{@type}" href="{@href}" title="{@name}"/>
    </xsl:for-each>
    <xsl:sequence select="ed:meta('description', ed:description(.))"/>
    <xsl:if test="ed:printed-volume(.)">
      <xsl:call-template name="ed:meta-for-citing"/>
    </xsl:if>
    <xsl:call-template name="ed:card"/>
    <!-- Data, which no browser runs. A "<" in it is written so that it cannot end the element. -->
    <script type="application/ld+json">
      <xsl:sequence select="serialize(ed:linked-data(.), map { 'method': 'json', 'escape-solidus': false() })
        => replace('&lt;', '\\u003c')"/>
    </script>
  </xsl:template>

  <!-- citation_inbook_title, not citation_book_title: Zotero takes the latter for a journal. A date is
       that of the volume, never the day on which the document was written. -->
  <xsl:template name="ed:meta-for-citing" as="element()*">
    <xsl:variable name="volume" as="element(monogr)?"
        select="(teiHeader/fileDesc/sourceDesc//monogr)[1]"/>
    <xsl:variable name="pages" as="element(biblScope)?"
        select="$volume/(imprint/biblScope | biblScope)[@unit = 'page'][1]"/>
    <xsl:sequence select="
      ed:meta('citation_title', ed:title(.)),
      ed:author-elements(.) ! ed:meta('citation_author', ed:inverted(.)),
      ed:meta('citation_inbook_title', ed:printed-volume(.)),
      $volume/editor ! ed:meta('citation_editor', ed:inverted(.)),
      ed:meta('citation_publication_date', $volume/imprint/date[1]/(@when, string())[normalize-space()][1]),
      ed:meta('citation_publisher', $volume/imprint/publisher[1] ! ed:plain(.)),
      ed:meta('citation_firstpage', $pages/@from),
      ed:meta('citation_lastpage', $pages/@to),
      ed:meta('citation_language', @xml:lang),
      ed:meta('citation_public_url', $site/ed:site/@address),
      teiHeader/profileDesc/textClass/keywords//term ! ed:meta('citation_keywords', ed:plain(.))"/>
  </xsl:template>

  <xsl:template name="ed:card" as="element()*">
    <xsl:variable name="edition" as="xs:string?" select="$site/ed:site/@edition/string()"/>
    <xsl:sequence select="
      ed:card-line('og:type', 'article'),
      ed:card-line('og:title', ed:title-with-year(., ed:title(.))),
      ed:card-line('og:description', ed:description(.)),
      ed:card-line('og:site_name', ($edition[.], ed:printed-volume(.))[1]),
      ed:card-line('og:url', $site/ed:site/@address)"/>
    <meta name="twitter:card" content="summary"/>
  </xsl:template>

  <xsl:function name="ed:meta" as="element(Q{}meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="normalize-space($content)">
      <meta name="{$name}" content="{normalize-space($content)}"/>
    </xsl:if>
  </xsl:function>

  <!-- The archive's description; else who wrote it, when, and where it is printed. -->
  <xsl:function name="ed:description" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="($tei/teiHeader/profileDesc/abstract ! ed:plain(.)[.],
      string-join((ed:authors($tei), ed:dated($tei), ed:printed-volume($tei))[.], ' · '))[1]"/>
  </xsl:function>

  <!-- The volume it stands in. Where our own header names none, its source has only a stand-in. -->
  <xsl:function name="ed:printed-volume" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="($file/titleStmt/title[@type = 'sub'],
      $file[not(titleStmt/title[@type = 'main'])]/sourceDesc//monogr/title)[normalize-space()][1] ! ed:plain(.)"/>
  </xsl:function>

  <xsl:function name="ed:author-elements" as="element(author)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/author[normalize-space()]"/>
  </xsl:function>

  <!-- "Vik, Ole Andreevich", without the pseudonym that would be taken for a forename. -->
  <xsl:function name="ed:inverted" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="families" as="xs:string*" select="$name//surname ! ed:plain(.)"/>
    <xsl:variable name="given" as="xs:string*" select="$name//forename ! ed:plain(.)"/>
    <xsl:sequence select="if (exists($families))
      then string-join((string-join($families, ' '), string-join($given, ' ')[.]), ', ')
      else ed:plain($name)"/>
  </xsl:function>

  <!-- ............................................................... schema.org -->

  <xsl:function name="ed:linked-data" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="volume" as="xs:string?" select="ed:printed-volume($tei)"/>
    <xsl:variable name="pages" as="element(biblScope)?"
        select="($file/sourceDesc//biblScope[@unit = 'page'])[1]"/>
    <xsl:variable name="place" as="element(msIdentifier)?"
        select="($file/sourceDesc//msIdentifier)[1]"/>
    <xsl:sequence select="map:merge((
      map { '@context': 'https://schema.org', '@type': if ($volume) then 'Chapter' else 'CreativeWork' },
      ed:fact('name', ed:title($tei)),
      ed:fact('author', array { ed:author-elements($tei) ! ed:person(.) }[array:size(.) gt 0]),
      ed:fact('dateCreated', ed:dating($tei)/@when/string()),
      ed:fact('inLanguage', $tei/@xml:lang/string()),
      ed:fact('abstract', $tei/teiHeader/profileDesc/abstract ! ed:plain(.)),
      ed:fact('keywords', array { $tei/teiHeader/profileDesc/textClass/keywords//term ! ed:plain(.) }
        [array:size(.) gt 0]),
      ed:fact('isPartOf', $volume ! map:merge((
        map { '@type': 'Book', 'name': . },
        ed:fact('publisher', $file/sourceDesc//monogr/imprint/publisher[1] ! ed:body(.))))),
      ed:fact('pageStart', $pages/@from/string()),
      ed:fact('pageEnd', $pages/@to/string()),
      ed:fact('publisher', $file/publicationStmt/publisher[1] ! ed:body(.)),
      ed:fact('license', ($file/publicationStmt/availability/licence/@target)[ed:address(.)][1]/string()),
      ed:fact('identifier', $place/idno[1] ! ed:plain(.)),
      ed:fact('url', $site/ed:site/@address/string())))"/>
  </xsl:function>

  <!-- A fact where it is known; an empty one says nothing. -->
  <xsl:function name="ed:fact" as="map(xs:string, item())?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:if test="exists($value) and not($value instance of xs:string and not(normalize-space($value)))">
      <xsl:sequence select="map { $name: $value }"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:person" as="map(xs:string, xs:string)">
    <xsl:param name="author" as="element()"/>
    <xsl:variable name="family" as="element(surname)*" select="$author//surname"/>
    <xsl:sequence select="if ($author/orgName) then ed:body($author)
      else if ($family) then map {
        '@type': 'Person',
        'name': string-join(($author//forename, $family) ! ed:plain(.), ' '),
        'familyName': string-join($family ! ed:plain(.), ' '),
        'givenName': string-join($author//forename ! ed:plain(.), ' ') }
      else map { '@type': 'Person', 'name': ed:plain($author) }"/>
  </xsl:function>

  <xsl:function name="ed:body" as="map(xs:string, xs:string)">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="map { '@type': 'Organization', 'name': ed:plain($named) }"/>
  </xsl:function>
</xsl:stylesheet>
