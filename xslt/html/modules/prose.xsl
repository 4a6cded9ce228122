<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, quotations, verse. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A p of HTML cannot hold a list; a paragraph that does becomes a div. -->
  <xsl:template match="p | ab" mode="html" as="element()*">
    <xsl:param name="fillers" as="map(xs:string, xs:integer)" tunnel="yes" select="map { }"/>
    <xsl:sequence select="ed:filling(., $fillers)"/>
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="ed:attributes(., ('p', 'point'[current()/@n], ed:class(@rend)))"/>
      <xsl:sequence select="ed:marks-before(.)"/>
      <xsl:apply-templates select="node()" mode="html"/>
      <xsl:sequence select="ed:doubt-mark(.)[not(current()/ancestor::note)]"/>
      <xsl:sequence select="@xml:id[not(current()/ancestor::note)] ! ed:permalink(., 'link-to-paragraph', ..)"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="ed:permalink" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:param name="around" as="element()"/>
    <a class="permalink" href="#{$id}" aria-label="{ed:say($says)}">
      <xsl:sequence select="ed:interface-language($around)"/>
      <xsl:text>¶</xsl:text>
    </a>
  </xsl:function>

  <!-- What stands between items, such as a page break at the end, gets a line of the list. -->
  <xsl:template match="list" mode="html" as="element()">
    <xsl:variable name="first" as="element()?" select="(item | label)[1]"/>
    <div>
      <xsl:sequence select="ed:attributes(., ('list', ed:class(@rend)))"/>
      <xsl:apply-templates select="node()[empty($first) or . &lt;&lt; $first]" mode="html"/>
      <xsl:if test="$first">
        <ul>
          <xsl:for-each select="$first, $first/following-sibling::*[not(self::pb[ed:opens-block(.)])]">
            <li>
              <xsl:sequence select="if (self::item or self::label)
                then ed:attributes(., (local-name(), 'own-mark'[ed:has-own-mark(current())])) else ()"/>
              <xsl:sequence select="ed:marks-before(.)[current()/(self::item[not(p)] | self::label)]"/>
              <xsl:apply-templates select="if (self::item or self::label) then node() else ." mode="html"/>
              <xsl:sequence select="ed:doubt-mark(.)[current()/self::item]"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="quote" mode="html" as="element()">
    <xsl:element name="{if (ed:stands-alone(.)) then 'blockquote' else 'span'}">
      <xsl:sequence select="ed:attributes(., 'quote')"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="ed:stands-alone" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="ed:holds-blocks($node)
      or exists($node/(parent::div | parent::body | parent::front | parent::back))"/>
  </xsl:function>

  <xsl:template match="lg" mode="html" as="element()">
    <div>
      <xsl:sequence select="ed:attributes(., 'verse')"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="html" as="element()">
    <div>
      <xsl:sequence select="ed:attributes(., 'verse-line')"/>
      <xsl:sequence select="ed:marks-before(.)"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
