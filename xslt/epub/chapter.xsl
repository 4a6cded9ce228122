<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI document to one chapter of an EPUB. A package, so that every mode that is used must be
     declared; to change the output, write a stylesheet of your own that includes all.xsl. -->
<xsl:package name="urn:edition:epub" package-version="1.0" version="3.0"
    declared-modes="yes" default-mode="chapter"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="all.xsl"/>
</xsl:package>
