<?xml version="1.0" encoding="UTF-8"?>
<!-- Below the text: what is known of the document, and how its text was made. Modes: html, details. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:details" as="element(Q{}section)">
    <xsl:variable name="header" as="element(teiHeader)?" select="teiHeader"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$header/fileDesc"/>
    <xsl:variable name="place" as="element(msIdentifier)?"
        select="($file/sourceDesc//msIdentifier)[1]"/>
    <!-- The pages say these in the language of the text. -->
    <xsl:variable name="spoken" as="xs:string" select="ed:page-language(.)"/>
    <section class="details">
      <xsl:sequence select="ed:interface-language(.)"/>
      <h2>{ed:say('details')}</h2>
      <dl>
        <xsl:sequence select="
          ed:row('title', ed:title(.), $spoken),
          ed:row('kind', @type[. = ('diary-entry', 'letter', 'conversation')] ! ed:say(.)),
          ed:row('author', ed:authors(.)),
          ed:row('recipient', ed:recipients(.)),
          ed:row('date', ed:dated(.)),
          ed:row('volume', ed:volume(.), $spoken),
          ed:row('pages', ed:pages(.)),
          ed:row('repository', $place/repository ! ed:plain(.)),
          ed:row('shelfmark', $place/idno ! ed:plain(.)),
          ed:row('keywords', string-join($header/profileDesc/textClass/keywords//term ! ed:plain(.)[.], ', '), $spoken),
          ed:row('abstract', $header/profileDesc/abstract ! (if (p) then p else .) ! ed:plain(.), $spoken),
          ed:row('languages', string-join($header/profileDesc/langUsage/language
            ! ed:language-said(string(@ident), ed:plain(.)), ', ')),
          ed:row('archive', $file/sourceDesc/bibl[@type = 'digital'] ! ed:plain(.)),
          ed:row('editor', $file/titleStmt/editor ! ed:plain(.))"/>
        <xsl:apply-templates select="$file/publicationStmt" mode="details"/>
      </dl>
      <xsl:call-template name="ed:making"/>
    </section>
  </xsl:template>

  <!-- A row of the list; none where nothing is known. -->
  <xsl:function name="ed:row" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="ed:row($key, $values, ed:language())"/>
  </xsl:function>

  <xsl:function name="ed:row" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="ed:described($key, $values ! ed:value(., $language))"/>
  </xsl:function>

  <xsl:function name="ed:described" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="element(Q{}dd)*"/>
    <xsl:if test="exists($values)">
      <div>
        <dt>{ed:say($key)}</dt>
        <xsl:sequence select="$values"/>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:value" as="element(Q{}dd)?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="$value">
      <dd>
        <xsl:sequence select="ed:other-language($language)"/>
        <xsl:text>{$value}</xsl:text>
      </dd>
    </xsl:if>
  </xsl:function>

  <!-- The language of a sentence in the header: the one it declares; else English where our program
       wrote the header, and in other people's that of the text. -->
  <xsl:function name="ed:header-language" as="xs:string">
    <xsl:param name="said" as="element()"/>
    <xsl:variable name="header" as="element(teiHeader)" select="$said/ancestor::teiHeader[1]"/>
    <xsl:sequence select="($said/ancestor-or-self::*[. >> $header or . is $header]/@xml:lang[normalize-space()]
      ! string(.), 'en'[$header/encodingDesc/appInfo/application/@ident = 'converter'],
      ed:page-language($header/..))[1]"/>
  </xsl:function>

  <xsl:template match="publicationStmt" mode="details" as="element()*">
    <xsl:variable name="licence" as="element()*" select="availability/(licence | p)"/>
    <xsl:sequence select="ed:described('publication', (
      p ! ed:value(ed:plain(.), ed:header-language(.)),
      (string-join((publisher, authority, distributor, date) ! ed:plain(.)[.], ', '),
       idno[@type = 'URI'] ! ed:plain(.)) ! ed:value(., ed:language())))"/>
    <xsl:sequence select="ed:described('licence', $licence ! ed:licence(.))"/>
  </xsl:template>

  <xsl:function name="ed:licence" as="element(Q{}dd)?">
    <xsl:param name="licence" as="element()"/>
    <xsl:variable name="address" as="xs:string?" select="ed:address($licence/@target)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <dd>
          <a rel="license" href="{$address}">{(ed:plain($licence)[.], $address)[1]}</a>
        </dd>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:value(ed:plain($licence), if ($licence/self::p)
          then ed:header-language($licence) else ed:language())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template name="ed:making" as="element()*">
    <xsl:variable name="principles" as="element()*" select="teiHeader/encodingDesc/editorialDecl//p"/>
    <xsl:variable name="hands" as="element()*" select="teiHeader/fileDesc/titleStmt/respStmt"/>
    <xsl:if test="exists($principles)">
      <h2>{ed:say('made')}</h2>
      <div class="making">
        <xsl:for-each select="$principles">
          <p>
            <xsl:sequence select="ed:other-language(ed:header-language(.))"/>
            <xsl:text>{ed:plain(.)}</xsl:text>
          </p>
        </xsl:for-each>
        <xsl:for-each select="$hands[resp and *[not(self::resp)]]">
          <p>
            <xsl:sequence select="ed:other-language(ed:header-language(.))"/>
            <xsl:text>{string-join(resp ! ed:plain(.), ', ')}: </xsl:text>
            <xsl:text>{string-join((* except resp) ! ed:plain(.), ', ')}</xsl:text>
          </p>
        </xsl:for-each>
        <xsl:for-each select="teiHeader/encodingDesc/appInfo/application">
          <p>
            <xsl:text>{ed:say('software')}: {(label ! ed:plain(.), @ident)[1]} {@version}</xsl:text>
          </p>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
