<?xml version="1.0" encoding="UTF-8"?>
<!-- One person: name, years, what notes say, letters, places in the text. Mode: persons. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:gathered" as="xs:string+"
      select="'biographical', 'sent', 'received', 'author', 'occurrences', 'perhaps'"/>

  <xsl:template match="person" mode="persons" as="element(Q{}li)">
    <xsl:variable name="years" as="xs:string?" select="ed:years(.)"/>
    <xsl:variable name="others" as="xs:string*"
        select="distinct-values(persName[position() gt 1] ! ed:name-said(.))[. != current()/ed:name-said(persName[1])]"/>
    <li class="person">
      <xsl:if test="@xml:id">
        <xsl:attribute name="id" select="@xml:id"/>
      </xsl:if>
      <p class="name">
        <span class="said-first">{persName[1] ! ed:name-said(.)}</span>
        <xsl:if test="$years"> <span class="life">{$years}</span></xsl:if>
      </p>
      <xsl:if test="exists($others)">
        <p class="also"><span class="lead">{ed:say('also-named')}</span> {string-join($others, '; ')}</p>
      </xsl:if>
      <xsl:apply-templates select="* except (persName, birth, death, note[@type = $ed:gathered])" mode="persons"/>
      <xsl:apply-templates select="note[@type = 'biographical']" mode="persons"/>
      <xsl:call-template name="ed:labelled">
        <xsl:with-param name="label" as="xs:string" select="ed:say('letters-written')"/>
        <xsl:with-param name="refs" as="element(ref)*" select="note[@type = 'sent']/ref"/>
      </xsl:call-template>
      <xsl:call-template name="ed:labelled">
        <xsl:with-param name="label" as="xs:string" select="ed:say('letters-received')"/>
        <xsl:with-param name="refs" as="element(ref)*" select="note[@type = 'received']/ref"/>
      </xsl:call-template>
      <xsl:apply-templates select="note[@type = 'author']" mode="persons"/>
      <xsl:call-template name="ed:labelled">
        <xsl:with-param name="label" as="xs:string" select="ed:say('occurs-in')"/>
        <xsl:with-param name="refs" as="element(ref)*"
            select="note[@type = 'occurrences']/ref[not(@type = 'source')]"/>
      </xsl:call-template>
      <xsl:apply-templates select="note[@type = 'perhaps']" mode="persons"/>
    </li>
  </xsl:template>

  <!-- The surname first, whatever the order in which a name was printed. -->
  <xsl:function name="ed:name-said" as="xs:string">
    <xsl:param name="name" as="element(persName)"/>
    <xsl:variable name="surname" as="xs:string" select="string-join($name/surname ! ed:plain(.), ' ')"/>
    <xsl:variable name="rest" as="xs:string" select="replace(normalize-space(
      string-join($name/node()[not(self::surname)])), '^[\s,]+|[\s,]+$', '')"/>
    <xsl:sequence select="if ($surname) then string-join(($surname, $rest[.]), ', ') else ed:plain($name)"/>
  </xsl:function>

  <xsl:function name="ed:years" as="xs:string?">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="birth" as="xs:string?" select="$person/birth[1] ! ed:year-said(.)"/>
    <xsl:variable name="death" as="xs:string?" select="$person/death[1] ! ed:year-said(.)"/>
    <xsl:sequence select="
      if ($birth and $death) then $birth || '–' || $death
      else if ($birth) then ed:say('born-in', map { 'year': $birth })
      else if ($death) then ed:say('died-in', map { 'year': $death })
      else ()"/>
  </xsl:function>

  <xsl:function name="ed:year-said" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="((($event/@when, $event/@notBefore, $event/@from)[1] ! replace(., '^(-?\d{4}).*$', '$1')),
      ed:plain($event))[. != ''][1]"/>
  </xsl:function>

  <!-- What notes say, with a link to each note that says it. -->
  <xsl:template match="note[@type = 'biographical']" mode="persons" as="element(Q{}p)">
    <xsl:variable name="sources" as="element(ref)*"
        select="../note[@type = 'occurrences']/ref[@target = tokenize(current()/@source)]"/>
    <p class="description">
      <xsl:text>{ed:plain(.)}</xsl:text>
      <xsl:if test="exists($sources)">
        <xsl:text> </xsl:text>
        <span class="sources-of">(<xsl:sequence select="ed:document-links($sources)"/>)</span>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="note[@type = 'author']" mode="persons" as="element(Q{}p)">
    <p class="places">
      <span class="lead">{ed:say('author-of')}</span>
      <xsl:text> </xsl:text>
      <xsl:for-each select="ref">
        <xsl:if test="position() gt 1">; </xsl:if>
        <a href="{$home}#volume-{title/@n}">{ed:plain(title)}</a>
        <xsl:text> ({ed:count('documents', xs:integer(measure/@quantity))})</xsl:text>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="note[@type = 'perhaps']" mode="persons" as="element(Q{}p)">
    <p class="perhaps">
      <span class="lead">{ed:say('perhaps-same')}</span>
      <xsl:text> </xsl:text>
      <xsl:for-each select="ref">
        <xsl:if test="position() gt 1">; </xsl:if>
        <a href="{@target}">{ed:plain(.)}</a>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- What an editor's own list says beside names and years. -->
  <xsl:template match="person/(note | p | occupation | residence | nationality | education | faith
      | affiliation | state | trait | event | floruit | sex | gender)" mode="persons" priority="-1"
      as="element(Q{}p)">
    <p class="description">{ed:plain(.)}</p>
  </xsl:template>

  <xsl:template match="person/idno" mode="persons" as="element(Q{}p)">
    <xsl:variable name="address" as="xs:string?" select="ed:plain(.)[matches(., '^https?://')]"/>
    <p class="identifier">
      <xsl:choose>
        <xsl:when test="$address">
          <a href="{$address}">{$address}</a>
        </xsl:when>
        <xsl:otherwise>{string-join((@type, ed:plain(.)), ' ')}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
</xsl:stylesheet>
