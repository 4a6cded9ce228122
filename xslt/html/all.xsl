<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to HTML: parameters, modes, serialisation; each module fills one concern.
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="html"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/structure.xsl"/>
  <xsl:include href="../common/notes.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="../common/policy.xsl"/>
  <xsl:include href="../common/site.xsl"/>
  <xsl:include href="modules/page.xsl"/>
  <xsl:include href="modules/sections.xsl"/>
  <xsl:include href="modules/parallel.xsl"/>
  <xsl:include href="modules/prose.xsl"/>
  <xsl:include href="modules/letters.xsl"/>
  <xsl:include href="modules/pages.xsl"/>
  <xsl:include href="modules/phrases.xsl"/>
  <xsl:include href="modules/citations.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/doubts.xsl"/>
  <xsl:include href="modules/details.xsl"/>
  <xsl:include href="modules/meta.xsl"/>
  <xsl:include href="modules/cite.xsl"/>
  <xsl:include href="modules/downloads.xsl"/>
  <xsl:include href="modules/facsimile.xsl"/>
  <xsl:include href="modules/attributes.xsl"/>
  <xsl:include href="modules/unhandled.xsl"/>
  <xsl:include href="modules/characters.xsl"/>
  <xsl:include href="modules/assets.xsl"/>
  <xsl:include href="modules/annotations.xsl"/>
  <xsl:include href="modules/ways.xsl"/>
  <xsl:include href="modules/reader.xsl"/>

  <!-- Where the stylesheets and scripts of the page lie, as a relative prefix: "../assets/". -->
  <xsl:param name="assets" as="xs:string" select="''"/>
  <!-- The address of the contents page; empty: no link to it. -->
  <xsl:param name="home" as="xs:string" select="'../index.html'"/>
  <!-- The address of the page on which the edition is searched; empty: no link to it. -->
  <xsl:param name="search" as="xs:string" select="''"/>
  <!-- The place of the document in the calendar of its volume; empty: no link to it. -->
  <xsl:param name="calendar" as="xs:string" select="''"/>
  <!-- The language of the words that the page adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- Whether places whose encoding was a guess are marked: 'yes' or 'no'. -->
  <xsl:param name="show-doubt" as="xs:string" select="'no'"/>
  <!-- What is known of these places beside the TEI: the lines of the page, why, what decides them. -->
  <xsl:param name="doubts" as="document-node()?" select="()"/>
  <!-- What is known of the page beside its TEI, made by the build; described in common/site.xsl. -->
  <xsl:param name="site" as="document-node()?" select="()"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its children in a span. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <!-- The text where it stands. -->
  <xsl:mode name="html" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>
  <!-- A page break as a mark, wherever it is shown. -->
  <xsl:mode name="page-mark" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>
  <!-- A footnote in the list below the text. -->
  <xsl:mode name="note-body" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>
  <!-- The header as rows of the document details. -->
  <xsl:mode name="details" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" use-character-maps="visible"/>
</xsl:stylesheet>
