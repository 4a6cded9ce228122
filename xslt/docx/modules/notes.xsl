<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes for pandoc: an anchor in the role doc-noteref, the note an item of a list in the role
     doc-endnotes. The word processor numbers them itself. Modes: html, note-body. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="note[ed:is-footnote(.)]" mode="html" as="element(Q{}a)">
    <a href="#{ed:note-id(.)}" role="doc-noteref">{ed:note-label(.)}</a>
  </xsl:template>

  <xsl:template name="ed:notes-of-section" as="element(Q{}section)?">
    <xsl:param name="labelled" as="xs:boolean" select="false()"/>
    <xsl:variable name="notes" as="element(note)*" select="ed:footnotes(.)"/>
    <xsl:if test="exists($notes)">
      <section role="doc-endnotes">
        <ol>
          <xsl:apply-templates select="$notes" mode="note-body"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="note-body" as="element(Q{}li)">
    <li id="{ed:note-id(.)}">
      <xsl:sequence select="ed:attributes(., ())[name() = 'lang']"/>
      <xsl:apply-templates select="node()" mode="html"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
