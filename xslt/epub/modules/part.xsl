<?xml version="1.0" encoding="UTF-8"?>
<!-- Which part of the book is made, and the page of XHTML around those that are read. Mode: book. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="book" as="element()">
    <xsl:apply-templates select="TEI" mode="book"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="book" as="element()">
    <xsl:variable name="made" as="element()">
      <xsl:choose>
        <xsl:when test="$part = 'package'">
          <xsl:call-template name="ed:package"/>
        </xsl:when>
        <xsl:when test="$part = 'contents'">
          <xsl:call-template name="ed:contents"/>
        </xsl:when>
        <xsl:when test="$part = 'colophon'">
          <xsl:call-template name="ed:colophon"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="ed:book-title-page"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$part = 'package'">
        <xsl:sequence select="$made"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$made" mode="xhtml"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ed:leaf" as="element(Q{}html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <html lang="{ed:language()}">
      <head>
        <meta charset="utf-8"/>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body epub:type="{$kind}">
        <main>
          <xsl:sequence select="$content"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The words of the printed volume are in the language of the texts. -->
  <xsl:function name="ed:of-the-text" as="attribute(lang)?">
    <xsl:param name="book" as="element(TEI)"/>
    <xsl:sequence select="ed:other-language(ed:page-language($book))"/>
  </xsl:function>
</xsl:stylesheet>
