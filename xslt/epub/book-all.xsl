<?xml version="1.0" encoding="UTF-8"?>
<!-- What a book has around its chapters, one part in each run, made from a TEI document that describes
     it; converter/books/description.py writes it:

     TEI @xml:lang
       teiHeader
         fileDesc
           titleStmt/(title @type="main", title @type="sub"?, author*, editor*)
           publicationStmt/(publisher?, date?, idno @type="URN", availability/(licence | p)*)
           sourceDesc/bibl+                      the printed volume first, then the digital archive
         profileDesc/langUsage/language+ @ident
         revisionDesc/change @when               the moment that the format demands
       standOff/TEI*                             headers that say how the texts were made
       text/body
         div @type="year"*/(head?, list/item/ref @target/title)     the chapters in their order
         div @type="pages"?/list/item/ref @target                   the printed pages
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="book"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:import href="../html/all.xsl"/>
  <xsl:include href="modules/part.xsl"/>
  <xsl:include href="modules/title-page.xsl"/>
  <xsl:include href="modules/contents.xsl"/>
  <xsl:include href="modules/colophon.xsl"/>
  <xsl:include href="modules/package.xsl"/>
  <xsl:include href="modules/xhtml.xsl"/>

  <!-- The part that is made: 'title', 'contents', 'colophon' or 'package'. -->
  <xsl:param name="part" as="xs:string" select="'title'"/>

  <!-- The book as the part that is wished. -->
  <xsl:mode name="book" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Elements without a namespace, put into that of XHTML. -->
  <xsl:mode name="xhtml" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" use-character-maps="visible"/>
</xsl:stylesheet>
