<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the body of the guide, and the place where the build puts it in. Mode: guide-page. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="guide-page" as="element(Q{}html)">
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'encoding'"/>
      <xsl:with-param name="title" as="xs:string" select="ed:say('encoding-title')"/>
      <xsl:with-param name="above" as="xs:string?" select="
        TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()][1] ! ed:plain(.)"/>
      <xsl:with-param name="content" as="node()*">
        <div id="guide-body"></div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
