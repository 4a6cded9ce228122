<?xml version="1.0" encoding="UTF-8"?>
<!-- Page breaks: a visible mark with an address, in the margin where there is room. Modes: html, page-mark. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:marks-before" as="element()*">
    <xsl:param name="line" as="element()"/>
    <xsl:apply-templates select="ed:breaks-before($line)" mode="page-mark"/>
  </xsl:function>

  <!-- Between blocks: in the first line of the page, else in a line of its own. -->
  <xsl:template match="pb" mode="html" as="element()?">
    <xsl:choose>
      <xsl:when test="ed:opens-block(.)"/>
      <xsl:when test="not(ed:is-container(..))">
        <xsl:apply-templates select="." mode="page-mark"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="between">
          <xsl:apply-templates select="." mode="page-mark"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The link's words are the number, never nothing: an empty mark has no name. Two marks with no
       word between them would hang in the same place, so the later stays in the line. -->
  <xsl:template match="pb[@n != '']" mode="page-mark" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., ('page-break',
        'joins'[current()/@break = 'no'],
        'in-line'[current()/(ancestor::note | preceding-sibling::node()[1]/self::pb[@n != ''])]))"/>
      <a class="page-mark">
        <xsl:if test="@xml:id">
          <xsl:attribute name="href" select="'#' || @xml:id"/>
        </xsl:if>
        <span class="bracket">
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>[{ed:say('page')} </xsl:text>
        </span>
        <xsl:text>{@n}</xsl:text>
        <span class="bracket">]</span>
      </a>
    </span>
  </xsl:template>

  <!-- The page on which the document begins: its number is not known; only its address. -->
  <xsl:template match="pb[not(@n != '')]" mode="page-mark" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'page-address')"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
