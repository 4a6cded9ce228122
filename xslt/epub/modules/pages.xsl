<?xml version="1.0" encoding="UTF-8"?>
<!-- Page breaks: the number of the printed page in brackets, where the page list of the book leads
     to. A mark without words would have no name for those who hear the book. In a joined word it
     takes no room. Mode: page-mark. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="pb[@n != '']" mode="page-mark" as="element(Q{}span)">
    <span epub:type="pagebreak" role="doc-pagebreak" aria-label="{ed:say('page')} {@n}">
      <xsl:sequence select="ed:attributes(., ('page-break', 'joins'[current()/@break = 'no']))"/>
      <xsl:text>[{@n}]{' '[not(current()/@break = 'no')]}</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
