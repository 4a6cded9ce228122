<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections and divisions: translation, transcription, the author's text, the editor's commentary.
     Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- All sections, then the notes of each. Two stand side by side. -->
  <xsl:template name="ed:all-sections" as="node()*">
    <xsl:variable name="sections" as="element()*" select="ed:sections(text)"/>
    <xsl:choose>
      <xsl:when test="ed:is-parallel(text)">
        <xsl:variable name="fillers" as="map(xs:string, xs:integer)"
            select="ed:fillers($sections[1], $sections[2])"/>
        <xsl:sequence select="ed:choice-of-sections(.)"/>
        <div class="{string-join(('parallel', 'aligned'[exists($fillers('aligned'))]), ' ')}">
          <xsl:for-each select="$sections">
            <xsl:apply-templates select="." mode="html">
              <xsl:with-param name="fillers" as="map(xs:string, xs:integer)" tunnel="yes"
                  select="$fillers"/>
              <xsl:with-param name="depth" as="xs:integer" tunnel="yes" select="3"/>
              <xsl:with-param name="labelled" as="xs:boolean" select="true()"/>
            </xsl:apply-templates>
            <xsl:call-template name="ed:notes-of-section">
              <xsl:with-param name="labelled" as="xs:boolean" select="true()"/>
            </xsl:call-template>
          </xsl:for-each>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$sections">
          <xsl:apply-templates select="." mode="html">
            <xsl:with-param name="labelled" as="xs:boolean" select="count($sections) gt 1"/>
            <xsl:with-param name="depth" as="xs:integer" tunnel="yes"
                select="if (count($sections) gt 1) then 3 else 2"/>
          </xsl:apply-templates>
          <xsl:call-template name="ed:notes-of-section"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="front | body | back | body/div[@type = ('translation', 'transcription')]"
      mode="html" priority="2" as="element()">
    <xsl:param name="labelled" as="xs:boolean" select="false()"/>
    <xsl:element name="{if ($labelled) then 'section' else 'div'}">
      <xsl:sequence select="ed:attributes(., ('section', ed:class(@type)))"/>
      <xsl:if test="$labelled and @type = ('translation', 'transcription')">
        <h2 class="section-label">
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say(@type)}</xsl:text>
          <xsl:if test="@xml:lang">
            <span class="language"> · {ed:language-name(@xml:lang)}</span>
          </xsl:if>
        </h2>
      </xsl:if>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="div" mode="html" as="element()">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="2"/>
    <div>
      <xsl:sequence select="ed:attributes(., (ed:class(@type), 'division'[not(current()/@type)]))"/>
      <xsl:apply-templates mode="html">
        <xsl:with-param name="depth" as="xs:integer" tunnel="yes"
            select="$depth + (if (ancestor::div) then 1 else 0)"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="div[@type = 'commentary']" mode="html" priority="1" as="element()">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="2"/>
    <section>
      <xsl:sequence select="ed:attributes(., 'commentary')"/>
      <details open="open" data-remembered="commentary">
        <summary>
          <xsl:element name="{ed:heading($depth)}">
            <xsl:attribute name="class" select="'label'"/>
            <xsl:sequence select="ed:interface-language(.)"/>
            <xsl:text>{ed:say('commentary')}</xsl:text>
          </xsl:element>
        </summary>
        <xsl:apply-templates mode="html">
          <xsl:with-param name="depth" as="xs:integer" tunnel="yes" select="$depth + 1"/>
        </xsl:apply-templates>
      </details>
    </section>
  </xsl:template>

  <xsl:function name="ed:heading" as="xs:string">
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:sequence select="'h' || min(($depth, 6))"/>
  </xsl:function>

  <!-- The headline is written above the text, with the page breaks before it. -->
  <xsl:template match="head" mode="html" as="element()*">
    <xsl:param name="depth" as="xs:integer" tunnel="yes" select="2"/>
    <xsl:if test="not(ed:is-headline(.))">
      <xsl:element name="{ed:heading($depth)}">
        <xsl:sequence select="ed:attributes(., 'head')"/>
        <xsl:sequence select="ed:marks-before(.)"/>
        <xsl:apply-templates select="node()" mode="html"/>
        <xsl:sequence select="ed:doubt-mark(.)"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="list/head | lg/head" mode="html" priority="1" as="element()">
    <p>
      <xsl:sequence select="ed:attributes(., 'list-head')"/>
      <xsl:sequence select="ed:marks-before(.)"/>
      <xsl:apply-templates select="node()" mode="html"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
