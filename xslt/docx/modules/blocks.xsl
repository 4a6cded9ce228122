<?xml version="1.0" encoding="UTF-8"?>
<!-- What a word processor tells apart by its styles: the editor's commentary is a block of quotation.
     Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="div[@type = 'commentary']" mode="html" priority="1" as="element()">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="2"/>
    <section>
      <xsl:sequence select="ed:attributes(., 'commentary')"/>
      <xsl:element name="{ed:heading($depth)}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:text>{ed:say('commentary')}</xsl:text>
      </xsl:element>
      <blockquote>
        <xsl:apply-templates mode="html">
          <xsl:with-param name="depth" as="xs:integer" tunnel="yes" select="$depth + 1"/>
        </xsl:apply-templates>
      </blockquote>
    </section>
  </xsl:template>
</xsl:stylesheet>
