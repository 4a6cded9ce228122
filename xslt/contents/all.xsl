<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents page: parameters, modes, serialisation; the page itself is in modules/.

     What it takes is one small TEI document, made in memory from the documents of the edition:

     TEI @xml:lang?
       teiHeader/fileDesc
         titleStmt          title? (of the edition), editor*
         publicationStmt    publisher?, date?, availability/licence[@target]?   or p*
         sourceDesc         p
       text/body
         div type="volume"+                     one volume, in the order of the page
           head?                                its title
           ref type="calendar"? @target         where the calendar of a diary is
           div type="year"+                     one year, in order; the undated last
             head?                              "1939"; none where the documents have no date
             list/item+                         one document each, in order
               ref @target @type                address of its page; diary-entry, letter,
                                                conversation or document
                 date? @when|@from/@to|…        missing where the document has none
                 title @xml:lang?               as printed
               persName role="author"*
               persName role="recipient"*
               measure? unit="page-mark" @quantity     for programs; the page does not show it
           div type="missing"?                  what the archive's contents list and is not here
             head?                              the list's own heading, where it names another volume
             measure unit="entry" @quantity     how many entries the list has
             measure unit="without-document" @quantity     how many of them are not here
             list/item+                         one entry each, in the order of the list
               title                            as printed
               measure unit="entry"?, measure unit="without-document"?
                                                where several entries share the title and it is not
                                                known which of them are here -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="contents"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/words.xsl"/>
  <xsl:include href="../common/document.xsl"/>
  <xsl:include href="../common/policy.xsl"/>
  <xsl:include href="../common/site.xsl"/>
  <xsl:include href="../common/site-page.xsl"/>
  <xsl:include href="../common/unhandled.xsl"/>
  <xsl:include href="../html/modules/assets.xsl"/>
  <xsl:include href="../html/modules/reader.xsl"/>
  <xsl:include href="../html/modules/characters.xsl"/>
  <xsl:include href="modules/page.xsl"/>
  <xsl:include href="modules/entries.xsl"/>
  <xsl:include href="modules/missing.xsl"/>

  <!-- Where the stylesheets and scripts of the page lie, as a relative prefix: "assets/". -->
  <xsl:param name="assets" as="xs:string" select="''"/>
  <!-- The address of the page itself. -->
  <xsl:param name="home" as="xs:string" select="'index.html'"/>
  <!-- The pages that the edition has beside its contents: "bibliography persons places search". -->
  <xsl:param name="lists" as="xs:string" select="''"/>
  <!-- The language of the words that the page adds of its own. -->
  <xsl:param name="interface" as="xs:string" select="'en'"/>
  <!-- What is known of the page beside its TEI, made by the build; described in common/site.xsl. -->
  <xsl:param name="site" as="document-node()?" select="()"/>
  <!-- An element without a template: 'fail' ends the run, 'mark' writes its words in a span. -->
  <xsl:param name="on-unhandled" as="xs:string" select="'fail'"/>

  <xsl:mode name="contents" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
      include-content-type="no" use-character-maps="visible"/>
</xsl:stylesheet>
