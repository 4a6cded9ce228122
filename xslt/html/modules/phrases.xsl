<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line: insertions, remarks' neighbours, names, dates, emphasis, corrections, links.
     Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="supplied" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'supplied')"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="html"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <xsl:key name="ed:person" match="person[@xml:id]" use="@xml:id"/>

  <!-- A name leads to the person's entry in the list of persons, where the edition has one. -->
  <xsl:template match="persName[not(ancestor::ref)][ed:entry-of(.)]" mode="html" priority="1"
      as="element(Q{}a)">
    <a href="{ed:entry-of(.)}">
      <xsl:sequence select="ed:attributes(., 'persname')"/>
      <xsl:apply-templates mode="html"/>
    </a>
  </xsl:template>

  <xsl:function name="ed:entry-of" as="xs:string?">
    <xsl:param name="name" as="element(persName)"/>
    <xsl:variable name="pointer" as="xs:string?" select="
      if (starts-with($name/@ref, '#'))
      then key('ed:person', substring($name/@ref, 2), root($name))[1]/@corresp ! string(.)
      else $name/@ref ! string(.)"/>
    <xsl:sequence select="ed:address($pointer[matches(., '(^|/)persons\.xml#.')])"/>
  </xsl:function>

  <xsl:template match="persName | placeName | orgName | name | surname | forename | addName | seg | q
      | term | num | measure" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., local-name() => lower-case())"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="date" mode="html" as="element()">
    <xsl:sequence select="ed:time(., ())"/>
  </xsl:template>

  <!-- A time where its value is one that HTML knows; the words given, else the element's own. -->
  <xsl:function name="ed:time" as="element()">
    <xsl:param name="date" as="element()"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:variable name="value" as="xs:string?"
        select="($date/@when, $date/self::title)[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')][1] ! string(.)"/>
    <xsl:element name="{if ($value) then 'time' else 'span'}">
      <xsl:sequence select="ed:attributes($date, 'date')[empty($words) or name() != 'id']"/>
      <xsl:if test="$value">
        <xsl:attribute name="datetime" select="$value"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="exists($words)">{$words}</xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$date/node()" mode="html"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:function>

  <xsl:template match="emph | foreign" mode="html" as="element()">
    <xsl:element name="{if (self::emph) then 'em' else 'i'}">
      <xsl:sequence select="ed:attributes(., local-name())"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="hi" mode="html" as="element()">
    <xsl:variable name="forms" as="map(xs:string, xs:string)" select="map {
      'italic': 'i', 'italics': 'i', 'i': 'i', 'bold': 'b', 'b': 'b', 'sup': 'sup',
      'superscript': 'sup', 'sub': 'sub', 'subscript': 'sub', 'underline': 'u', 'u': 'u' }"/>
    <xsl:element name="{(tokenize(lower-case(@rend)) ! $forms(.), 'span')[1]}">
      <xsl:sequence select="ed:attributes(., ('hi', ed:class(@rend)))"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lb" mode="html" as="element(Q{}br)">
    <br/>
  </xsl:template>

  <!-- What was printed and what it should be stand side by side: neither is hidden. -->
  <xsl:template match="choice" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'choice')"/>
      <xsl:apply-templates select="sic | orig | abbr" mode="html"/>
      <xsl:for-each select="* except (sic, orig, abbr)">
        <span class="reading"> [<xsl:apply-templates select="." mode="html"/>]</span>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="sic | corr | orig | reg | abbr | expan | add" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., local-name())"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="del" mode="html" as="element(Q{}del)">
    <del>
      <xsl:sequence select="ed:attributes(., ())"/>
      <xsl:apply-templates mode="html"/>
    </del>
  </xsl:template>

  <xsl:template match="unclear" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'unclear')[not(name() = 'title')]"/>
      <xsl:attribute name="title" select="string-join((ed:say('unclear'), @reason), ': ')"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="gap" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'gap')[not(name() = 'title')]"/>
      <xsl:attribute name="title" select="string-join((ed:say('gap'), @reason), ': ')"/>
      <xsl:text>[…]</xsl:text>
    </span>
  </xsl:template>

  <!-- A link only where it leads somewhere; the words stay in any case. -->
  <xsl:template match="ref" mode="html" as="element()">
    <xsl:variable name="address" as="xs:string?" select="
      if (starts-with(@target, '#')) then @target[key('ed:by-id', substring(., 2))]
      else ed:address(@target)"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:sequence select="ed:attributes(., ('ref', ed:class(@type)))"/>
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ptr" mode="html" as="element()?">
    <xsl:variable name="address" as="xs:string?" select="ed:address(@target[not(starts-with(., '#'))])"/>
    <xsl:if test="$address">
      <a class="ref" href="{$address}">{$address}</a>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
