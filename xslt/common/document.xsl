<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of a document, found in our own headers and in the usual shapes of others.
     Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:plain" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="normalize-space($node)"/>
  </xsl:function>

  <xsl:function name="ed:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*"
        select="$tei/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:sequence select="(
      ($titles[@type = 'main'], $titles[not(@type)], $titles[@type = 'iso-date'], $titles)[1] ! ed:plain(.),
      ed:say('untitled'))[1]"/>
  </xsl:function>

  <!-- Where none is known our own headers have English words in its place, which are no title. -->
  <xsl:function name="ed:volume" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="(($file/titleStmt/title[@type = 'sub'], $file/sourceDesc//monogr/title)
      ! ed:plain(.))[not(. = ('', $ed:words-en('untitled-volume')))][1]"/>
  </xsl:function>

  <xsl:function name="ed:authors" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/author[normalize-space()] ! ed:plain(.)"/>
  </xsl:function>

  <xsl:function name="ed:recipients" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/profileDesc/correspDesc/correspAction[@type = 'received']
      /(persName | orgName | name)[normalize-space()] ! ed:plain(.)"/>
  </xsl:function>

  <!-- The element that dates the document: a date, or the title that is one. -->
  <xsl:function name="ed:dating" as="element()?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader"/>
    <xsl:sequence select="(
      $header/profileDesc/creation/date[@* or normalize-space()],
      $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date[@* or normalize-space()],
      $header/fileDesc/titleStmt/title[@type = 'iso-date'])[1]"/>
  </xsl:function>

  <!-- A date for people: from its attributes, so that the year is always there; else as written. -->
  <xsl:function name="ed:date-in-words" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="ed:date-in-words($date, ed:language())"/>
  </xsl:function>

  <!-- The date in the language of the interface, then in the others. -->
  <xsl:function name="ed:date-in-all-words" as="xs:string*">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="distinct-values(
      (ed:language(), sort(map:keys($ed:words))) ! ed:date-in-words($date, .))"/>
  </xsl:function>

  <xsl:function name="ed:date-in-words" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="from" as="attribute()?" select="($date/@from, $date/@notBefore)[1]"/>
    <xsl:variable name="to" as="attribute()?" select="($date/@to, $date/@notAfter)[1]"/>
    <xsl:choose>
      <xsl:when test="empty($date)"/>
      <xsl:when test="$date/@when">
        <xsl:sequence select="ed:day($date/@when, $language)"/>
      </xsl:when>
      <xsl:when test="$from or $to">
        <xsl:sequence select="string-join(($from ! ed:day(., $language), '–', $to ! ed:day(., $language)), ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:day(ed:plain($date), $language)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:dated" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="ed:date-in-words(ed:dating($tei))"/>
  </xsl:function>

  <!-- The pages in the printed volume; where only the last is known, in words, not as "–549". -->
  <xsl:function name="ed:pages" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="scope" as="element(biblScope)?"
        select="($tei/teiHeader/fileDesc/sourceDesc//biblScope[@unit = 'page'])[1]"/>
    <xsl:sequence select="
      if ($scope/@from and $scope/@to) then $scope/@from || '–' || $scope/@to
      else if ($scope/@to) then ed:say('pages-up-to') || ' ' || $scope/@to
      else $scope ! ed:plain(.)"/>
  </xsl:function>

  <!-- The address of a page made from a TEI file; nothing where an address would run a script. -->
  <xsl:function name="ed:address" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="matches($target, '^(https?|mailto):', 'i')">
        <xsl:sequence select="$target"/>
      </xsl:when>
      <xsl:when test="not(normalize-space($target)) or matches($target, '^(//|[A-Za-z][A-Za-z0-9+.-]*:)')"/>
      <xsl:otherwise>
        <xsl:sequence select="replace($target, '\.xml(#.*)?$', '.html$1')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
