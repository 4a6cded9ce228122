<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said of a source beside its fields: who cites it, what its archive is called, whether
     that was checked. Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="ed:by-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- How readers call the document of a reference: its date in words, with what else tells it. -->
  <xsl:function name="ed:called" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="named" as="element()?" select="$ref/(date, title)[1]"/>
    <xsl:variable name="said" as="xs:string" select="ed:plain($named)"/>
    <xsl:sequence select="
      if ($named/@when and starts-with($said, $named/@when))
      then ed:day-and-title($named/@when, substring-after($said, $named/@when || ', '))
      else ($said[.], ed:plain($ref))[1]"/>
  </xsl:function>

  <!-- A title that only says the day again is left out. -->
  <xsl:function name="ed:day-and-title" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="repeated" as="xs:boolean" select="
      some $language in map:keys($ed:words) satisfies starts-with(ed:day($day, $language), $title)"/>
    <xsl:sequence select="string-join((ed:day($day), $title[not($repeated)]), ', ')"/>
  </xsl:function>

  <!-- The file of the document that a reference leads to. -->
  <xsl:function name="ed:document" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="(tokenize($ref/@target, '#'), '')[1]"/>
  </xsl:function>

  <!-- The fields of a source; of an archive's papers without its siglum, which the heading says. -->
  <xsl:function name="ed:fields" as="node()*">
    <xsl:param name="source" as="element(bibl)"/>
    <xsl:variable name="said" as="element()?" select="$source/orgName[@type = 'repository']
      [exists($source/parent::listBibl/head)][exists($source/(name, idno))]"/>
    <xsl:sequence select="$source/node()
      except ($source/note[@type = 'cited'], $said, $said/following-sibling::node()[1][self::text()])"/>
  </xsl:function>

  <!-- The archive of a list as the authority file has it: named, but checked by nobody. -->
  <xsl:function name="ed:is-unchecked" as="xs:boolean">
    <xsl:param name="list" as="element(listBibl)"/>
    <xsl:variable name="refs" as="xs:string*"
        select="distinct-values($list/bibl/orgName/@ref ! substring-after(., '#'))"/>
    <xsl:sequence select="some $ref in $refs satisfies key('ed:by-id', $ref, root($list))/@cert = 'low'"/>
  </xsl:function>
</xsl:stylesheet>
