<?xml version="1.0" encoding="UTF-8"?>
<!-- What is asked of the ODD: its specifications by name, what stands in what, which rules concern an
     element, which chapter speaks of it. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:odd" as="document-node()" select="/"/>
  <xsl:variable name="ed:schema" as="element(schemaSpec)" select="$ed:odd//schemaSpec"/>
  <xsl:variable name="ed:elements" as="element(elementSpec)+" select="$ed:schema/elementSpec"/>
  <xsl:variable name="ed:asserts" as="element(sch:assert)+"
      select="$ed:schema/constraintSpec//sch:assert"/>
  <!-- An attribute that so many elements bear in the same way is only named at each of them. -->
  <xsl:variable name="ed:many" as="xs:integer" select="12"/>

  <!-- Places that are named one by one; where there are more, they are the rest. -->
  <xsl:variable name="ed:few" as="xs:integer" select="8"/>

  <xsl:key name="element" match="elementSpec" use="@ident"/>
  <xsl:key name="group" match="macroSpec" use="@ident"/>
  <xsl:key name="attribute" match="elementSpec/attList/attDef[not(@mode = 'delete')]" use="@ident"/>
  <xsl:key name="attribute-as-here" match="elementSpec/attList/attDef[not(@mode = 'delete')]"
      use="ed:way(.)"/>
  <xsl:key name="chapter" match="body/div" use=".//specDesc/@key"/>

  <!-- What an element, an attribute, a group is called as a place on the page. -->
  <xsl:function name="ed:element-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'element-' || $name"/>
  </xsl:function>

  <xsl:function name="ed:attribute-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'attribute-' || translate($name, ':', '-')"/>
  </xsl:function>

  <xsl:function name="ed:group-name" as="xs:string">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:sequence select="substring-after($ident, '.')"/>
  </xsl:function>

  <!-- The elements that may stand in a content: those named, and those of the groups named. -->
  <xsl:function name="ed:inside" as="xs:string*">
    <xsl:param name="content" as="element()"/>
    <xsl:sequence select="
      sort(distinct-values(($content//elementRef/@key/string(),
        key('group', $content//macroRef/@key, $ed:odd) ! ed:inside(content))), (), lower-case#1)"/>
  </xsl:function>

  <xsl:function name="ed:has-text" as="xs:boolean">
    <xsl:param name="content" as="element()"/>
    <xsl:sequence select="exists($content//textNode)
      or (some $group in key('group', $content//macroRef/@key, $ed:odd) satisfies ed:has-text($group/content))"/>
  </xsl:function>

  <xsl:variable name="ed:contained" as="map(xs:string, xs:string*)" select="
    map:merge($ed:elements ! map:entry(string(@ident), ed:inside(content)))"/>

  <!-- The elements in which one may stand. -->
  <xsl:function name="ed:around" as="xs:string*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$ed:elements/@ident[$ed:contained(.) = $name] ! string()"/>
  </xsl:function>

  <!-- All that is said of an attribute, so that equal ones are known. -->
  <xsl:function name="ed:way" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="string-join(($attribute/@ident, $attribute/@usage,
      $attribute/descendant::*/(@ident, @key, @name), $attribute/normalize-space()), '|')"/>
  </xsl:function>

  <xsl:function name="ed:is-shared" as="xs:boolean">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="count(key('attribute-as-here', ed:way($attribute), $ed:odd)) ge $ed:many"/>
  </xsl:function>

  <!-- The elements that a rule is asked of: the last step of each path of its context. -->
  <xsl:function name="ed:concerned" as="xs:string*">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:sequence select="
      (tokenize(ed:without-predicates($rule/@context), '\|')
        ! replace(normalize-space(.), '^.*[/:]', ''))[.]"/>
  </xsl:function>

  <xsl:function name="ed:without-predicates" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($path, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($shorter = $path) then $path else ed:without-predicates($shorter)"/>
  </xsl:function>
</xsl:stylesheet>
