<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapters that were written by hand. Mode: guide. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="body/div" mode="guide" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <section class="guide-chapter" id="{@xml:id}">
      <xsl:apply-templates select="*" mode="guide"/>
    </section>
  </xsl:template>

  <xsl:template match="body/div/head" mode="guide" as="element(Q{}h2)">
    <h2>
      <span class="guide-number">{count(../preceding-sibling::div) + 1}</span>
      <xsl:text> {.} </xsl:text>
      <xsl:sequence select="ed:permalink(../@xml:id, .)"/>
    </h2>
  </xsl:template>

  <xsl:template match="text//p" mode="guide" as="element(Q{}p)">
    <p>
      <xsl:apply-templates mode="guide"/>
    </p>
  </xsl:template>

  <xsl:template match="p[specList]" mode="guide" as="element(Q{}p)" priority="1">
    <p class="guide-names guide-of-chapter">
      <span class="guide-label">{ed:label('see')}</span>
      <xsl:sequence select="specList/specDesc/@key ! ed:element-link(.)"/>
    </p>
  </xsl:template>

  <xsl:template match="body//list" mode="guide" as="element(Q{}ul)">
    <ul>
      <xsl:apply-templates select="item" mode="guide"/>
    </ul>
  </xsl:template>

  <xsl:template match="body//item" mode="guide" as="element(Q{}li)">
    <li>
      <xsl:apply-templates mode="guide"/>
    </li>
  </xsl:template>

  <!-- An element of the TEI that we do not use is named and leads nowhere. -->
  <xsl:template match="gi" mode="guide" as="element()">
    <xsl:sequence select="
      if (key('element', ., $ed:odd)) then ed:element-link(.) else ed:code('x-name', .)"/>
  </xsl:template>

  <xsl:template match="att" mode="guide" as="element(Q{}code)">
    <xsl:sequence select="ed:code('x-att', '@' || .)"/>
  </xsl:template>

  <xsl:template match="val" mode="guide" as="element(Q{}code)">
    <xsl:sequence select="ed:code('x-val', .)"/>
  </xsl:template>

  <xsl:template match="code" mode="guide" as="element(Q{}code)">
    <code>{.}</code>
  </xsl:template>

  <xsl:template match="q | soCalled" mode="guide" as="xs:string">
    <xsl:sequence select="'‘' || . || '’'"/>
  </xsl:template>

  <xsl:template match="ref" mode="guide" as="element(Q{}a)">
    <a href="{@target}">{.}</a>
  </xsl:template>

  <xsl:template match="text()" mode="guide" as="text()">
    <xsl:value-of select="ed:typeset(.)"/>
  </xsl:template>

  <!-- Quotation marks and apostrophes as they are printed. -->
  <xsl:function name="ed:typeset" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
      $words => replace('''([^'' ]+)''(\W|$)', '‘$1’$2') => translate('''', '’')"/>
  </xsl:function>

  <xsl:function name="ed:code" as="element(Q{}code)">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="said" as="xs:string"/>
    <code class="{$class}">{$said}</code>
  </xsl:function>

  <xsl:function name="ed:element-link" as="element(Q{}a)">
    <xsl:param name="name" as="xs:string"/>
    <a class="x-name" href="#{ed:element-id($name)}">{$name}</a>
  </xsl:function>

  <xsl:function name="ed:attribute-link" as="element(Q{}a)">
    <xsl:param name="name" as="xs:string"/>
    <a class="x-att" href="#{ed:attribute-id($name)}">@{$name}</a>
  </xsl:function>

  <!-- The address of a chapter or an element, beside its heading. -->
  <xsl:function name="ed:permalink" as="element(Q{}a)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="of" as="xs:string"/>
    <a class="permalink" href="#{$id}" aria-label="{$of}">¶</a>
  </xsl:function>
</xsl:stylesheet>
