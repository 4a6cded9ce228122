<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of persons: the alphabet, then a section for each letter. Mode: persons. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="persons" as="element()*">
    <xsl:apply-templates select="*" mode="persons"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="persons" as="element()">
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'persons'"/>
      <xsl:with-param name="above" as="xs:string?"
          select="teiHeader/fileDesc/titleStmt/title[@type = 'sub'][1] ! ed:plain(.)"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:call-template name="ed:alphabet">
          <xsl:with-param name="heads" as="element(head)*" select="text/body/listPerson/head"/>
        </xsl:call-template>
        <xsl:apply-templates select="text/body/*" mode="persons"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="listPerson" mode="persons" as="element()">
    <section class="letter-group">
      <xsl:for-each select="head">
        <h2 id="{ed:letter-id(.)}">{ed:plain(.)}</h2>
      </xsl:for-each>
      <ul class="entries">
        <xsl:apply-templates select="* except head" mode="persons"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="text() | comment() | processing-instruction()" mode="persons"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="persons" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <span class="unhandled" title="{ed:say('unhandled')} {name()}">{ed:plain(.)}</span>
  </xsl:template>

  <xsl:template match="listPerson/*" mode="persons" priority="-9" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <li class="unhandled" title="{ed:say('unhandled')} {name()}">{ed:plain(.)}</li>
  </xsl:template>
</xsl:stylesheet>
