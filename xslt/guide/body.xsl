<?xml version="1.0" encoding="UTF-8"?>
<!-- The body of the guide to the encoding. A package, so that every mode that is used must be declared. -->
<xsl:package name="urn:edition:guide-body" package-version="1.0" version="3.0"
    declared-modes="yes" default-mode="guide"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="body-all.xsl"/>
</xsl:package>
