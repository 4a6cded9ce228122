<?xml version="1.0" encoding="UTF-8"?>
<!-- One section an element: its meaning, where it stands, what it contains, its attributes, the rules
     that concern it, an example, the chapters that speak of it. Mode: guide. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:teix="http://www.tei-c.org/ns/Examples"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="elementSpec" mode="guide" as="node()+">
    <xsl:variable name="own" as="element(attDef)*" select="attList/attDef[not(@mode = 'delete')]"/>
    <xsl:variable name="shared" as="element(attDef)*" select="$own[ed:is-shared(.)]"/>
    <xsl:text>&#10;</xsl:text>
    <section class="guide-element" id="{ed:element-id(@ident)}">
      <h3>
        <code class="x-name">{@ident}</code>
        <xsl:text> </xsl:text>
        <xsl:sequence select="ed:permalink(ed:element-id(@ident), @ident)"/>
      </h3>
      <p class="guide-meaning">{ed:typeset(desc)}</p>
      <dl>
        <xsl:sequence select="ed:named('within', ed:within(@ident))"/>
        <xsl:sequence select="ed:named('contains', ed:contains(content))"/>
        <xsl:if test="content//sequence[*[2]]">
          <xsl:variable name="model" as="element(Q{}span)">
            <span class="guide-model">
              <xsl:apply-templates select="content" mode="model"/>
            </span>
          </xsl:variable>
          <xsl:sequence select="ed:named('order', $model)"/>
        </xsl:if>
        <xsl:if test="$own">
          <dt>{ed:label('attributes')}</dt>
          <dd>
            <xsl:apply-templates select="$own except $shared" mode="guide"/>
            <xsl:if test="$shared">
              <p class="guide-shared">
                <xsl:text>{ed:label('shared')[exists($own except $shared)]} </xsl:text>
                <xsl:for-each select="$shared">
                  <xsl:sequence select="ed:attribute-link(@ident)"/>
                  <xsl:text>{'*'[current()/@usage = 'req']} </xsl:text>
                </xsl:for-each>
              </p>
            </xsl:if>
          </dd>
        </xsl:if>
        <xsl:apply-templates select="remarks" mode="guide"/>
        <xsl:sequence select="ed:rules-of(@ident)"/>
        <xsl:sequence select="ed:named('chapters', ed:chapters(@ident))"/>
      </dl>
      <xsl:apply-templates select="exemplum/teix:egXML" mode="guide"/>
    </section>
  </xsl:template>

  <xsl:function name="ed:named" as="element()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="what" as="node()*"/>
    <xsl:if test="exists($what)">
      <dt>{ed:label($label)}</dt>
      <dd>
        <xsl:sequence select="$what"/>
      </dd>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:within" as="node()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="around" as="xs:string*" select="ed:around($name)"/>
    <xsl:sequence select="$around ! (ed:element-link(.), ed:space())"/>
    <xsl:if test="empty($around)">{ed:label('root')}</xsl:if>
  </xsl:function>

  <xsl:function name="ed:contains" as="node()+">
    <xsl:param name="content" as="element(content)"/>
    <xsl:variable name="inside" as="xs:string*" select="ed:inside($content)"/>
    <xsl:if test="ed:has-text($content)">
      <span class="x-text">{ed:label('text')}</span>
      <xsl:sequence select="ed:space()"/>
    </xsl:if>
    <xsl:if test="empty($inside) and not(ed:has-text($content))">
      <span class="x-text">{ed:label('nothing')}</span>
    </xsl:if>
    <xsl:sequence select="$inside ! (ed:element-link(.), ed:space())"/>
  </xsl:function>

  <xsl:function name="ed:space" as="text()">
    <xsl:text> </xsl:text>
  </xsl:function>

  <xsl:function name="ed:chapters" as="node()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:for-each select="key('chapter', $name, $ed:odd)">
      <xsl:if test="position() != 1">, </xsl:if>
      <a href="#{@xml:id}">{head}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- Of an element with several definitions: what it is in which place. -->
  <xsl:template match="remarks" mode="guide" as="element()+">
    <dt>{ed:label('places')}</dt>
    <dd>
      <xsl:for-each select="p/list/item">
        <p>
          <xsl:variable name="places" as="element(gi)*" select="preceding-sibling::label[1]/gi"/>
          <xsl:for-each select="$places[count($places) le $ed:few]">
            <xsl:sequence select="ed:element-link(.)"/>
            <xsl:text> </xsl:text>
          </xsl:for-each>
          <xsl:if test="count($places) gt $ed:few">
            <span class="x-text">{ed:label('elsewhere')} </span>
          </xsl:if>
          <xsl:text>– {ed:typeset(text())}</xsl:text>
          <xsl:for-each select="att[@rend]">
            <xsl:text> </xsl:text>
            <code class="x-att">@{.}*</code>
          </xsl:for-each>
        </p>
      </xsl:for-each>
    </dd>
  </xsl:template>
</xsl:stylesheet>
