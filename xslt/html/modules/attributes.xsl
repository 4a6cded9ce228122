<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes that every element of the text takes over: id, language, classes, doubt.
     Functions only; serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:attributes" as="attribute()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:variable name="all" as="xs:string*" select="$classes, 'uncertain'[ed:is-uncertain($node)]"/>
    <xsl:if test="$node/@xml:id">
      <xsl:attribute name="id" select="$node/@xml:id"/>
    </xsl:if>
    <xsl:if test="$node/@xml:lang[normalize-space()]">
      <xsl:attribute name="lang" select="$node/@xml:lang"/>
    </xsl:if>
    <xsl:if test="exists($all)">
      <xsl:attribute name="class" select="$all"/>
    </xsl:if>
    <xsl:if test="ed:is-uncertain($node)">
      <xsl:attribute name="title" select="ed:say('uncertain-' || $node/@cert)"/>
    </xsl:if>
  </xsl:function>

  <!-- The encoding of the element was a guess, and the reader asked to see where it was. -->
  <xsl:function name="ed:is-uncertain" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$show-doubt = 'yes' and $node/@cert = ('medium', 'low')"/>
  </xsl:function>

  <!-- A word from an attribute made safe to be a class: only letters, digits and hyphens. -->
  <xsl:function name="ed:class" as="xs:string*">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="tokenize($value) ! replace(., '[^A-Za-z0-9-]', '')[. != '']"/>
  </xsl:function>

  <!-- The language of the interface, said where the words around it are in another. -->
  <xsl:function name="ed:interface-language" as="attribute(lang)?">
    <xsl:param name="around" as="node()"/>
    <xsl:variable name="there" as="xs:string?" select="($around/ancestor-or-self::*
      [@xml:lang[normalize-space()]])[last()]/@xml:lang ! string(.)"/>
    <xsl:if test="not(($there, ed:language())[1] = ed:language())">
      <xsl:attribute name="lang" select="ed:language()"/>
    </xsl:if>
  </xsl:function>

  <!-- The language of the text, said where the words around it are the interface's. -->
  <xsl:function name="ed:other-language" as="attribute(lang)?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="not($language = ed:language())">
      <xsl:attribute name="lang" select="$language"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:page-language" as="xs:string">
    <xsl:param name="tei" as="element()?"/>
    <xsl:sequence select="($tei/@xml:lang[normalize-space()] ! string(.), ed:language())[1]"/>
  </xsl:function>
</xsl:stylesheet>
