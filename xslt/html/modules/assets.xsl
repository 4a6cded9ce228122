<?xml version="1.0" encoding="UTF-8"?>
<!-- The files that a page loads beside itself, from the folder assets/: each kind of page those it
     needs, because a first visit should weigh little. Serves no mode. -->
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
    'annotations.css',
    'guide.css'
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
    'annotations-start.js'
    "/>

  <!-- Those that annotations-start.js fetches when they are wanted, in this order. -->
  <xsl:variable name="ed:later" as="xs:string*" select="
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

  <!-- The kinds of page that need a file; what is not named here is needed by all. -->
  <xsl:variable name="ed:needed-by" as="map(xs:string, xs:string*)" select="map {
    'annotations.css': ('document', 'annotations'),
    'annotations-start.js': ('document', 'annotations'),
    'cite.js': ('document', 'bibliography', 'contents'),
    'facsimile.css': ('document'),
    'facsimile.js': ('document'),
    'fold.js': ('document'),
    'guide.css': ('encoding'),
    'lists.css': ('list', 'bibliography', 'contents', 'annotations', 'search'),
    'notes.css': ('document'),
    'notes.js': ('document'),
    'search.css': ('search'),
    'search.js': ('search'),
    'search-results.js': ('search'),
    'share.js': ('document')
  }"/>

  <!-- In the head of a page. Scripts are classic ones, run in this order after the page is read: a
       module would not run from file://. -->
  <xsl:template name="ed:assets" as="element()*">
    <!-- 'document', 'contents', 'list', 'bibliography', 'search', 'annotations' or
         'encoding' -->
    <xsl:param name="for" as="xs:string"/>
    <link rel="icon" href="{$assets}icon.svg" type="image/svg+xml"/>
    <xsl:for-each select="$ed:stylesheets[ed:needed(., $for)]">
      <link rel="stylesheet" href="{$assets}{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$ed:scripts[ed:needed(., $for)]">
      <script src="{$assets}{.}">
        <!-- Colours are put on before the page is shown, or it would flash. -->
        <xsl:if test="not(. = ('memory.js', 'theme.js'))">
          <xsl:attribute name="defer" select="'defer'"/>
        </xsl:if>
      </script>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="ed:needed" as="xs:boolean">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="for" as="xs:string"/>
    <xsl:sequence select="empty($ed:needed-by($file)) or $for = $ed:needed-by($file)"/>
  </xsl:function>
</xsl:stylesheet>
