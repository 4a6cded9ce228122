<?xml version="1.0" encoding="UTF-8"?>
<!-- What the lists of an edition share: letters of the alphabet, and links from what is listed to
     documents. Named templates and functions; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The letters under which something stands. -->
  <xsl:template name="ed:alphabet" as="element(Q{}nav)?">
    <xsl:param name="heads" as="element(head)*"/>
    <xsl:if test="count($heads) gt 1">
      <nav class="years alphabet" aria-label="{ed:say('alphabet')}">
        <xsl:for-each select="$heads">
          <a href="#{ed:letter-id(.)}">{ed:plain(.)}</a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Ids of persons and places have no capitals: none is that of a letter. -->
  <xsl:function name="ed:letter-id" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="'L-' || string-join(string-to-codepoints(ed:plain($head)) ! string(.), '-')"/>
  </xsl:function>

  <!-- Links under a label: open where they are few, folded where there are more than forty. -->
  <xsl:template name="ed:labelled" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="refs" as="element(ref)*"/>
    <xsl:choose>
      <xsl:when test="empty($refs)"/>
      <xsl:when test="count($refs) gt 40">
        <details class="places">
          <summary><span class="lead">{$label}</span> ({count($refs)})</summary>
          <p><xsl:sequence select="ed:document-links($refs)"/></p>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <p class="places">
          <span class="lead">{$label}</span>
          <xsl:text> </xsl:text>
          <xsl:sequence select="ed:document-links($refs)"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "23 May 1939, n. 3, 5; 1 June 1939, 2": of one document the first place in words, others short. -->
  <xsl:function name="ed:document-links" as="node()*">
    <xsl:param name="refs" as="element(ref)*"/>
    <xsl:for-each-group select="$refs" group-adjacent="ed:document(.)">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:for-each select="current-group()">
        <xsl:variable name="place" as="xs:string" select="string(position())"/>
        <xsl:variable name="which" as="xs:string" select="
          if (num) then ed:say('note-number') || '&#xA0;' || num
          else ed:say('place-number', map { 'n': $place })"/>
        <xsl:if test="position() gt 1">, </xsl:if>
        <a href="{ed:address(@target)}">
          <xsl:choose>
            <xsl:when test="position() = 1">{string-join((ed:called(.), $which[current()/num]), ', ')}</xsl:when>
            <xsl:otherwise>
              <xsl:attribute name="aria-label" select="ed:called(.) || ', ' || $which"/>
              <xsl:text>{if (num) then $which else $place}</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
