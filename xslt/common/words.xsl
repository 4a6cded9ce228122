<?xml version="1.0" encoding="UTF-8"?>
<!-- Every word that an output adds of its own, by language: no other stylesheet has one.
     A new language is one more file in words/, with the same keys, and a line here and in ed:form.
     Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:include href="words/de.xsl"/>
  <xsl:include href="words/en.xsl"/>
  <xsl:include href="words/ru.xsl"/>

  <xsl:variable name="ed:words" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'de': $ed:words-de,
    'en': $ed:words-en,
    'ru': $ed:words-ru
  }"/>

  <!-- The language of the interface; English where the one that is wished has no words. -->
  <xsl:function name="ed:language" as="xs:string">
    <xsl:sequence select="if (map:contains($ed:words, $interface)) then $interface else 'en'"/>
  </xsl:function>

  <!-- A word of the interface. A key that nobody wrote down is a fault of the stylesheet. -->
  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:say-in(ed:language(), $key)"/>
  </xsl:function>

  <!-- A phrase of the interface with its gaps filled: "By {name}" and map { 'name': … }. -->
  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="facts" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="ed:filled(ed:say($key), $facts)"/>
  </xsl:function>

  <!-- A phrase in the form that its number {n} asks for: the keys end in -one, -few and -many. -->
  <xsl:function name="ed:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="facts" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="ed:say($key || '-' || ed:form($number, ed:language()),
      map:put($facts, 'n', string($number)))"/>
  </xsl:function>

  <xsl:function name="ed:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="ed:count($key, $number, map { })"/>
  </xsl:function>

  <!-- Russian counts 1, 21, 31 … as one, 2–4, 22–24 … as a few, and 11–14 with all the rest. -->
  <xsl:function name="ed:form" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="
      if (not($language = 'ru')) then (if ($number = 1) then 'one' else 'many')
      else if ($number mod 100 = (11 to 14)) then 'many'
      else if ($number mod 10 = 1) then 'one'
      else if ($number mod 10 = (2 to 4)) then 'few'
      else 'many'"/>
  </xsl:function>

  <xsl:function name="ed:say-in" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($ed:words($language)?($key), $ed:words('en')($key))[1]"/>
  </xsl:function>

  <!-- In one walk: what is put into a gap is never looked at for gaps. -->
  <xsl:function name="ed:filled" as="xs:string">
    <xsl:param name="phrase" as="xs:string"/>
    <xsl:param name="facts" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$phrase" regex="\{{([a-z]+)\}}">
        <xsl:matching-substring>
          <xsl:sequence select="$facts(regex-group(1))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- The name of a language by its code, the code itself where it is not in the table. -->
  <xsl:function name="ed:language-name" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="($ed:words(ed:language())('language-' || substring-before($code || '-', '-')), $code)[1]"/>
  </xsl:function>

  <!-- A language as a header has it: the name that our own headers write, in the words of the
       interface; a name that an editor wrote stays. -->
  <xsl:function name="ed:language-said" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="if ($written = ('', $ed:words-en('language-' || substring-before($code || '-', '-'))))
      then ed:language-name($code) else $written"/>
  </xsl:function>

  <!-- 1939-05-23 as "23 May 1939", 1939-05 as "May 1939"; what is no such date stays as it is. -->
  <xsl:function name="ed:day" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:sequence select="ed:day($iso, ed:language())"/>
  </xsl:function>

  <xsl:function name="ed:day" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="part" as="xs:string*"
        select="tokenize($iso, '-')[matches($iso, '^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$')]"/>
    <xsl:sequence select="
      if (empty($part)) then $iso
      else if (count($part) = 1) then $iso
      else if (count($part) = 2) then ed:say-in($language, 'month-' || $part[2]) || ' ' || $part[1]
      else ed:filled(ed:say-in($language, 'day-form'), map {
        'day': string(xs:integer($part[3])),
        'month': ed:say-in($language, 'month-' || $part[2] || '-after-day'),
        'year': $part[1] })"/>
  </xsl:function>
</xsl:stylesheet>
