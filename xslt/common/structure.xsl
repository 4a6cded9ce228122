<?xml version="1.0" encoding="UTF-8"?>
<!-- How a text is made up: its sections, its headline, page breaks between blocks, what is a block.
     Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="ed:by-id" match="text//*[@xml:id]" use="@xml:id"/>

  <!-- A body of nothing but translation and transcription: each is a section with notes of its own. -->
  <xsl:function name="ed:sectioned" as="xs:boolean">
    <xsl:param name="body" as="element(body)"/>
    <xsl:sequence select="exists($body/*) and
      (every $part in $body/* satisfies $part/self::div[@type = ('translation', 'transcription')])"/>
  </xsl:function>

  <!-- Any other body is one section, whatever its divisions; so are front and back. -->
  <xsl:function name="ed:sections" as="element()*">
    <xsl:param name="text" as="element(text)*"/>
    <xsl:sequence select="$text/*/(if (self::body and ed:sectioned(.)) then * else .)"/>
  </xsl:function>

  <!-- Translation and transcription and nothing else: they can stand side by side. -->
  <xsl:function name="ed:is-parallel" as="xs:boolean">
    <xsl:param name="text" as="element(text)*"/>
    <xsl:variable name="sections" as="element()*" select="ed:sections($text)"/>
    <xsl:sequence select="count($sections) = 2 and (every $section in $sections satisfies $section/self::div)"/>
  </xsl:function>

  <!-- The head that is the title of the whole document: the first section's, where it stands first. -->
  <xsl:function name="ed:headline" as="element(head)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="first" as="element()?" select="ed:sections($tei/text)[1]"/>
    <xsl:variable name="holder" as="element()?"
        select="if ($first/self::body[count(div) = 1 and not(head)]) then $first/div else $first"/>
    <xsl:sequence select="$holder/head[not(preceding-sibling::*[not(self::pb)])]"/>
  </xsl:function>

  <xsl:function name="ed:is-headline" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="exists(ed:headline($head/ancestor::TEI[1]) intersect $head)"/>
  </xsl:function>

  <!-- Elements in which blocks stand, in others' TEI sometimes words too. -->
  <xsl:function name="ed:is-container" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node/(self::front | self::body | self::back | self::div | self::list
      | self::opener | self::closer | self::postscript | self::address | self::lg
      | self::quote[p | lg] | self::item[p] | self::note[p]))"/>
  </xsl:function>

  <!-- The first line to come, from a node on: a block of words, in whatever it stands. -->
  <xsl:function name="ed:first-line" as="element()?">
    <xsl:param name="node" as="node()?"/>
    <xsl:choose>
      <xsl:when test="$node/(self::p | self::ab | self::head | self::item[not(p)] | self::label
        | self::dateline | self::salute | self::signed | self::addrLine | self::l)">
        <xsl:sequence select="$node"/>
      </xsl:when>
      <xsl:when test="$node/self::pb">
        <xsl:sequence select="ed:first-line($node/following-sibling::node()
          [self::* except self::pb or self::text()[normalize-space()]][1])"/>
      </xsl:when>
      <xsl:when test="ed:is-container($node)">
        <xsl:sequence select="ed:first-line($node/node()[self::* or self::text()[normalize-space()]][1])"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- A page break between blocks is shown in the first line of its page, where one follows. -->
  <xsl:function name="ed:opens-block" as="xs:boolean">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="ed:is-container($break/..) and exists(ed:first-line($break))"/>
  </xsl:function>

  <!-- The page breaks that a line shows: those before it and before what begins with it. -->
  <xsl:function name="ed:breaks-before" as="element(pb)*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$node/preceding-sibling::node()
      [self::* or self::text()[normalize-space()]][1]"/>
    <xsl:choose>
      <xsl:when test="not(ed:is-container($node/..))"/>
      <xsl:when test="$before/self::pb">
        <xsl:sequence select="ed:breaks-before($before), $before"/>
      </xsl:when>
      <xsl:when test="empty($before)">
        <xsl:sequence select="ed:breaks-before($node/..)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The words of an item begin with the mark that was printed before it: it needs no other. -->
  <xsl:function name="ed:has-own-mark" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="matches(normalize-space($item), '^[–—•·*▪◦-]')"/>
  </xsl:function>

  <!-- Blocks stand on lines of their own; an element of any other name does where it holds one. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::p | self::head | self::list | self::item | self::lg
      | self::l | self::opener | self::closer | self::postscript | self::dateline | self::salute
      | self::signed | self::address | self::addrLine | self::div)) or ed:holds-blocks($node)"/>
  </xsl:function>

  <!-- Blocks inside a note do not count: notes are written elsewhere. -->
  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element() and not($node/self::note)
      and (some $child in $node/* satisfies ed:is-block($child))"/>
  </xsl:function>
</xsl:stylesheet>
