<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: at their element, and all of them with their values in one list. Mode: guide. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="attDef" mode="guide" as="element(Q{}div)">
    <div class="guide-attribute">
      <p>
        <xsl:sequence select="ed:attribute-link(@ident)"/>
        <xsl:if test="@usage = 'req'">
          <xsl:text>* </xsl:text>
          <span class="x-text">{ed:label('required')}</span>
        </xsl:if>
        <xsl:text> {ed:typeset(desc)}</xsl:text>
        <xsl:apply-templates select="datatype" mode="guide"/>
      </p>
      <xsl:sequence select="ed:values(.)"/>
    </div>
  </xsl:template>

  <!-- The kind of value, where it is not any text. -->
  <xsl:template match="datatype" mode="guide" as="element(Q{}span)">
    <span class="guide-model">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="dataRef" mode="model"/>
    </span>
  </xsl:template>

  <xsl:function name="ed:values" as="element(Q{}ul)?">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:if test="$attribute/valList">
      <ul class="guide-values">
        <xsl:for-each select="$attribute/valList/valItem">
          <li>
            <code class="x-val">{@ident}</code>
            <xsl:text> {ed:typeset(desc)}</xsl:text>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- Each attribute once; where it means different things, each meaning with its elements. -->
  <xsl:template name="ed:attributes" as="element(Q{}dl)">
    <dl class="guide-index">
      <xsl:for-each-group select="$ed:elements/attList/attDef[not(@mode = 'delete')]" group-by="@ident">
        <xsl:sort select="lower-case(@ident)"/>
        <dt id="{ed:attribute-id(@ident)}">
          <code class="x-att">@{@ident}</code>
        </dt>
        <dd>
          <xsl:for-each-group select="current-group()" group-by="ed:way(.)">
            <div class="guide-attribute">
              <p>
                <span class="guide-on">
                  <xsl:text>{ed:label('on')} </xsl:text>
                  <xsl:for-each select="current-group()">
                    <xsl:sequence select="ed:element-link(ancestor::elementSpec/@ident), ed:space()"/>
                  </xsl:for-each>
                </span>
                <xsl:if test="@usage = 'req'">
                  <span class="x-text">{ed:label('required')} </span>
                </xsl:if>
                <xsl:text>{ed:typeset(desc)}</xsl:text>
                <xsl:apply-templates select="datatype" mode="guide"/>
              </p>
              <xsl:sequence select="ed:values(.)"/>
            </div>
          </xsl:for-each-group>
        </dd>
      </xsl:for-each-group>
    </dl>
  </xsl:template>
</xsl:stylesheet>
