<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: head, title, and the order of all its parts. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="html" as="element()*">
    <xsl:apply-templates select="*" mode="html"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="html" as="element()">
    <xsl:variable name="head" as="element(head)?" select="ed:headline(.)"/>
    <html lang="{ed:page-language(.)}" xsl:expand-text="yes">
      <xsl:call-template name="ed:page-head"/>
      <body class="{'page', ed:class(@type), 'side-by-side'[ed:is-parallel(current()/text)]}">
        <a class="skip" href="#{ed:free-id('text', .)}">
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say('skip')}</xsl:text>
        </a>
        <xsl:call-template name="ed:ways"/>
        <main id="{ed:free-id('text', .)}">
          <article>
            <xsl:call-template name="ed:title-page">
              <xsl:with-param name="head" as="element(head)?" select="$head"/>
            </xsl:call-template>
            <xsl:call-template name="ed:ways-to-use"/>
            <xsl:call-template name="ed:all-sections"/>
            <xsl:apply-templates select="* except (teiHeader, text)" mode="html"/>
          </article>
          <xsl:call-template name="ed:neighbours">
            <xsl:with-param name="label" as="xs:string" select="ed:say('read-on')"/>
          </xsl:call-template>
          <xsl:call-template name="ed:uncertain-places"/>
          <xsl:call-template name="ed:using"/>
          <xsl:call-template name="ed:details"/>
        </main>
        <xsl:call-template name="ed:facsimile-frame"/>
        <xsl:call-template name="ed:site-imprint"/>
        <xsl:call-template name="ed:note-window"/>
        <xsl:call-template name="ed:windows"/>
        <xsl:call-template name="ed:annotations"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:page-head" as="element()">
    <xsl:variable name="title" as="xs:string" select="ed:title(.)"/>
    <head>
      <meta http-equiv="Content-Security-Policy" content="{ed:policy($ed:image-host)}"/>
      <meta charset="utf-8"/>
      <title>{string-join((ed:title-with-year(., $title), ed:volume(.)), ' · ')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <xsl:for-each select="ed:authors(.)">
        <meta name="author" content="{.}"/>
      </xsl:for-each>
      <xsl:call-template name="ed:meta"/>
      <xsl:call-template name="ed:assets">
        <xsl:with-param name="for" as="xs:string" select="'document'"/>
      </xsl:call-template>
      <xsl:for-each select="@prev[ed:address(.)]">
        <link rel="prev" href="{ed:address(.)}"/>
      </xsl:for-each>
      <xsl:for-each select="@next[ed:address(.)]">
        <link rel="next" href="{ed:address(.)}"/>
      </xsl:for-each>
    </head>
  </xsl:template>

  <!-- The date where the title is the beginning of it, both where the title says something else; in
       the language of the text, in which the title is, if we have words for it. -->
  <xsl:function name="ed:title-with-year" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="dates" as="xs:string*" select="
      ed:date-in-words(ed:dating($tei), ed:page-language($tei))[exists($ed:words(ed:page-language($tei)))],
      ed:date-in-all-words(ed:dating($tei))"/>
    <xsl:sequence select="
      if (empty($dates) or (some $date in $dates satisfies contains($title, $date))) then $title
      else ($dates[starts-with(., $title)], $title || ', ' || $dates[1])[1]"/>
  </xsl:function>

  <xsl:template name="ed:title-page" as="element()">
    <xsl:param name="head" as="element(head)?"/>
    <xsl:variable name="dating" as="element()?" select="ed:dating(.)"/>
    <header class="title-page">
      <xsl:if test="ed:volume(.)">
        <p class="volume">{ed:volume(.)}</p>
      </xsl:if>
      <h1>
        <xsl:choose>
          <xsl:when test="$head">
            <xsl:sequence select="$head/ancestor::*[@xml:lang][1]/@xml:lang
              [not(. = ed:page-language(root()/*))] ! ed:lang(.)"/>
            <xsl:sequence select="ed:attributes($head, ())"/>
            <xsl:sequence select="ed:marks-before($head)"/>
            <xsl:apply-templates select="$head/node()" mode="html"/>
            <xsl:sequence select="ed:doubt-mark($head)"/>
          </xsl:when>
          <xsl:otherwise>{ed:title(.)}</xsl:otherwise>
        </xsl:choose>
      </h1>
      <xsl:if test="ed:date-in-words($dating)">
        <p class="dated">
          <xsl:sequence select="ed:interface-language(.), ed:time($dating, ed:date-in-words($dating))"/>
        </p>
      </xsl:if>
      <xsl:if test="exists(ed:authors(.))">
        <p class="correspondents">
          <span class="author">{string-join(ed:authors(.), '; ')}</span>
          <xsl:if test="exists(ed:recipients(.))">
            <span class="to">
              <xsl:sequence select="ed:interface-language(.)"/>
              <xsl:text> {ed:say('to')} </xsl:text>
            </span>
            <span class="recipient">{string-join(ed:recipients(.), '; ')}</span>
          </xsl:if>
        </p>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:function name="ed:lang" as="attribute(lang)">
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="lang" select="$code"/>
  </xsl:function>
</xsl:stylesheet>
