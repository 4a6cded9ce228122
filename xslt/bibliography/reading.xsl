<?xml version="1.0" encoding="UTF-8"?>
<!-- bibliography.xml to plain text. A package, so that every mode that is used must be declared; to
     change the output, write a stylesheet of your own that includes text-all.xsl. -->
<xsl:package name="urn:edition:bibliography-text" package-version="1.0" version="3.0"
    declared-modes="yes" default-mode="lines"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="text-all.xsl"/>
</xsl:package>
