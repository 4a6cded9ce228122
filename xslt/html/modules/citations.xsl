<?xml version="1.0" encoding="UTF-8"?>
<!-- Citations: works, shelfmarks, places cited. Every character stays in its order. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="bibl" mode="html" as="element()+">
    <span>
      <xsl:sequence select="ed:attributes(., ('bibl', ed:class(@type)))"/>
      <xsl:apply-templates mode="html"/>
    </span>
    <xsl:sequence select="ed:to-bibliography(.)"/>
  </xsl:template>

  <!-- A small link behind a citation to what the bibliography says of its source. -->
  <xsl:function name="ed:to-bibliography" as="element(Q{}a)?">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="address" as="xs:string?" select="
      if (starts-with($bibl/@corresp, '#')) then $bibl/@corresp[key('ed:by-id', substring(., 2))]
      else ed:address($bibl/@corresp)"/>
    <xsl:if test="$address">
      <a class="to-bibliography" href="{$address}" aria-label="{ed:say('in-bibliography')}"
         title="{ed:say('in-bibliography')}">
        <xsl:sequence select="ed:interface-language($bibl)"/>
        <xsl:text>→</xsl:text>
      </a>
    </xsl:if>
  </xsl:function>

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
