<?xml version="1.0" encoding="UTF-8"?>
<!-- "Cite this": the document in all forms, below the text; with script, in a dialog, also for one
     paragraph. What a script says stands here. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Under the title: the way to what stands below the text. -->
  <xsl:template name="ed:ways-to-use" as="element(Q{}p)?">
    <xsl:if test="$site/ed:site/(ed:citation | ed:file)">
      <p class="ways-to-use" data-added="">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:if test="$site/ed:site/ed:citation">
          <a href="#{ed:free-id('cite', .)}" data-open-cite="">{ed:say('cite')}</a>
        </xsl:if>
        <xsl:if test="$site/ed:site/ed:file">
          <a href="#{ed:free-id('downloads', .)}">{ed:say('downloads')}</a>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Below the text: complete without script. -->
  <xsl:template name="ed:using" as="element()*">
    <xsl:if test="$site/ed:site/ed:citation">
      <section class="citing" id="{ed:free-id('cite', .)}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <h2>{ed:say('cite-document')}</h2>
        <p class="citation" lang="en">{normalize-space($site/ed:site/ed:citation[@form = 'text']/ed:whole)}</p>
        <p class="files">
          <xsl:for-each select="$site/ed:site/ed:citation">
            <a href="{@href}" download="{@file}">{ed:form-name(@form)}</a>
          </xsl:for-each>
        </p>
        <template data-cite-button="">
          <button type="button" data-open-cite="">{ed:say('cite-copy')}</button>
        </template>
      </section>
      <xsl:call-template name="ed:cite-dialog"/>
      <xsl:call-template name="ed:passage-bar"/>
    </xsl:if>
    <xsl:call-template name="ed:downloads"/>
  </xsl:template>

  <!-- A locator is English, as the citations are: data-by-page and data-by-paragraph. -->
  <xsl:template name="ed:cite-dialog" as="element(Q{}dialog)">
    <dialog class="cite-dialog" aria-labelledby="{ed:free-id('cite-heading', .)}" data-cite=""
        data-address="{$site/ed:site/@address}" data-after-copying="{ed:say('copied')}"
        data-place-on-page="{ed:say('place-on-page')}" data-place="{ed:say('place-of-paragraph')}">
      <xsl:sequence select="ed:interface-language(.)"/>
      <div class="top">
        <h2 id="{ed:free-id('cite-heading', .)}">{ed:say('cite')}</h2>
        <span class="said" role="status" data-said=""/>
        <button type="button" data-close="">{ed:say('close')}</button>
      </div>
      <fieldset>
        <legend>{ed:say('cite-what')}</legend>
        <label>
          <input type="radio" name="cited" value="whole" checked="checked"/>
          <xsl:text> {ed:say('cite-whole')}</xsl:text>
        </label>
        <label>
          <input type="radio" name="cited" value="passage" disabled="disabled"/>
          <xsl:text> {ed:say('cite-passage')}: </xsl:text>
          <span data-place="">{ed:say('cite-how')}</span>
        </label>
      </fieldset>
      <xsl:for-each select="$site/ed:site/ed:citation">
        <div class="form" data-form="{@form}" data-by-page="{if (@form = 'text') then '{n}' else 'p. {n}'}"
            data-by-pages="{if (@form = 'text') then '{n}' else 'pp. {n}'}" data-by-paragraph="par. {{n}}" data-line-end="{if (@form = 'ris') then 'crlf' else 'lf'}">
          <h3>{ed:form-name(@form)}</h3>
          <div class="reference" tabindex="0" role="group" aria-label="{ed:form-name(@form)}">
            <pre lang="en">{string(ed:whole)}</pre>
          </div>
          <template data-passage="">{string(ed:passage)}</template>
          <template data-unaddressed="">{string(ed:unaddressed)}</template>
          <p class="files">
            <button type="button" data-copy="" aria-label="{ed:say('copy-form', map { 'form': ed:form-name(@form) })}">{ed:say('copy')}</button>
            <a href="{@href}" download="{@file}" aria-label="{ed:say('download-form', map { 'form': ed:form-name(@form) })}">{ed:say('download')}</a>
          </p>
        </div>
      </xsl:for-each>
    </dialog>
  </xsl:template>

  <!-- Shown by script where a paragraph's own address was followed. -->
  <xsl:template name="ed:passage-bar" as="element(Q{}div)">
    <div class="passage-bar" role="region" aria-label="{ed:say('cite-passage')}" hidden="hidden"
        data-passage-bar="">
      <xsl:sequence select="ed:interface-language(.)"/>
      <span data-place=""/>
      <button type="button" data-cite-passage="">{ed:say('cite-this-passage')}</button>
      <button type="button" data-close="">{ed:say('close')}</button>
    </div>
  </xsl:template>
</xsl:stylesheet>
