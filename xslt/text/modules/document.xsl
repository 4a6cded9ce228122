<?xml version="1.0" encoding="UTF-8"?>
<!-- The document: title lines, sections, their notes. Mode: blocks. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="blocks" as="text()">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*" mode="blocks"/>
    </xsl:variable>
    <xsl:value-of select="string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="blocks" as="xs:string*">
    <xsl:variable name="headline" as="element(head)?" select="ed:headline(.)"/>
    <xsl:variable name="sections" as="element()*" select="ed:sections(text)"/>
    <xsl:sequence select="string-join((
      if ($headline) then ed:line((ed:breaks-before($headline), $headline/node())) else ed:title(.),
      ed:correspondents(.), ed:dated(.), ed:volume(.))[.], '&#10;')"/>
    <xsl:for-each select="$sections">
      <xsl:sequence select="@type[count($sections) gt 1 and . = ('translation', 'transcription')]
        ! ed:heading(ed:say(.))"/>
      <xsl:apply-templates select="." mode="blocks"/>
      <xsl:variable name="notes" as="element(note)*" select="ed:footnotes(.)"/>
      <xsl:sequence select="ed:heading(ed:say('notes'))[exists($notes)]"/>
      <xsl:sequence select="$notes ! ed:footnote(.)"/>
    </xsl:for-each>
    <xsl:apply-templates select="* except (teiHeader, text)" mode="blocks"/>
  </xsl:template>

  <xsl:function name="ed:correspondents" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string-join((
      string-join(ed:authors($tei), '; '),
      ed:say('to')[exists(ed:recipients($tei))],
      string-join(ed:recipients($tei), '; '))[.], ' ')[.]"/>
  </xsl:function>

  <!-- A heading that the page did not have, underlined. -->
  <xsl:function name="ed:heading" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$words || '&#10;' || replace($words, '.', '-')"/>
  </xsl:function>

  <!-- A footnote is one block, its paragraphs on lines of their own. -->
  <xsl:function name="ed:footnote" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'[' || ed:note-label($note) || '] '
      || string-join(ed:blocks($note), '&#10;')"/>
  </xsl:function>
</xsl:stylesheet>
