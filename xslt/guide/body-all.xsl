<?xml version="1.0" encoding="UTF-8"?>
<!-- The ODD of the edition to the body of its guide: prose, elements, attributes, rules. Parameters,
     modes, keys, serialisation. It is made once, by tools/make_guide.py; the page around it, in the
     language and colours of an edition, is all.xsl. -->
<xsl:stylesheet version="3.0" expand-text="yes" default-mode="guide"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/odd.xsl"/>
  <xsl:include href="modules/outline.xsl"/>
  <xsl:include href="modules/prose.xsl"/>
  <xsl:include href="modules/examples.xsl"/>
  <xsl:include href="modules/models.xsl"/>
  <xsl:include href="modules/elements.xsl"/>
  <xsl:include href="modules/attributes.xsl"/>
  <xsl:include href="modules/rules.xsl"/>

  <!-- Prose, and what is said of elements and attributes. -->
  <xsl:mode name="guide" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <!-- TEI shown as it is written. -->
  <xsl:mode name="example" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A content model in the signs of a compact schema. -->
  <xsl:mode name="model" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The message of a rule. -->
  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Well-formed XML that is HTML too. -->
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
</xsl:stylesheet>
