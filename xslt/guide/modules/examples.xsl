<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI shown as it is written: signs, names, attributes and values in classes, not one space more or
     less. Modes: guide (the frame), example. -->
<xsl:stylesheet version="3.0" expand-text="no"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:teix="http://www.tei-c.org/ns/Examples"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:template match="teix:egXML" mode="guide" as="element(Q{}figure)">
    <figure class="guide-example">
      <pre>
        <code>
          <xsl:if test="matches(., '[а-я]{4}')">
            <xsl:attribute name="lang" select="'ru'"/>
          </xsl:if>
          <xsl:apply-templates mode="example"/>
        </code>
      </pre>
      <figcaption>
        <xsl:value-of select="
          if (@source) then ed:label('is-in') || ' ' || replace(@source, '#.*', '')
          else ed:label('invented')"/>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="teix:*" mode="example" as="node()+">
    <span class="x-tag">
      <xsl:value-of select="'&lt;' || local-name()"/>
    </span>
    <xsl:apply-templates select="@*" mode="example"/>
    <xsl:choose>
      <xsl:when test="node()">
        <span class="x-tag">&gt;</span>
        <xsl:apply-templates mode="example"/>
        <span class="x-tag">
          <xsl:value-of select="'&lt;/' || local-name() || '&gt;'"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <span class="x-tag">/&gt;</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Identifiers, and references to them, were set apart by the number of the example. -->
  <xsl:template match="@*" mode="example" as="node()+">
    <xsl:variable name="apart" as="xs:string" select="ancestor::teix:egXML/@xml:id || '.'"/>
    <xsl:text> </xsl:text>
    <span class="x-att">
      <xsl:value-of select="name()"/>
    </span>
    <xsl:text>=</xsl:text>
    <span class="x-val">
      <xsl:value-of select="'&quot;' || ed:escaped(
        if (starts-with(., $apart)) then substring-after(., $apart)
        else if (starts-with(., '#' || $apart)) then '#' || substring-after(., $apart)
        else string(.)) || '&quot;'"/>
    </span>
  </xsl:template>

  <xsl:template match="text()" mode="example" as="text()">
    <xsl:value-of select="ed:escaped(.)"/>
  </xsl:template>

  <xsl:template match="comment()" mode="example" as="element(Q{}span)">
    <span class="x-out">
      <xsl:value-of select="'&lt;!--' || . || '--&gt;'"/>
    </span>
  </xsl:template>

  <xsl:function name="ed:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      $text => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;') => replace('&gt;', '&amp;gt;')"/>
  </xsl:function>
</xsl:stylesheet>
