<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of places: the alphabet, then each place with its letters. Mode: places. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="places" as="element()*">
    <xsl:apply-templates select="*" mode="places"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="places" as="element()">
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'places'"/>
      <xsl:with-param name="above" as="xs:string?"
          select="teiHeader/fileDesc/titleStmt/title[@type = 'sub'][1] ! ed:plain(.)"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:call-template name="ed:alphabet">
          <xsl:with-param name="heads" as="element(head)*" select="text/body/listPlace/head"/>
        </xsl:call-template>
        <xsl:apply-templates select="text/body/*" mode="places"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="listPlace" mode="places" as="element()">
    <section class="letter-group">
      <xsl:for-each select="head">
        <h2 id="{ed:letter-id(.)}">{ed:plain(.)}</h2>
      </xsl:for-each>
      <ul class="entries">
        <xsl:apply-templates select="* except head" mode="places"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="place" mode="places" as="element(Q{}li)">
    <li class="place">
      <xsl:if test="@xml:id">
        <xsl:attribute name="id" select="@xml:id"/>
      </xsl:if>
      <p class="name">
        <span class="said-first">{placeName[1] ! ed:plain(.)}</span>
      </p>
      <xsl:if test="placeName[2]">
        <p class="also"><span class="lead">{ed:say('also-named')}</span> {string-join(placeName[position() gt 1] ! ed:plain(.), '; ')}</p>
      </xsl:if>
      <xsl:apply-templates select="* except (placeName, note[@type = ('sent', 'received')])" mode="places"/>
      <xsl:call-template name="ed:labelled">
        <xsl:with-param name="label" as="xs:string" select="ed:say('letters-from')"/>
        <xsl:with-param name="refs" as="element(ref)*" select="note[@type = 'sent']/ref"/>
      </xsl:call-template>
      <xsl:call-template name="ed:labelled">
        <xsl:with-param name="label" as="xs:string" select="ed:say('letters-to')"/>
        <xsl:with-param name="refs" as="element(ref)*" select="note[@type = 'received']/ref"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <!-- What an editor added to a place. -->
  <xsl:template match="place/(note | p | desc | location | country | region | settlement)"
      mode="places" priority="-1" as="element(Q{}p)">
    <p class="description">{ed:plain(.)}</p>
  </xsl:template>

  <xsl:template match="place/idno" mode="places" as="element(Q{}p)">
    <xsl:variable name="address" as="xs:string?" select="ed:plain(.)[matches(., '^https?://')]"/>
    <p class="identifier">
      <xsl:choose>
        <xsl:when test="$address">
          <a href="{$address}">{$address}</a>
        </xsl:when>
        <xsl:otherwise>{string-join((@type, ed:plain(.)), ' ')}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="text() | comment() | processing-instruction()" mode="places"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="places" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <span class="unhandled" title="{ed:say('unhandled')} {name()}">{ed:plain(.)}</span>
  </xsl:template>

  <xsl:template match="listPlace/*" mode="places" priority="-9" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <li class="unhandled" title="{ed:say('unhandled')} {name()}">{ed:plain(.)}</li>
  </xsl:template>
</xsl:stylesheet>
