<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to one chapter that pandoc makes a part of a Word document of: the chapter of an EPUB, with its
     notes in the one form that pandoc reads as footnotes.
     A stylesheet of your own includes this file and adds templates of a higher priority. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="chapter"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:import href="../epub/all.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/blocks.xsl"/>
</xsl:stylesheet>
