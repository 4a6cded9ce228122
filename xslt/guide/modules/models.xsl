<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models in the signs of a compact schema: , for order, | for choice, ? * + for how often.
     Groups and kinds of value, by name. Mode: model. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="content" mode="model" as="node()*">
    <xsl:apply-templates select="*" mode="model"/>
  </xsl:template>

  <xsl:template match="sequence | alternate" mode="model" as="node()*">
    <xsl:variable name="brackets" as="xs:boolean" select="
      exists(*[2]) and (ed:often(.) != '' or exists(parent::sequence | parent::alternate))"/>
    <xsl:variable name="between" as="xs:string" select="if (self::sequence) then ', ' else ' | '"/>
    <xsl:text>{'('[$brackets]}</xsl:text>
    <xsl:for-each select="*">
      <xsl:text>{$between[current()/preceding-sibling::*]}</xsl:text>
      <xsl:apply-templates select="." mode="model"/>
    </xsl:for-each>
    <xsl:text>{')'[$brackets]}{ed:often(.)}</xsl:text>
  </xsl:template>

  <xsl:template match="elementRef" mode="model" as="node()+">
    <xsl:sequence select="ed:element-link(@key)"/>
    <xsl:text>{ed:often(.)}</xsl:text>
  </xsl:template>

  <xsl:template match="macroRef" mode="model" as="element(Q{}a)">
    <a class="x-group" href="#group-{ed:group-name(@key)}">{ed:group-name(@key)}</a>
  </xsl:template>

  <xsl:template match="textNode" mode="model" as="text()">
    <xsl:text>{ed:label('text')}</xsl:text>
  </xsl:template>

  <xsl:template match="empty" mode="model" as="text()">
    <xsl:text>{ed:label('nothing')}</xsl:text>
  </xsl:template>

  <xsl:template match="dataRef[@key]" mode="model" as="element(Q{}a)">
    <a class="x-group" href="#group-{ed:group-name(@key)}">{ed:group-name(@key)}</a>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="model" as="node()+">
    <code class="x-val">{'xsd:' || @name}</code>
    <xsl:if test="dataFacet">
      <xsl:text> </xsl:text>
      <code>{dataFacet/@value}</code>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:often" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
      if ($part/@maxOccurs = 'unbounded') then (if ($part/@minOccurs = '0') then '*' else '+')
      else if ($part/@minOccurs = '0') then '?'
      else ''"/>
  </xsl:function>

  <xsl:template name="ed:groups" as="element(Q{}dl)">
    <dl class="guide-groups">
      <xsl:for-each select="$ed:schema/(macroSpec, dataSpec)">
        <dt id="group-{ed:group-name(@ident)}">
          <code class="x-group">{ed:group-name(@ident)}</code>
        </dt>
        <dd>
          <p>{ed:typeset(desc)}</p>
          <p class="guide-model">
            <xsl:apply-templates select="content" mode="model"/>
          </p>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>
</xsl:stylesheet>
