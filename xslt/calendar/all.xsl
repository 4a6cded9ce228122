<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar of a diary to a page: parameters, modes, serialisation; the rest is in modules/.

     What it takes is one small TEI document, made in memory from the documents of a volume:

     TEI @xml:lang? xml:id="calendar"
       teiHeader/fileDesc/titleStmt    title type="main"? (of the volume), title type="sub"?
       text/body
         div type="year"+              one year, in order
           head                        "1938"
           div type="month"* @n        "1938-03": each month with a day that has something
             list/item+                one document or missing entry each, in order
               ref @target @type       address of its page and its kind; none of what is missing
                 date @when, title     of what is missing they stand in item rend="missing"
           div type="no-day"?          list/item as above: what is known by its month or year alone
         div type="undated"?           list/item as above: what is not dated at all -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="calendar"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/policy.xsl"/>
  <xsl:include href="../common/site.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="../common/site-page.xsl"/>
  <xsl:include href="../common/lists.xsl"/>
  <xsl:include href="../html/modules/assets.xsl"/>
  <xsl:include href="../html/modules/reader.xsl"/>
  <xsl:include href="../html/modules/characters.xsl"/>
  <xsl:include href="../bibliography/modules/places.xsl"/>
  <xsl:include href="modules/page.xsl"/>
  <xsl:include href="modules/month.xsl"/>

  <!-- Where the stylesheets and scripts of the page lie, as a relative prefix: "../assets/". -->
  <xsl:param name="assets" as="xs:string" select="''"/>
  <!-- The address of the contents page; empty: no link to it. -->
  <xsl:param name="home" as="xs:string" select="'../index.html'"/>
  <!-- The pages that the edition has beside its contents: "bibliography persons places search". -->
  <xsl:param name="lists" as="xs:string" select="''"/>
  <!-- The language of the words that the page adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- What is known of the page beside its TEI, made by the build; described in common/site.xsl. -->
  <xsl:param name="site" as="document-node()?" select="()"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words in a span. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <xsl:mode name="calendar" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" use-character-maps="visible"/>
</xsl:stylesheet>
