<?xml version="1.0" encoding="UTF-8"?>
<!-- A month as a small table, a week a row, Monday first. Mode: calendar. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:a-monday" as="xs:date" select="xs:date('1900-01-01')"/>

  <xsl:template match="div[@type = 'month']" mode="calendar" as="element(Q{}table)">
    <xsl:variable name="month" as="xs:string" select="@n"/>
    <xsl:variable name="first" as="xs:date" select="xs:date($month || '-01')"/>
    <xsl:variable name="last" as="xs:date" select="$first + xs:yearMonthDuration('P1M') - xs:dayTimeDuration('P1D')"/>
    <xsl:variable name="before" as="xs:integer" select="ed:weekday($first)"/>
    <xsl:variable name="days" as="xs:integer" select="day-from-date($last)"/>
    <xsl:variable name="items" as="element(item)+" select="list/item"/>
    <table class="month">
      <caption>{ed:day(@n)}</caption>
      <thead>
        <tr>
          <xsl:for-each select="1 to 7">
            <th scope="col" abbr="{ed:say('weekday-' || .)}">{ed:say('weekday-short-' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="0 to ($before + $days - 1) idiv 7">
          <xsl:variable name="week" as="xs:integer" select="."/>
          <tr>
            <xsl:for-each select="1 to 7">
              <xsl:variable name="day" as="xs:integer" select="7 * $week + . - $before"/>
              <xsl:call-template name="ed:day-cell">
                <xsl:with-param name="month" as="xs:string" select="$month"/>
                <xsl:with-param name="day" as="xs:integer" select="if ($day = (1 to $days)) then $day else 0"/>
                <xsl:with-param name="items" as="element(item)*"
                    select="$items[xs:integer(tokenize((ref/date, date)[1]/@when, '-')[3]) = $day]"/>
              </xsl:call-template>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- A day: a link to its document, further ones below it; grey with a word, where it is missing. Its
       id is known to the documents, which lead to it. -->
  <xsl:template name="ed:day-cell" as="element(Q{}td)">
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:integer"/>
    <xsl:param name="items" as="element(item)*"/>
    <td>
      <xsl:choose>
        <xsl:when test="$day = 0"/>
        <xsl:when test="empty($items)">{$day}</xsl:when>
        <xsl:when test="$items/ref">
          <xsl:attribute name="id" select="'d-' || $month || '-' || format-integer($day, '01')"/>
          <xsl:attribute name="class" select="'has'"/>
          <xsl:for-each select="$items/ref">
            <a href="{ed:address(@target)}" title="{ed:said-of(..)}">
              <xsl:text>{if (position() = 1) then $day else '+' || position() - 1}</xsl:text>
              <span class="unseen">{if (position() = 1) then ed:after-day(.., $day) else ' · ' || ed:said-of(..)}</span>
            </a>
          </xsl:for-each>
          <xsl:if test="$items[@rend = 'missing']">
            <span class="lacks" title="{string-join($items[@rend = 'missing'] ! ed:said-of(.), '; ')}">
              <xsl:text>+</xsl:text>
              <span class="unseen"> {string-join($items[@rend = 'missing'] ! ed:said-of(.), '; ')}, {ed:say('missing-day')}</span>
            </span>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <span class="lacks" title="{string-join($items ! ed:said-of(.), '; ')}: {ed:say('missing-day')}">
            <xsl:text>{$day}</xsl:text>
            <span class="unseen">, {ed:say('missing-day')}</span>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>

  <!-- What a link says behind the number of its day: month, year, title. -->
  <xsl:function name="ed:after-day" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:param name="day" as="xs:integer"/>
    <xsl:variable name="said" as="xs:string" select="ed:said-of($item)"/>
    <xsl:sequence select="if (starts-with($said, string($day))) then substring-after($said, string($day))
      else ' ' || $said"/>
  </xsl:function>

  <!-- 0 for Monday to 6 for Sunday. -->
  <xsl:function name="ed:weekday" as="xs:integer">
    <xsl:param name="date" as="xs:date"/>
    <xsl:variable name="days" as="xs:integer"
        select="xs:integer(($date - $ed:a-monday) div xs:dayTimeDuration('P1D'))"/>
    <xsl:sequence select="(($days mod 7) + 7) mod 7"/>
  </xsl:function>
</xsl:stylesheet>
