<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: words, page marks, anchors, insertions, remarks. Mode: words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="words" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <!-- A mark inside a joined word takes no room; any other stands apart from the words around it. -->
  <xsl:template match="pb[@n != '']" mode="words" as="xs:string">
    <xsl:variable name="mark" as="xs:string" select="'[' || ed:say('page') || ' ' || @n || ']'"/>
    <xsl:sequence select="if (@break = 'no') then $mark else ' ' || $mark || ' '"/>
  </xsl:template>

  <xsl:template match="pb[not(@n != '')]" mode="words" as="empty-sequence()"/>

  <xsl:template match="lb" mode="words" as="xs:string?">
    <xsl:sequence select="' '[not(current()/@break = 'no')]"/>
  </xsl:template>

  <xsl:template match="note" mode="words" as="xs:string*">
    <xsl:choose>
      <xsl:when test="ed:is-footnote(.)">[{ed:note-label(.)}]</xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'[', ed:words(.), ']'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="supplied" mode="words" as="xs:string*">
    <xsl:sequence select="'[', ed:words(.), ']'"/>
  </xsl:template>

  <xsl:template match="gap" mode="words" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>

  <!-- What was printed, then what it should be, in brackets. -->
  <xsl:template match="choice" mode="words" as="xs:string*">
    <xsl:apply-templates select="sic | orig | abbr" mode="words"/>
    <xsl:for-each select="* except (sic, orig, abbr)">
      <xsl:sequence select="' [' || ed:line(.) || ']'"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | name | surname | forename | addName | seg | q
      | term | num | measure | date | emph | foreign | hi | sic | corr | orig | reg | abbr | expan
      | add | del | unclear | ref | bibl | author | editor | publisher | pubPlace | biblScope
      | citedRange | idno | title | quote" mode="words" as="xs:string*">
    <xsl:sequence select="ed:words(.)"/>
  </xsl:template>

  <!-- Blocks among words, as in others' paragraphs: set apart by a space. -->
  <xsl:template match="p | ab | head | list | item | label | lg | l | opener | closer | postscript | dateline
      | salute | signed | address | addrLine | div" mode="words" as="xs:string*">
    <xsl:sequence select="' ', ed:words(.), ' '"/>
  </xsl:template>

  <xsl:template match="ptr" mode="words" as="xs:string?">
    <xsl:sequence select="ed:address(@target[not(starts-with(., '#'))])"/>
  </xsl:template>

  <xsl:function name="ed:words" as="xs:string*">
    <xsl:param name="node" as="element()"/>
    <xsl:apply-templates select="$node/node()" mode="words"/>
  </xsl:function>

  <!-- The element nobody thought of: named, and its words kept; where no words stand beside it, as
       beside the cell of a table, apart from what is before and after it. -->
  <xsl:template match="*" mode="words" priority="-10" as="xs:string*">
    <xsl:call-template name="ed:name-unhandled"/>
    <xsl:variable name="apart" as="xs:string?" select="' '[not(current()/../text()[normalize-space()])]"/>
    <xsl:sequence select="$apart, ed:words(.), $apart"/>
  </xsl:template>
</xsl:stylesheet>
