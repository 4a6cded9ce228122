<?xml version="1.0" encoding="UTF-8"?>
<!-- One document in the list of contents: when, what, from whom to whom. Mode: contents. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A diary entry is entitled by its day: where the date says all of the title, and its year too,
       the title is not said again, and the kind of the document stands in its place. -->
  <xsl:template match="item" mode="contents" as="element()">
    <xsl:param name="author-known" as="xs:boolean" select="false()"/>
    <xsl:variable name="dated" as="xs:string?" select="ed:date-in-words(ref/date)"/>
    <xsl:variable name="title" as="xs:string" select="ed:plain(ref/title)"/>
    <xsl:variable name="kind" as="xs:string" select="(ref/@type[
      . = ('diary-entry', 'letter', 'conversation', 'document')], 'document')[1]"/>
    <xsl:variable name="said" as="xs:boolean" 
        select="some $date in ed:date-in-all-words(ref/date) satisfies starts-with($date, $title)"/>
    <li class="entry {$kind}">
      <a href="{ed:address(ref/@target)}">
        <span class="when">{($dated, ed:say('undated'))[1]}</span>
        <xsl:text> </xsl:text>
        <span class="what">
          <xsl:if test="not($said)">
            <xsl:sequence select="ref/title/@xml:lang[not(. = ed:language())] ! ed:lang(.)"/>
          </xsl:if>
          <xsl:text>{if ($said) then ed:say($kind) else $title}</xsl:text>
        </span>
      </a>
      <xsl:variable name="authors" as="element()*" select="persName[@role = 'author']"/>
      <xsl:variable name="recipients" as="element()*" select="persName[@role = 'recipient']"/>
      <xsl:if test="exists($recipients) or (exists($authors) and not($author-known))">
        <xsl:text> </xsl:text>
        <span class="who">
          <xsl:text>{string-join($authors ! ed:plain(.), '; ')}</xsl:text>
          <xsl:if test="exists($recipients)">
            <span class="to"> {ed:say('to')} </span>
            <xsl:text>{string-join($recipients ! ed:plain(.), '; ')}</xsl:text>
          </xsl:if>
        </span>
      </xsl:if>
      <xsl:if test="not($said or $kind = 'document')">
        <xsl:text> </xsl:text>
        <span class="kind">{ed:say($kind)}</span>
      </xsl:if>
      <xsl:apply-templates select="* except (ref, persName, measure)" mode="contents"/>
    </li>
  </xsl:template>

  <xsl:function name="ed:lang" as="attribute(lang)">
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="lang" select="$code"/>
  </xsl:function>
</xsl:stylesheet>
