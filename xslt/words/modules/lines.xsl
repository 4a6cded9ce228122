<?xml version="1.0" encoding="UTF-8"?>
<!-- What the author wrote as lines: a paragraph, an item, a part of a letter is one. Mode: lines.
     Under xml:space="preserve" nothing strips the white space between blocks: it is dropped here. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="lines" as="text()">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="*" mode="lines"/>
    </xsl:variable>
    <xsl:value-of select="$lines ! (. || '&#10;')" separator=""/>
  </xsl:template>

  <xsl:template match="/TEI" mode="lines" as="xs:string*">
    <xsl:variable name="wanted" as="xs:integer*" select="tokenize($sections) ! xs:integer(.)"/>
    <xsl:for-each select="ed:sections(text)">
      <xsl:if test="empty($wanted) or position() = $wanted">
        <xsl:apply-templates select="ed:author-divisions(.)" mode="lines"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The divisions that are the author's; commentary, and what stands in it, is the editor's. -->
  <xsl:function name="ed:author-divisions" as="element(div)*">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="$section/descendant-or-self::div[@type = 'text']
      [not(ancestor::div[@type = ('text', 'commentary')] or ancestor::note)]"/>
  </xsl:function>

  <!-- Words as one line: white space runs together, a no-break space is kept. -->
  <xsl:function name="ed:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <!-- What an element holds, as lines: its blocks, and what stands between them. -->
  <xsl:function name="ed:lines" as="xs:string*">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each-group select="$node/node()" group-adjacent="ed:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="lines"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="ed:line(current-group())[.]"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A line without the number that was printed before it. -->
  <xsl:function name="ed:unnumbered" as="xs:string?">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="labels" as="xs:string+" select="'(' || $number || ')', $number || '.)',
      $number || ')', $number || '. ', $number || ': '"/>
    <xsl:variable name="label" as="xs:string?" select="$labels[starts-with($line || ' ', .)][1]"/>
    <xsl:sequence select="normalize-space(substring($line, string-length($label) + 1))[.]"/>
  </xsl:function>

  <xsl:template match="p[@n] | item[@n]" mode="lines" priority="1" as="xs:string*">
    <xsl:variable name="lines" as="xs:string*" select="ed:lines(.)"/>
    <xsl:sequence select="head($lines) ! ed:unnumbered(., normalize-space(current()/@n)), tail($lines)"/>
  </xsl:template>

  <xsl:template match="p | ab | div | quote | choice | label | dateline | salute | signed | addrLine | l | q | hi
      | emph | unclear | seg | head | opener | closer | postscript | address | lg | list | item"
      mode="lines" as="xs:string*">
    <xsl:sequence select="ed:lines(.)"/>
  </xsl:template>

  <!-- Titles of divisions are the volume's; that of a list belongs to the text. -->
  <xsl:template match="div/head | div[@type = 'commentary'] | supplied" mode="lines" priority="2"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, and its words kept. -->
  <xsl:template match="*" mode="lines" priority="-10" as="xs:string*">
    <xsl:call-template name="ed:name-unhandled"/>
    <xsl:sequence select="ed:lines(.)"/>
  </xsl:template>

  <xsl:template match="text() | comment() | processing-instruction()" mode="lines"
      as="empty-sequence()"/>
</xsl:stylesheet>
