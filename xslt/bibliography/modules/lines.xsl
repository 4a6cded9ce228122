<?xml version="1.0" encoding="UTF-8"?>
<!-- The bibliography as plain text: headings, a source a line, the notes that cite it below.
     Mode: lines. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:parts" as="xs:string+"
      select="'archives', 'collections', 'newspapers', 'works', 'untraced'"/>

  <xsl:template match="/" mode="lines" as="text()">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*" mode="lines"/>
    </xsl:variable>
    <xsl:value-of select="string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="lines" as="xs:string*">
    <xsl:sequence select="string-join((ed:say('bibliography'),
      teiHeader/fileDesc/titleStmt/title[@type = 'sub'] ! ed:plain(.)), '&#10;')"/>
    <xsl:apply-templates select="text/body/*" mode="lines"/>
  </xsl:template>

  <xsl:template match="div[@type = $ed:parts]" mode="lines" as="xs:string*">
    <xsl:variable name="head" as="xs:string" select="ed:say(@type)"/>
    <xsl:sequence select="$head || '&#10;' || replace($head, '.', '-')"/>
    <xsl:apply-templates select="* except head" mode="lines"/>
  </xsl:template>

  <xsl:template match="div[@type = 'repositories']" mode="lines" as="empty-sequence()"/>

  <xsl:template match="div" mode="lines" priority="-1" as="xs:string*">
    <xsl:apply-templates select="*" mode="lines"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="lines" as="xs:string*">
    <xsl:sequence select="head ! (ed:plain(.) || ed:doubt(ed:is-unchecked(..))),
      ed:say('unnamed-archive')[not(current()/head)][current()/parent::div/@type = 'archives']"/>
    <xsl:apply-templates select="* except head" mode="lines"/>
  </xsl:template>

  <xsl:template match="list" mode="lines" as="xs:string*">
    <xsl:apply-templates select="item" mode="lines"/>
  </xsl:template>

  <xsl:template match="bibl" mode="lines" as="xs:string">
    <xsl:variable name="places" as="xs:string*">
      <xsl:for-each-group select="note[@type = 'cited']/ref" group-adjacent="ed:document(.)">
        <xsl:sequence select="string-join((ed:called(.),
          (ed:say('note-number') || ' ' || string-join(current-group()/num, ', '))[current-group()/num]), ', ')"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join(ed:fields(.)))
      || ed:doubt(title/@cert = 'low')
      || string-join(('&#10;    ' || ed:say('cited-in') || ' ' || string-join($places, '; '))[exists($places)])"/>
  </xsl:template>

  <xsl:template match="item" mode="lines" as="xs:string">
    <xsl:sequence select="normalize-space(string-join(
      (ref[1] ! string-join((ed:called(.), num ! (ed:say('note-number') || ' ' || .)), ', '),
       node() except ref[1])))"/>
  </xsl:template>

  <xsl:template match="p | head" mode="lines" as="xs:string">
    <xsl:sequence select="ed:plain(.)"/>
  </xsl:template>

  <xsl:function name="ed:doubt" as="xs:string">
    <xsl:param name="doubtful" as="xs:boolean"/>
    <xsl:sequence select="if ($doubtful) then ' [' || ed:say('unchecked') || ']' else ''"/>
  </xsl:function>

  <xsl:template match="text() | comment() | processing-instruction()" mode="lines"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="lines" priority="-10" as="xs:string">
    <xsl:call-template name="ed:name-unhandled"/>
    <xsl:sequence select="ed:plain(.)"/>
  </xsl:template>
</xsl:stylesheet>
