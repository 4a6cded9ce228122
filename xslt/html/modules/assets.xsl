<?xml version="1.0" encoding="UTF-8"?>
<!-- The files that every page loads beside itself, from the folder assets/. Serves no mode. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:stylesheets" as="xs:string*" select="
    'edition.css',
    'cite.css',
    'facsimile.css',
    'lists.css',
    'notes.css',
    'controls.css',
    'print.css',
    'search.css',
    'colours.css',
    'annotations.css'
    "/>

  <!-- Each finds its elements by itself and does nothing on a page that has none of them. -->
  <xsl:variable name="ed:scripts" as="xs:string*" select="
    'memory.js',
    'cite.js',
    'facsimile.js',
    'share.js',
    'theme.js',
    'notes.js',
    'fold.js',
    'keys.js',
    'address.js',
    'search-results.js',
    'search.js',
    'annotations-anchoring.js',
    'annotations-passages.js',
    'annotations-store.js',
    'annotations-jsonld.js',
    'annotations-marks.js',
    'annotations-toolbar.js',
    'annotations-dialog.js',
    'annotations-list.js',
    'annotations-exchange.js',
    'annotations.js'
    "/>

  <!-- In the head of a page. Scripts are classic ones, run in this order after the page is read: a
       module would not run from file://. -->
  <xsl:template name="ed:assets" as="element()*">
    <xsl:for-each select="$ed:stylesheets">
      <link rel="stylesheet" href="{$assets}{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$ed:scripts">
      <script src="{$assets}{.}">
        <!-- Colours are put on before the page is shown, or it would flash. -->
        <xsl:if test="not(. = ('memory.js', 'theme.js'))">
          <xsl:attribute name="defer" select="'defer'"/>
        </xsl:if>
      </script>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
