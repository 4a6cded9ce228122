<?xml version="1.0" encoding="UTF-8"?>
<!-- Two sections side by side: which of them a reader wishes to see, and how many empty rows stand before
     each paragraph, so that rows laid out one after the other in two columns meet where p/@corresp says
     so. Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- It works without script: the stylesheet of the page asks which is chosen. -->
  <xsl:function name="ed:choice-of-sections" as="element(Q{}fieldset)">
    <xsl:param name="tei" as="element(TEI)"/>
    <fieldset class="choice-of-sections" data-remembered="sections">
      <xsl:sequence select="ed:interface-language($tei)"/>
      <legend>{ed:say('show')}</legend>
      <xsl:for-each select="'both', 'translation', 'transcription'">
        <label>
          <input type="radio" name="sections" value="{.}">
            <xsl:if test=". = 'both'">
              <xsl:attribute name="checked" select="'checked'"/>
            </xsl:if>
          </input>
          <xsl:text> {ed:say(.)}</xsl:text>
        </label>
      </xsl:for-each>
    </fieldset>
  </xsl:function>

  <!-- The stylesheet of the page spans this many rows; a longer text is not aligned. -->
  <xsl:variable name="ed:most-rows" as="xs:integer" select="900"/>

  <!-- What becomes an item of the column, in order; must agree with what the html mode writes. -->
  <xsl:function name="ed:items" as="element()*">
    <xsl:param name="division" as="element()"/>
    <xsl:for-each select="$division/*">
      <xsl:choose>
        <xsl:when test="self::div[@type = 'text']">
          <xsl:sequence select="ed:items(.)"/>
        </xsl:when>
        <xsl:when test="self::pb[ed:opens-block(.)] or self::head[ed:is-headline(.)]"/>
        <xsl:otherwise>
          <xsl:sequence select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Empty rows before a block, by generate-id; the key 'aligned' says that there are pairs at all. -->
  <xsl:function name="ed:fillers" as="map(xs:string, xs:integer)">
    <xsl:param name="left" as="element()"/>
    <xsl:param name="right" as="element()"/>
    <xsl:variable name="a" as="element()*" select="ed:items($left)"/>
    <xsl:variable name="b" as="element()*" select="ed:items($right)"/>
    <xsl:variable name="pairs" as="map(xs:string, xs:integer)*" select="ed:pairs($a, $b)"/>
    <xsl:variable name="rows" as="map(xs:string, xs:integer)*">
      <xsl:iterate select="$pairs">
        <xsl:param name="a-before" as="xs:integer" select="0"/>
        <xsl:param name="b-before" as="xs:integer" select="0"/>
        <xsl:variable name="lead" as="xs:integer" select="(?b - $b-before) - (?a - $a-before)"/>
        <xsl:choose>
          <xsl:when test="?b le $b-before">
            <xsl:next-iteration/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="
              if ($lead gt 0) then map:entry(generate-id($a[current()?a]), $lead)
              else if ($lead lt 0) then map:entry(generate-id($b[current()?b]), -$lead)
              else ()"/>
            <xsl:next-iteration>
              <xsl:with-param name="a-before" select="?a"/>
              <xsl:with-param name="b-before" select="?b"/>
            </xsl:next-iteration>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="
      if (exists($pairs) and count($a) + count($b) lt $ed:most-rows)
      then map:merge((map { 'aligned': 1 }, $rows)) else map { }"/>
  </xsl:function>

  <!-- Positions of two blocks that belong together: they point at each other, whichever of them
       carries the pointer, or are the first opener, closer or postscript of both letters. -->
  <xsl:function name="ed:pairs" as="map(xs:string, xs:integer)*">
    <xsl:param name="a" as="element()*"/>
    <xsl:param name="b" as="element()*"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)" select="map:merge(
      for $place in 1 to count($b), $name in ed:targets($b[$place]) return map:entry($name, $place),
      map { 'duplicates': 'use-first' })"/>
    <xsl:for-each select="$a">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="partner" as="xs:integer?" select="(ed:targets(.) ! $places(.))[1]"/>
      <xsl:sequence select="$partner ! map { 'a': $place, 'b': . }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The names under which a block and its partner find each other. -->
  <xsl:function name="ed:targets" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="tokenize($block/@corresp), $block/@xml:id ! ('#' || .),
      $block/(self::opener | self::closer | self::postscript) ! local-name()"/>
  </xsl:function>

  <xsl:function name="ed:filling" as="element()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="fillers" as="map(xs:string, xs:integer)"/>
    <xsl:for-each select="1 to ($fillers(generate-id($node)), 0)[1]">
      <div class="filler" aria-hidden="true"></div>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
