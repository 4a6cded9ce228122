<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the bibliography: head, ways out, parts, lists. Mode: bibliography. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:parts" as="xs:string+"
      select="'archives', 'collections', 'newspapers', 'works', 'untraced'"/>

  <xsl:template match="/" mode="bibliography" as="element()*">
    <xsl:apply-templates select="*" mode="bibliography"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="bibliography" as="element()">
    <xsl:variable name="edition" as="xs:string?"
        select="teiHeader/fileDesc/titleStmt/title[@type = 'sub'][1] ! ed:plain(.)"/>
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'bibliography'"/>
      <xsl:with-param name="above" as="xs:string?" select="$edition"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:variable name="parts" as="element(div)*" select="text/body/div[@type = $ed:parts]"/>
        <xsl:if test="count($parts) gt 1">
          <nav class="years" aria-label="{ed:say('parts-of-bibliography')}">
            <xsl:for-each select="$parts">
              <a href="#{@type}">{ed:say(@type)}</a>
            </xsl:for-each>
          </nav>
        </xsl:if>
        <xsl:apply-templates select="text/body/*" mode="bibliography"/>
        <xsl:call-template name="ed:reference-files"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div[@type = $ed:parts]" mode="bibliography" as="element(Q{}section)">
    <section class="{@type}" id="{@type}">
      <h2>{ed:say(@type)}</h2>
      <xsl:if test="@type = 'untraced'">
        <p class="explained">{ed:say('untraced-explained')}</p>
      </xsl:if>
      <xsl:apply-templates select="* except head" mode="bibliography"/>
    </section>
  </xsl:template>

  <!-- The archives stand as headings above their papers; the list of them is for programs. -->
  <xsl:template match="div[@type = 'repositories']" mode="bibliography" as="empty-sequence()"/>

  <!-- A part that an editor added. -->
  <xsl:template match="div" mode="bibliography" priority="-1" as="element(Q{}section)">
    <section>
      <xsl:apply-templates select="*" mode="bibliography"/>
    </section>
  </xsl:template>

  <xsl:template match="div/head" mode="bibliography" as="element(Q{}h2)">
    <h2>
      <xsl:apply-templates mode="source"/>
    </h2>
  </xsl:template>

  <xsl:template match="p" mode="bibliography" as="element(Q{}p)">
    <p>
      <xsl:apply-templates mode="source"/>
    </p>
  </xsl:template>

  <xsl:template match="listBibl" mode="bibliography" as="element()+">
    <xsl:if test="head or parent::div[@type = 'archives']">
      <h3>
        <xsl:sequence select="@xml:id ! ed:id(.)"/>
        <xsl:apply-templates select="head/node()" mode="source"/>
        <xsl:if test="not(head)">{ed:say('unnamed-archive')}</xsl:if>
        <xsl:if test="ed:is-unchecked(.)">
          <xsl:text> </xsl:text>
          <span class="unchecked">{ed:say('unchecked')}</span>
        </xsl:if>
      </h3>
    </xsl:if>
    <ul class="sources">
      <xsl:apply-templates select="* except head" mode="bibliography"/>
    </ul>
  </xsl:template>

  <xsl:template match="list" mode="bibliography" as="element(Q{}ul)">
    <ul class="sources">
      <xsl:apply-templates select="item" mode="bibliography"/>
    </ul>
  </xsl:template>

  <xsl:function name="ed:id" as="attribute(id)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:attribute name="id" select="$id"/>
  </xsl:function>

  <xsl:template match="text() | comment() | processing-instruction()" mode="bibliography"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="bibliography" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <div class="unhandled" title="{ed:say('unhandled')} {name()}">
      <xsl:apply-templates mode="source"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
