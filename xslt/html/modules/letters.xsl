<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a letter: opener, closer, postscript and what stands in them. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="opener | closer | postscript | address" mode="html" as="element()+">
    <xsl:param name="fillers" as="map(xs:string, xs:integer)" tunnel="yes" select="map { }"/>
    <xsl:sequence select="ed:filling(., $fillers)"/>
    <div>
      <xsl:sequence select="ed:attributes(., local-name())"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | addrLine" mode="html" as="element()">
    <p>
      <xsl:sequence select="ed:attributes(., local-name() => lower-case())"/>
      <xsl:sequence select="ed:marks-before(.)"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="ed:doubt-mark(.)"/>
    </p>
  </xsl:template>

  <!-- In running prose, as others encode it, they are words among words. -->
  <xsl:template match="p//dateline | p//salute | p//signed | dateline//salute" mode="html"
      priority="1" as="element()">
    <span>
      <xsl:sequence select="ed:attributes(., local-name())"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
