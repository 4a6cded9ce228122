<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapter around the text: its title, its sections with their notes, what is known of the
     document and who has which right in it. No policy: the reading system shows the book with its own
     styles and scripts, which a policy would stop. Modes: chapter, html,
     xhtml. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="chapter" as="element()*">
    <xsl:variable name="made" as="element()*">
      <xsl:apply-templates select="*" mode="html"/>
    </xsl:variable>
    <xsl:apply-templates select="$made" mode="xhtml"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="html" as="element()">
    <xsl:variable name="head" as="element(head)?" select="ed:headline(.)"/>
    <html lang="{ed:page-language(.)}">
      <head>
        <meta charset="utf-8"/>
        <title>{ed:title-with-year(., ed:title(.))}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body epub:type="bodymatter">
        <main>
          <section class="{string-join(('chapter', ed:class(@type)), ' ')}" epub:type="chapter"
              role="doc-chapter">
            <xsl:call-template name="ed:title-page">
              <xsl:with-param name="head" as="element(head)?" select="$head"/>
            </xsl:call-template>
            <xsl:call-template name="ed:all-sections"/>
            <xsl:apply-templates select="* except (teiHeader, text)" mode="html"/>
            <xsl:call-template name="ed:details"/>
          </section>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The book itself bears the title of the volume. -->
  <xsl:template match="Q{}p[@class = 'volume']" mode="xhtml" as="empty-sequence()"/>

  <!-- How the texts were made stands once, at the end of the book. -->
  <xsl:template name="ed:making" as="empty-sequence()"/>
</xsl:stylesheet>
