<?xml version="1.0" encoding="UTF-8"?>
<!-- What the script fills in: the shape of a result, and every word that it may need.
     Named templates and functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:search-results" as="element()*">
    <p class="search-status" role="status" data-search-status="" data-none="{ed:say('search-none')}"
        data-running="{ed:say('search-running')}">
      <xsl:sequence select="ed:forms('found')"/>
    </p>
    <ol class="search-results" data-search-results="" data-undated="{ed:say('undated')}"
        data-first-page="{ed:say('search-first-page')}" data-page="{ed:say('page')}"
        data-author="{ed:say('search-words-author')}" data-notes="{ed:say('search-words-notes')}"
        data-note="{ed:say('search-note')}" data-commentary="{ed:say('search-words-commentary')}"
        data-transcription="{ed:say('transcription')}" data-day-form="{ed:say('day-form')}"
        data-months="{string-join(ed:months(''), '|')}"
        data-months-after-day="{string-join(ed:months('-after-day'), '|')}">
      <xsl:sequence select="ed:forms('more-places')"/>
    </ol>
    <p class="search-more">
      <button type="button" data-search-more="" hidden="hidden">{ed:say('search-more')}</button>
    </p>
    <template data-search-document="">
      <li class="search-document">
        <h2>
          <a href=""></a>
        </h2>
        <p class="search-source"></p>
        <ul></ul>
        <details>
          <summary></summary>
          <ul></ul>
        </details>
      </li>
    </template>
    <template data-search-place="">
      <li class="search-place">
        <a href=""></a>
        <p></p>
      </li>
    </template>
  </xsl:template>

  <!-- A phrase in the forms that numbers ask for; the script puts the number into its gap. -->
  <xsl:function name="ed:forms" as="attribute()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:for-each select="'one', 'few', 'many'">
      <xsl:attribute name="data-{$name}-{.}" select="ed:say('search-' || $name || '-' || .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:months" as="xs:string*">
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="(1 to 12) ! ed:say('month-' || format-integer(., '01') || $form)"/>
  </xsl:function>
</xsl:stylesheet>
