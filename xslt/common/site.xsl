<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page is told of the site around it, in the parameter site: its address, its files, who
     answers for it. Serves no mode.

     ed:site @address? @edition? @imprint? @image-host? @guide? (where the guide to the encoding is)
       ed:file* @kind @href @file             the page's own document, to be taken away
       ed:citations* @form @href @file        the references of all that the page lists
       ed:volume* @name                       on the page of contents, in its order
         ed:citations*
       ed:citation* @form @name @type @href @file       how a document is cited
         ed:whole, ed:passage, ed:unaddressed
       ed:image* @page @href                  the images of its printed pages -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:canonical" as="element(link)?">
    <xsl:if test="$site/ed:site/@address">
      <link rel="canonical" href="{$site/ed:site/@address}"/>
    </xsl:if>
  </xsl:template>

  <!-- A line of the card that is shown for a link to the page. -->
  <xsl:function name="ed:card-line" as="element(Q{}meta)?">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="normalize-space($content)">
      <meta property="{$property}" content="{normalize-space($content)}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:form-name" as="xs:string">
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="ed:say('cite-form-' || $form)"/>
  </xsl:function>

  <!-- The references of a list, of everything in a volume, as files. -->
  <xsl:template name="ed:reference-files" as="element(p)?">
    <xsl:param name="of" as="element()?" select="$site/ed:site"/>
    <xsl:if test="$of/ed:citations">
      <p class="files">
        <span>{ed:say('citation-files')}</span>
        <xsl:for-each select="$of/ed:citations">
          <a href="{@href}" download="{@file}">{ed:form-name(@form)}</a>
        </xsl:for-each>
        <xsl:for-each select="$of/ed:file">
          <a href="{@href}" download="{@file}">{ed:say('download-' || @kind)}</a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Who answers for the site; where it is told how the documents are encoded. -->
  <xsl:function name="ed:imprint-line" as="element(p)*">
    <xsl:if test="normalize-space($site/ed:site/@imprint)">
      <p>{$site/ed:site/@imprint}</p>
    </xsl:if>
    <xsl:if test="$site/ed:site/@guide">
      <p>
        <a href="{$site/ed:site/@guide}">{ed:say('encoding-title')}</a>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:template name="ed:site-imprint" as="element(footer)?">
    <xsl:if test="exists(ed:imprint-line())">
      <footer class="imprint" lang="{ed:language()}">
        <xsl:sequence select="ed:imprint-line()"/>
      </footer>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
