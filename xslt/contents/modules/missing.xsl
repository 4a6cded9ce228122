<?xml version="1.0" encoding="UTF-8"?>
<!-- What the archive's own contents list and is not in the edition. Mode: contents. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="div[@type = 'missing']" mode="contents" as="element()">
    <section class="missing">
      <h3>{ed:say('missing')}</h3>
      <p class="count">
        <xsl:text>{ed:count('of-the-contents', xs:integer(measure[@unit = 'entry']/@quantity),
          ed:counted(.))}</xsl:text>
        <xsl:if test="head">, {ed:say('headed-there', map { 'heading': ed:plain(head) })}</xsl:if>
      </p>
      <ul>
        <xsl:apply-templates select="list/item" mode="contents"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="div[@type = 'missing']/list/item" mode="contents" as="element()" priority="1">
    <li>
      <xsl:text>{ed:plain(title)}</xsl:text>
      <xsl:if test="measure">
        <xsl:text> </xsl:text>
        <span class="count">({ed:say('how-many-of', ed:counted(.))})</span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- How many entries there are, and how many of them are lacking. -->
  <xsl:function name="ed:counted" as="map(xs:string, xs:string)">
    <xsl:param name="counted" as="element()"/>
    <xsl:sequence select="map {
      'lacking': string($counted/measure[@unit = 'without-document']/@quantity),
      'n': string($counted/measure[@unit = 'entry']/@quantity) }"/>
  </xsl:function>
</xsl:stylesheet>
