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
        <xsl:text>{ed:lacking(.)} {ed:say('of-the-contents')}</xsl:text>
        <xsl:if test="head">, {ed:say('headed-there')} ‘{ed:plain(head)}’</xsl:if>
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
        <span class="count">({ed:lacking(.)})</span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- "3 of 12": how many of how many. -->
  <xsl:function name="ed:lacking" as="xs:string">
    <xsl:param name="counted" as="element()"/>
    <xsl:sequence select="string-join(
      ($counted/measure[@unit = 'without-document']/@quantity, ed:say('of'), $counted/measure[@unit = 'entry']/@quantity), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
