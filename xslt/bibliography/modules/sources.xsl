<?xml version="1.0" encoding="UTF-8"?>
<!-- One source: its fields, and links to the notes that cite it. Modes: bibliography, source. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="bibl" mode="bibliography" as="element(Q{}li)">
    <li>
      <xsl:sequence select="@xml:id ! ed:id(.)"/>
      <span class="source">
        <xsl:apply-templates select="ed:fields(.)" mode="source"/>
      </span>
      <xsl:variable name="refs" as="element(ref)*" select="note[@type = 'cited']/ref"/>
      <xsl:if test="exists($refs)">
        <xsl:text> </xsl:text>
        <span class="cited-in">
          <span class="said">{ed:say('cited-in')} </span>
          <xsl:for-each-group select="$refs" group-adjacent="ed:document(.)">
            <xsl:if test="position() gt 1">; </xsl:if>
            <xsl:call-template name="ed:places"/>
          </xsl:for-each-group>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- The notes of one document: "23 May 1939, n. 3, 5", each number a link. -->
  <xsl:template name="ed:places" as="node()+">
    <xsl:for-each select="current-group()">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:if test="not($first)">, </xsl:if>
      <a href="{ed:address(@target)}">
        <xsl:if test="not($first)">
          <xsl:attribute name="aria-label" select="ed:called(.) || ', ' || ed:say('note-number') || ' ' || num"/>
        </xsl:if>
        <xsl:text>{if ($first) then string-join((ed:called(.), num ! (ed:say('note-number') || '&#xA0;' || .)), ', ')
          else (num, ed:called(.))[1]}</xsl:text>
      </a>
    </xsl:for-each>
  </xsl:template>

  <!-- A citation that could not be traced: where it stands, what it says. -->
  <xsl:template match="item" mode="bibliography" as="element(Q{}li)">
    <li>
      <xsl:for-each select="ref[1]">
        <a href="{ed:address(@target)}">{ed:called(.)}{num ! (', ' || ed:say('note-number') || '&#xA0;' || .)}</a>
      </xsl:for-each>
      <xsl:apply-templates select="node() except ref[1]" mode="source"/>
    </li>
  </xsl:template>

  <xsl:template match="text()" mode="source" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="source" as="empty-sequence()"/>

  <xsl:template match="author | editor | surname | forename | persName | orgName | name | idno | date
      | pubPlace | publisher | biblScope | citedRange | num | hi | emph | foreign | note"
      mode="source" as="node()*">
    <xsl:apply-templates mode="source"/>
  </xsl:template>

  <!-- A book or serial is set in italics; a title that nobody checked says so. -->
  <xsl:template match="title" mode="source" as="node()*">
    <xsl:element name="{if (@level = ('a', 'u')) then 'span' else 'cite'}">
      <xsl:attribute name="class" select="'title'"/>
      <xsl:apply-templates mode="source"/>
    </xsl:element>
    <xsl:if test="@cert = 'low'">
      <xsl:text> </xsl:text>
      <span class="unchecked">{ed:say('unchecked')}</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ref" mode="source" as="node()*">
    <xsl:variable name="address" as="xs:string?" select="ed:address(@target)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a href="{$address}">
          <xsl:apply-templates mode="source"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="source"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="source" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <span class="unhandled" title="{ed:say('unhandled')} {name()}">
      <xsl:apply-templates mode="source"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
