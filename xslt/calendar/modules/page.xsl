<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a calendar: its years, below each what has no day. Mode: calendar. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="calendar" as="element()*">
    <xsl:apply-templates select="*" mode="calendar"/>
  </xsl:template>

  <xsl:template match="/TEI" mode="calendar" as="element()">
    <xsl:variable name="years" as="element(div)*" select="text/body/div[@type = 'year']"/>
    <xsl:call-template name="ed:site-page">
      <xsl:with-param name="page" as="xs:string" select="'calendar'"/>
      <xsl:with-param name="above" as="xs:string?"
          select="(teiHeader/fileDesc/titleStmt/title[@type = 'main'][1] ! ed:plain(.), ed:say('untitled-volume'))[1]"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:if test="count($years) gt 1">
          <nav class="years" aria-label="{ed:say('years')}">
            <xsl:for-each select="$years">
              <a href="#y-{head}">{head}</a>
            </xsl:for-each>
          </nav>
        </xsl:if>
        <xsl:call-template name="ed:legend"/>
        <xsl:apply-templates select="text/body/*" mode="calendar"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What the days look like that are not empty; for the eye, because a day itself says it in words. -->
  <xsl:template name="ed:legend" as="element(Q{}ul)?">
    <xsl:variable name="items" as="element(item)*" select="text/body/div/div[@type = 'month']/list/item"/>
    <xsl:if test="exists($items)">
      <ul class="legend">
        <xsl:if test="$items/ref">
          <li><span class="day has" aria-hidden="true">17</span> {ed:say('calendar-has')}</li>
        </xsl:if>
        <xsl:if test="$items[@rend = 'missing']">
          <li><span class="day lacks" aria-hidden="true">17</span> {ed:say('calendar-lacks')}</li>
        </xsl:if>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="div[@type = 'year']" mode="calendar" as="element()">
    <section class="calendar-year">
      <h2 id="y-{head}">{head}</h2>
      <xsl:if test="div[@type = 'month']">
        <div class="months">
          <xsl:apply-templates select="div[@type = 'month']" mode="calendar"/>
        </div>
      </xsl:if>
      <xsl:apply-templates select="* except (head, div[@type = 'month'])" mode="calendar"/>
    </section>
  </xsl:template>

  <xsl:template match="div[@type = 'no-day']" mode="calendar" as="element()">
    <div class="no-day">
      <h3>{ed:say('day-unknown')}</h3>
      <ul>
        <xsl:apply-templates select="list/item" mode="calendar"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="div[@type = 'undated']" mode="calendar" as="element()">
    <section class="calendar-year no-day">
      <h2 id="undated">{ed:say('undated')}</h2>
      <ul>
        <xsl:apply-templates select="list/item" mode="calendar"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="item" mode="calendar" as="element(Q{}li)">
    <li>
      <xsl:choose>
        <xsl:when test="ref">
          <a href="{ed:address(ref/@target)}">{ed:said-of(.)}</a>
        </xsl:when>
        <xsl:otherwise>
          <span class="lacks">{ed:said-of(.)}</span>
          <xsl:text> </xsl:text>
          <span class="unchecked">{ed:say('missing-day')}</span>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- Date and title, the date alone where the title says no more; a title alone where it has no day. -->
  <xsl:function name="ed:said-of" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="date" as="element(date)?" select="($item/ref/date, $item/date)[1]"/>
    <xsl:variable name="title" as="xs:string" select="ed:plain(($item/ref/title, $item/title)[1])"/>
    <xsl:variable name="said" as="xs:boolean" select="some $day in ed:date-in-all-words($date)
      satisfies starts-with($day, $title)"/>
    <xsl:sequence select="string-join((ed:date-in-words($date),
      if ($said) then $item/ref/@type ! ed:say(ed:kind(.)) else $title), ', ')"/>
  </xsl:function>

  <xsl:function name="ed:kind" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="if ($kind = ('diary-entry', 'letter', 'conversation')) then $kind else 'document'"/>
  </xsl:function>

  <xsl:template match="text() | comment() | processing-instruction()" mode="calendar"
      as="empty-sequence()"/>

  <!-- The element nobody thought of: named, its words kept. -->
  <xsl:template match="*" mode="calendar" priority="-10" as="element()">
    <xsl:call-template name="ed:name-unhandled"/>
    <span class="unhandled" title="{ed:say('unhandled')} {name()}">{ed:plain(.)}</span>
  </xsl:template>
</xsl:stylesheet>
