<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the guide, which is in English alone: no other stylesheet of it has one. No mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:labels" as="map(xs:string, xs:string)" select="map {
    'anything': 'any text',
    'attributes': 'Attributes',
    'attributes-intro': 'Every attribute with the elements that bear it; of a closed list all values, of others the kind of value.',
    'chapters': 'Chapters',
    'contains': 'Contains',
    'contents': 'Contents',
    'elements': 'Elements',
    'elements-intro': 'Every element of a document, in the order of the alphabet: where it stands, what it contains, its attributes. An attribute marked with an asterisk must be there wherever its element stands.',
    'elsewhere': 'everywhere else',
    'error': 'error',
    'every-element': 'every element',
    'example': 'Example',
    'groups': 'Groups and kinds of value',
    'groups-intro': 'Names that stand above for what occurs together.',
    'invented': 'Invented: no saved page leads to it.',
    'is-in': 'From',
    'nothing': 'nothing',
    'on': 'On',
    'order': 'In this order',
    'places': 'By place',
    'reference': 'Reference',
    'required': 'required',
    'root': 'nothing: it is the whole file',
    'rules': 'Rules',
    'rules-intro': 'What the grammar cannot say and a program checks, with the message and what to do. A warning marks what is only a doubt.',
    'see': 'Elements of this chapter',
    'shared': 'Also',
    'text': 'text',
    'warning': 'warning',
    'within': 'Stands in'
  }"/>

  <!-- A label that nobody wrote down is a fault of the stylesheet. -->
  <xsl:function name="ed:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$ed:labels($key)"/>
  </xsl:function>
</xsl:stylesheet>
