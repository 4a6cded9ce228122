<?xml version="1.0" encoding="UTF-8"?>
<!-- Which notes are footnotes, how each is numbered and addressed. Functions only; serves no mode.
     Counted by accumulators, in one walk: xsl:number level="any" takes longer than the text is long. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A remark stands in the text, in brackets; every other note is a footnote. -->
  <xsl:function name="ed:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@place = 'inline')"/>
  </xsl:function>

  <xsl:accumulator name="ed:note-of-section" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text/* | body[ed:sectioned(.)]/div" select="0"/>
    <xsl:accumulator-rule match="note[ed:is-footnote(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="ed:note-of-text" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text" select="0"/>
    <xsl:accumulator-rule match="note[ed:is-footnote(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="ed:footnotes" as="element(note)*">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="$section//note[ed:is-footnote(.)]"/>
  </xsl:function>

  <!-- The printed number where it is known, else the position in the section. -->
  <xsl:function name="ed:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@n[normalize-space()],
      $note/string(accumulator-before('ed:note-of-section')))[1] ! string(.)"/>
  </xsl:function>

  <!-- The note's own id, else one that no element of the document has. -->
  <xsl:function name="ed:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@xml:id,
      $note/ed:free-id('note-' || accumulator-before('ed:note-of-text'), .))[1] ! string(.)"/>
  </xsl:function>

  <xsl:function name="ed:free-id" as="xs:string">
    <xsl:param name="wish" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if (exists(key('ed:by-id', $wish, root($node))))
      then ed:free-id($wish || '-', $node) else $wish"/>
  </xsl:function>
</xsl:stylesheet>
