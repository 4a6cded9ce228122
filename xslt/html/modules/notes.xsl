<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: remarks in the text, anchors, the list below each section. Modes: html, note-body. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A remark of the editor's, in the brackets it was printed with. -->
  <xsl:template match="note[not(ed:is-footnote(.))]" mode="html" priority="1" as="element(Q{}span)">
    <span>
      <xsl:sequence select="ed:attributes(., 'remark')"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="html"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- The anchor of a footnote; the note itself stands in the list. -->
  <xsl:template match="note" mode="html" as="element(Q{}sup)">
    <xsl:variable name="id" as="xs:string" select="ed:note-id(.)"/>
    <sup class="note-ref">
      <a id="{$id}-ref" href="#{$id}" role="doc-noteref">{ed:note-label(.)}</a>
    </sup>
  </xsl:template>

  <xsl:template name="ed:notes-of-section" as="element(Q{}section)?">
    <xsl:param name="labelled" as="xs:boolean" select="false()"/>
    <xsl:variable name="notes" as="element(note)*" select="ed:footnotes(.)"/>
    <xsl:if test="exists($notes)">
      <section class="notes" role="doc-endnotes">
        <xsl:sequence select="ed:attributes(., 'notes')[name() = 'lang']"/>
        <h2>
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say('notes')}</xsl:text>
          <xsl:if test="$labelled">
            <span class="of"> · {ed:say(@type)}</span>
          </xsl:if>
        </h2>
        <ol>
          <xsl:apply-templates select="$notes" mode="note-body"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A printed sign that is no number cannot be the list's own mark, and is written out. -->
  <xsl:template match="note" mode="note-body" as="element(Q{}li)">
    <xsl:variable name="label" as="xs:string" select="ed:note-label(.)"/>
    <xsl:variable name="counted" as="xs:boolean" select="matches($label, '^[1-9]\d{0,5}$')"/>
    <li>
      <xsl:sequence select="ed:attributes(., ('note', ed:class(@type), 'by-sign'[not($counted)]))
        [name() != 'id']"/>
      <xsl:attribute name="id" select="ed:note-id(.)"/>
      <xsl:if test="$counted">
        <xsl:attribute name="value" select="$label"/>
      </xsl:if>
      <xsl:if test="not($counted)">
        <span class="sign">{$label} </span>
      </xsl:if>
      <xsl:apply-templates select="node()" mode="html"/>
      <xsl:sequence select="ed:doubt-mark(.)"/>
      <xsl:text> </xsl:text>
      <xsl:if test="@type = ('biographical', 'source', 'editorial')">
        <span class="kind">
          <xsl:sequence select="ed:interface-language(.)"/>
          <xsl:text>{ed:say('note-' || @type)}</xsl:text>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:sequence select="ed:permalink(ed:note-id(.), 'link-to-note', .)"/>
      <a class="back" role="doc-backlink" href="#{ed:note-id(.)}-ref"
         aria-label="{ed:say('back-to-text')} {$label}">
        <xsl:sequence select="ed:interface-language(.)"/>
        <xsl:text>↩&#xFE0E;</xsl:text>
      </a>
    </li>
  </xsl:template>

  <!-- The window that a script fills with a note and opens where it is called. -->
  <xsl:template name="ed:note-window" as="element(Q{}template)?">
    <xsl:if test="exists(ed:sections(text) ! ed:footnotes(.))">
      <template data-note-window="">
        <div class="window note-window" popover="auto" role="dialog" tabindex="-1" lang="{ed:language()}">
          <xsl:call-template name="ed:window-top">
            <xsl:with-param name="title" as="xs:string" select="ed:say('note')"/>
          </xsl:call-template>
          <div class="note-text"></div>
          <p class="to-list">
            <a href="#{ed:free-id('text', .)}">{ed:say('in-list-of-notes')}</a>
          </p>
        </div>
      </template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
