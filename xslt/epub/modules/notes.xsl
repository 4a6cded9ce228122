<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes as reading systems know them: the anchor is a noteref, and each note an aside of type
     footnote that begins with its number, which leads back. In such a form they open in a window over
     the text, or stand behind it. Modes: html, note-body. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="note[ed:is-footnote(.)]" mode="html" as="element(Q{}sup)">
    <xsl:variable name="id" as="xs:string" select="ed:note-id(.)"/>
    <sup class="note-ref">
      <a id="{$id}-ref" href="#{$id}" epub:type="noteref" role="doc-noteref">{ed:note-label(.)}</a>
    </sup>
  </xsl:template>

  <xsl:template name="ed:notes-of-section" as="element(Q{}section)?">
    <xsl:param name="labelled" as="xs:boolean" select="false()"/>
    <xsl:variable name="notes" as="element(note)*" select="ed:footnotes(.)"/>
    <xsl:if test="exists($notes)">
      <section epub:type="footnotes">
        <xsl:sequence select="ed:attributes(., 'notes')[name() != 'id']"/>
        <h2>
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say('notes')}</xsl:text>
          <xsl:if test="$labelled"> · {ed:say(@type)}</xsl:if>
        </h2>
        <xsl:apply-templates select="$notes" mode="note-body"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="note-body" as="element(Q{}aside)">
    <xsl:variable name="id" as="xs:string" select="ed:note-id(.)"/>
    <aside epub:type="footnote" role="doc-footnote">
      <xsl:sequence select="ed:attributes(., ('note', ed:class(@type)))[name() != 'id']"/>
      <xsl:attribute name="id" select="$id"/>
      <a class="back" role="doc-backlink" href="#{$id}-ref"
         aria-label="{ed:say('back-to-text')} {ed:note-label(.)}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:text>{ed:note-label(.)}</xsl:text>
      </a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="node()" mode="html"/>
    </aside>
  </xsl:template>
</xsl:stylesheet>
