<?xml version="1.0" encoding="UTF-8"?>
<!-- The last leaf: how the texts were made, once for all documents that say the same of it.
     Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:colophon" as="element(Q{}html)">
    <xsl:variable name="content" as="element()+">
      <section class="colophon" epub:type="colophon" role="doc-colophon">
        <xsl:for-each select="standOff/TEI">
          <xsl:variable name="said" as="element()*">
            <xsl:call-template name="ed:making"/>
          </xsl:variable>
          <xsl:if test="position() = 1">
            <h1>{ed:say('made')}</h1>
          </xsl:if>
          <xsl:sequence select="$said/self::Q{}div"/>
        </xsl:for-each>
      </section>
    </xsl:variable>
    <xsl:call-template name="ed:leaf">
      <xsl:with-param name="title" as="xs:string" select="ed:say('made')"/>
      <xsl:with-param name="kind" as="xs:string" select="'backmatter'"/>
      <xsl:with-param name="content" as="element()+" select="$content"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
