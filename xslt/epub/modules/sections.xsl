<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections one after the other, as a page turns: the translation with its notes, then the
     transcription with its own. The commentary is set apart and always open. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:all-sections" as="node()*">
    <xsl:variable name="several" as="xs:boolean" select="count(ed:sections(text)) gt 1"/>
    <xsl:for-each select="ed:sections(text)">
      <xsl:apply-templates select="." mode="html">
        <xsl:with-param name="labelled" as="xs:boolean" select="$several"/>
        <xsl:with-param name="depth" as="xs:integer" tunnel="yes" select="if ($several) then 3 else 2"/>
      </xsl:apply-templates>
      <xsl:call-template name="ed:notes-of-section">
        <xsl:with-param name="labelled" as="xs:boolean"
            select="$several and @type = ('translation', 'transcription')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="div[@type = 'commentary']" mode="html" priority="1" as="element()">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="2"/>
    <section>
      <xsl:sequence select="ed:attributes(., 'commentary')"/>
      <xsl:element name="{ed:heading($depth)}">
        <xsl:attribute name="class" select="'label'"/>
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:text>{ed:say('commentary')}</xsl:text>
      </xsl:element>
      <xsl:apply-templates mode="html">
        <xsl:with-param name="depth" as="xs:integer" tunnel="yes" select="$depth + 1"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>
</xsl:stylesheet>
