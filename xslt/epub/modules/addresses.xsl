<?xml version="1.0" encoding="UTF-8"?>
<!-- Where links of a book lead: to other chapters and to the web. The pages of the site beside its
     documents, persons and bibliography, are not in the book, and nothing leads there. Whether a
     chapter is there is known only when all are made: see converter/books/links.py.
     Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- From folder to folder as in the TEI; converter/books/links.py finds the chapter. -->
  <xsl:function name="ed:address" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="matches($target, '^(https?|mailto):', 'i')">
        <xsl:sequence select="$target"/>
      </xsl:when>
      <xsl:when test="matches($target, '^[^:?]+\.xml(#.*)?$')">
        <xsl:sequence select="replace($target, '\.xml(#.*)?$', '.xhtml$1')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:entry-of" as="xs:string?">
    <xsl:param name="name" as="element(persName)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="ed:to-bibliography" as="element(Q{}a)?">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="ed:permalink" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:param name="around" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>
</xsl:stylesheet>
