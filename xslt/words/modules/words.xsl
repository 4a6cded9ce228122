<?xml version="1.0" encoding="UTF-8"?>
<!-- What the author wrote in a line; notes, remarks, insertions and page marks are others'. Mode: words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="words" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <!-- A word that is cut by the end of a page or of a line is one, also where its hyphen was kept. -->
  <xsl:template match="pb | lb" mode="words" as="xs:string?">
    <xsl:variable name="before" as="text()?" select="preceding-sibling::node()[1][self::text()]"/>
    <xsl:sequence select="' '[not(current()/@break = 'no' or ends-with($before, '-'))]"/>
  </xsl:template>

  <xsl:template match="note | supplied | gap | del | ptr | comment() | processing-instruction()"
      mode="words" as="empty-sequence()"/>

  <!-- Only what was written; how an editor would have it is not the author's. -->
  <xsl:template match="choice" mode="words" as="xs:string*">
    <xsl:apply-templates select="sic | orig | abbr" mode="words"/>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | name | surname | forename | addName | seg | q
      | term | num | measure | date | emph | foreign | hi | sic | corr | orig | reg | abbr | expan
      | add | unclear | ref | bibl | author | editor | publisher | pubPlace | biblScope
      | citedRange | idno | title | quote" mode="words" as="xs:string*">
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <!-- Blocks among words, as in others' paragraphs: set apart by a space. -->
  <xsl:template match="p | ab | head | list | item | label | lg | l | opener | closer | postscript | dateline
      | salute | signed | address | addrLine | div" mode="words" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="words"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- The element nobody thought of: named, and its words kept; where no words stand beside it, as
       beside the cell of a table, apart from what is before and after it. -->
  <xsl:template match="*" mode="words" priority="-10" as="xs:string*">
    <xsl:call-template name="ed:name-unhandled"/>
    <xsl:variable name="apart" as="xs:string?" select="' '[not(current()/../text()[normalize-space()])]"/>
    <xsl:sequence select="$apart"/>
    <xsl:apply-templates mode="words"/>
    <xsl:sequence select="$apart"/>
  </xsl:template>
</xsl:stylesheet>
