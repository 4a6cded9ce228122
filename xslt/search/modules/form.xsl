<?xml version="1.0" encoding="UTF-8"?>
<!-- The form: what to look for, and where. A script shows it, because without one it does nothing.
     Named templates and functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:search-form" as="element()">
    <xsl:variable name="items" as="element(item)*" select="text/body/div/div[@type = 'year']//item"/>
    <search>
      <form class="search-form" data-search="search/" hidden="hidden">
        <p class="search-for">
          <label for="search-q">{ed:say('search-for')}</label>
          <input id="search-q" name="q" type="search" autocomplete="off" spellcheck="false"
              aria-describedby="search-hint"/>
          <button type="submit">{ed:say('search')}</button>
        </p>
        <p class="search-hint" id="search-hint">{ed:say('search-hint')}</p>
        <details class="search-where" open="open">
          <summary>{ed:say('search-narrow')}</summary>
          <fieldset class="search-filters">
            <legend>{ed:say('search-filters')}</legend>
            <xsl:call-template name="ed:search-volumes"/>
            <xsl:sequence select="ed:choice('year', ed:say('search-all-years'),
              sort(distinct-values($items/ancestor::div[@type = 'year']/string(head)[.])),
              ed:say('search-year'))"/>
            <xsl:sequence select="ed:choice('author', ed:say('search-all-authors'),
              sort(distinct-values($items/persName[@role = 'author'] ! ed:plain(.))),
              ed:say('author'))"/>
            <p>
              <label for="search-order">{ed:say('search-order')}</label>
              <select id="search-order" name="order">
                <option value="">{ed:say('search-order-best')}</option>
                <option value="date">{ed:say('search-order-date')}</option>
              </select>
            </p>
          </fieldset>
          <fieldset class="search-voices">
            <legend>{ed:say('search-whose-words')}</legend>
            <xsl:for-each select="'author', 'notes', 'commentary'">
              <label>
                <input type="checkbox" name="words" value="{.}" checked="checked"/>
                <xsl:text> {ed:say('search-words-' || .)}</xsl:text>
              </label>
            </xsl:for-each>
          </fieldset>
        </details>
      </form>
    </search>
  </xsl:template>

  <!-- A volume is known by the folder of its pages: two may have one title. -->
  <xsl:template name="ed:search-volumes" as="element()?">
    <xsl:variable name="volumes" as="element(div)*" select="text/body/div[@type = 'volume']"/>
    <xsl:if test="count($volumes) gt 1">
      <p>
        <label for="search-volume">{ed:say('volume')}</label>
        <select id="search-volume" name="volume">
          <option value="">{ed:say('search-all-volumes')}</option>
          <xsl:for-each select="$volumes">
            <option value="{substring-before((.//ref/@target)[1], '/')}">
              <xsl:text>{(head ! ed:plain(.), ed:say('untitled-volume'))[1]}</xsl:text>
            </option>
          </xsl:for-each>
        </select>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- One choice among several; nothing where there is none to make. -->
  <xsl:function name="ed:choice" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="all" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="count($values) gt 1">
      <p>
        <label for="search-{$name}">{$label}</label>
        <select id="search-{$name}" name="{$name}">
          <option value="">{$all}</option>
          <xsl:for-each select="$values">
            <option>{.}</option>
          </xsl:for-each>
        </select>
      </p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
