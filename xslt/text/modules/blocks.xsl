<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands on lines of its own: paragraphs, lists, parts of letters, commentary. Mode: blocks.
     Under xml:space="preserve" nothing strips the white space between blocks: it is dropped here. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Words as one line: white space runs together, a no-break space is kept. -->
  <xsl:function name="ed:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <!-- What an element holds, as blocks: its blocks, and what stands between them as lines. -->
  <xsl:function name="ed:blocks" as="xs:string*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="lead" as="xs:string" select="ed:line(ed:lead($node))"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:for-each-group select="$node/node() except $node/pb[ed:opens-block(.)]"
          group-adjacent="ed:is-block(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="ed:line(current-group())[.]"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join(($lead[.], head($blocks)), ' ')[.], tail($blocks)"/>
  </xsl:function>

  <!-- The page breaks that a block shows in its first line. -->
  <xsl:function name="ed:lead" as="element(pb)*">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="ed:breaks-before($node)[ed:first-line($node) is $node]"/>
  </xsl:function>

  <xsl:template match="text()" mode="blocks" as="xs:string?">
    <xsl:sequence select="normalize-space()[.]"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="blocks words"
      as="empty-sequence()"/>

  <xsl:template match="p | ab | div | quote | choice | label | dateline | salute | signed | addrLine | l | q | hi
      | emph | supplied | unclear | seg | front | body | back" mode="blocks" as="xs:string*">
    <xsl:sequence select="ed:blocks(.)"/>
  </xsl:template>

  <xsl:template match="head" mode="blocks" as="xs:string*">
    <xsl:if test="not(ed:is-headline(.))">
      <xsl:sequence select="ed:blocks(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- Lines that belong together: an empty line stands before and after them, none between. -->
  <xsl:template match="opener | closer | address | lg" mode="blocks" as="xs:string?">
    <xsl:sequence select="string-join(ed:blocks(.), '&#10;')[.]"/>
  </xsl:template>

  <xsl:template match="postscript" mode="blocks" as="xs:string*">
    <xsl:sequence select="ed:blocks(.)"/>
  </xsl:template>

  <xsl:template match="list" mode="blocks" as="xs:string?">
    <xsl:sequence select="string-join(ed:blocks(.), '&#10;')[.]"/>
  </xsl:template>

  <xsl:template match="item" mode="blocks" as="xs:string">
    <xsl:sequence select="'– '[not(ed:has-own-mark(current()))] || string-join(ed:blocks(.), '&#10;')"/>
  </xsl:template>

  <xsl:template match="div[@type = 'commentary']" mode="blocks" priority="1" as="xs:string*">
    <xsl:sequence select="'[' || ed:say('commentary') || ']', ed:blocks(.),
      '[' || ed:say('commentary-end') || ']'"/>
  </xsl:template>

  <!-- The element nobody thought of: named, and its words kept. -->
  <xsl:template match="*" mode="blocks" priority="-10" as="xs:string*">
    <xsl:call-template name="ed:name-unhandled"/>
    <xsl:sequence select="ed:blocks(.)"/>
  </xsl:template>
</xsl:stylesheet>
