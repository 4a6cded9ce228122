<?xml version="1.0" encoding="UTF-8"?>
<!-- Citations: works, shelfmarks, places cited. Every character stays in its order. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="bibl" mode="html" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., ('bibl', ed:class(@type)))"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="author | editor | publisher | pubPlace | biblScope | citedRange | idno" mode="html"
      as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., (local-name() => lower-case(), ed:class((@type, @unit)[1])))"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <!-- A book or a journal is set in italics; an article keeps the quotation marks it was printed with,
       a description such as "diary" nothing. -->
  <xsl:template match="title" mode="html" as="element()">
    <xsl:element name="{if (@level = ('a', 'u')) then 'span' else 'cite'}">
      <xsl:sequence select="ed:attributes(., ('title', ed:class(@level)))"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
