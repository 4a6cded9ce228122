<?xml version="1.0" encoding="UTF-8"?>
<!-- The Schematron rules: at the elements that they concern, and all in one list. Mode: message. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:any" as="xs:string" select="'*'"/>

  <!-- Those asked of every element stand in the list alone. -->
  <xsl:function name="ed:rules-of" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="asserts" as="element(sch:assert)*"
        select="$ed:asserts[ed:concerned(..) = $name]"/>
    <xsl:if test="$asserts">
      <dt>{ed:label('rules')}</dt>
      <dd>
        <ul class="guide-rules">
          <xsl:for-each select="$asserts">
            <li>
              <a href="#rule-{@id}">
                <xsl:apply-templates select="." mode="message"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </dd>
    </xsl:if>
  </xsl:function>

  <xsl:template name="ed:rules" as="element(Q{}dl)">
    <dl class="guide-groups">
      <xsl:for-each select="$ed:asserts">
        <xsl:sort select="@id"/>
        <dt id="rule-{@id}">
          <code>{@id}</code>
          <xsl:text> </xsl:text>
          <span class="x-text">{ed:label((@role[. = 'warning'], 'error')[1])}</span>
        </dt>
        <dd>
          <p>
            <span class="guide-on">
              <xsl:text>{ed:label('on')} </xsl:text>
              <xsl:for-each select="distinct-values(ed:concerned(..))">
                <xsl:sequence select=".[. != $ed:any] ! ed:element-link(.)"/>
                <xsl:text>{ed:label('every-element')[current() = $ed:any]} </xsl:text>
              </xsl:for-each>
            </span>
            <xsl:apply-templates select="." mode="message"/>
          </p>
          <p class="guide-hint">{ed:typeset(sch:span[@class = 'what-to-do'])}</p>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- What a message takes from the document is not known here. -->
  <xsl:template match="sch:assert" mode="message" as="text()">
    <xsl:variable name="parts" as="text()*">
      <xsl:apply-templates mode="message"/>
    </xsl:variable>
    <xsl:value-of select="ed:typeset(replace(normalize-space(string-join($parts)), ':$', ''))"/>
  </xsl:template>

  <xsl:template match="sch:value-of | sch:name" mode="message" as="text()">
    <xsl:text>…</xsl:text>
  </xsl:template>

  <xsl:template match="sch:span" mode="message" as="empty-sequence()"/>

  <xsl:template match="sch:assert/text()" mode="message" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>
</xsl:stylesheet>
