<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that lists a reader's annotations; the script fills it from the browser. Without it the
     page says so. Mode: annotations. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="annotations" as="element()*">
    <xsl:apply-templates select="TEI" mode="annotations"/>
  </xsl:template>

  <xsl:template match="TEI" mode="annotations" as="element(Q{}html)">
    <xsl:variable name="edition" as="xs:string?"
        select="teiHeader/fileDesc/titleStmt/title[normalize-space()][1] ! ed:plain(.)"/>
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'annotations'"/>
      <xsl:with-param name="above" as="xs:string?" select="$edition"/>
      <xsl:with-param name="content" as="node()*">
        <p data-annotations-off="">{ed:say('annotations-need-script')}</p>
      </xsl:with-param>
      <xsl:with-param name="last" as="element()*">
        <xsl:call-template name="ed:annotations">
          <xsl:with-param name="of" as="xs:string" select="'edition'"/>
          <xsl:with-param name="documents" as="element(Q{}a)*">
            <xsl:apply-templates select="text/body/list/item/ref" mode="annotations"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- By the date where the title is the beginning of it, by both where the title says something else. -->
  <xsl:template match="ref" mode="annotations" as="element(Q{}a)">
    <xsl:variable name="title" as="xs:string" select="ed:plain(title)"/>
    <xsl:variable name="date" as="xs:string?" select="date/@when ! ed:day(.)"/>
    <a href="{ed:address(@target)}">
      <xsl:text>{if (empty($date) or contains($title, $date)) then $title
        else if (starts-with($date, $title)) then $date
        else $title || ', ' || $date}</xsl:text>
    </a>
  </xsl:template>
</xsl:stylesheet>
