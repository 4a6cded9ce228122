<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of an EPUB around its chapters. A package, so that every mode that is used must be
     declared; to change the output, write a stylesheet of your own that includes book-all.xsl. -->
<xsl:package name="urn:edition:epub-book" package-version="1.0" version="3.0"
    declared-modes="yes" default-mode="book"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="book-all.xsl"/>
</xsl:package>
