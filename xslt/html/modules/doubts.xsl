<?xml version="1.0" encoding="UTF-8"?>
<!-- Uncertain places: a mark in the text that leads to a list at its end, where each is explained.
     What it says comes from the page, not from the TEI: see converter/whereabouts.py. Mode: html. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:key name="ed:place" match="ed:place" use="@at"/>

  <!-- What is doubted of the lines in an element: by its id, else by its child sequence. -->
  <xsl:function name="ed:doubted" as="element(ed:place)?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$doubts ! key('ed:place', ed:pointer($node), .)"/>
  </xsl:function>

  <xsl:function name="ed:pointer" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/@xml:id ! string(.), string-join(
      $node/ancestor-or-self::* ! ('/' || (count(preceding-sibling::*) + 1))))[1]"/>
  </xsl:function>

  <!-- The mark, to stand behind the words of an element. -->
  <xsl:function name="ed:doubt-mark" as="element(Q{}sup)?">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each select="ed:doubted($node)">
      <xsl:variable name="id" as="xs:string" select="ed:doubt-id(., $node)"/>
      <sup class="doubt-ref">
        <a id="{$id}-ref" href="#{$id}" aria-label="{ed:say('uncertain-place')} {@n}">
          <xsl:sequence select="ed:interface-language($node)"/>
          <xsl:text>?{@n}</xsl:text>
        </a>
      </sup>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:doubt-id" as="xs:string">
    <xsl:param name="place" as="element(ed:place)"/>
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="ed:free-id('uncertain-' || $place/@n, $text)"/>
  </xsl:function>

  <!-- The list. It stays open: a closed entry would not open everywhere for a link that leads to it,
       and would not print. -->
  <xsl:template name="ed:uncertain-places" as="element(Q{}section)?">
    <xsl:variable name="text" as="element()" select="."/>
    <xsl:if test="exists($doubts//ed:place)">
      <section class="uncertain-places">
        <xsl:sequence select="ed:interface-language(.)"/>
        <h2>{ed:say('uncertain-places')}</h2>
        <p class="explained">{ed:say('uncertain-explained')}</p>
        <ol>
          <xsl:for-each select="$doubts//ed:place">
            <li id="{ed:doubt-id(., $text)}">
              <xsl:sequence select="ed:doubt ! ed:doubt-in-words(.)"/>
              <a class="back" href="#{ed:doubt-id(., $text)}-ref"
                 aria-label="{ed:say('back-to-uncertain')} {@n}">↩&#xFE0E;</a>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One line: where it stands, as what it was taken, why, and what decides it. -->
  <xsl:function name="ed:doubt-in-words" as="element()">
    <xsl:param name="doubt" as="element(ed:doubt)"/>
    <div class="doubt">
      <p class="printed">
        <q lang="{$doubt/ed:words/@lang}">{$doubt/ed:words}</q>
        <xsl:text> </xsl:text>
        <span class="source">{$doubt/@page}, {ed:say('line')} {$doubt/@line}</span>
      </p>
      <p>
        <xsl:text>{ed:say('taken-for')} </xsl:text>
        <b>{ed:kind-of-line($doubt/@kind)}</b>
        <xsl:text>, {ed:say('sure', map { 'n': string($doubt/@percent) })}.</xsl:text>
        <xsl:if test="$doubt/@otherwise != ''">
          <xsl:text> {ed:say('or-it-is')} {ed:kind-of-line($doubt/@otherwise)}.</xsl:text>
        </xsl:if>
        <xsl:if test="$doubt/ed:why != ''">
          <xsl:text> {ed:say('because')} </xsl:text>
          <xsl:sequence select="ed:reason($doubt/ed:why)"/>
        </xsl:if>
        <xsl:text> </xsl:text>
        <span class="rule">[{ed:say('rule')} {$doubt/@rule}]</span>
      </p>
      <details class="decision">
        <summary>{ed:say('decision-to-paste')} {$doubt/@line}</summary>
        <pre>{$doubt/ed:decision}</pre>
      </details>
    </div>
  </xsl:function>

  <!-- The reasons of the rules are written in English. -->
  <xsl:function name="ed:reason" as="node()">
    <xsl:param name="why" as="element(ed:why)"/>
    <xsl:choose>
      <xsl:when test="ed:language() = 'en'">
        <xsl:value-of select="$why"/>
      </xsl:when>
      <xsl:otherwise>
        <span lang="en">{$why}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:kind-of-line" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="ed:say('line-' || translate($kind, ' ', '-'))"/>
  </xsl:function>
</xsl:stylesheet>
