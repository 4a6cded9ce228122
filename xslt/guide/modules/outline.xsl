<?xml version="1.0" encoding="UTF-8"?>
<!-- The guide as a whole: list of contents, chapters, reference. Mode: guide. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:reference" as="xs:string+"
      select="'elements', 'attributes', 'rules', 'groups'"/>

  <xsl:template match="/" mode="guide" as="element(Q{}div)">
    <div class="guide" lang="en">
      <xsl:call-template name="ed:contents"/>
      <div class="guide-text">
        <div class="guide-preface">
          <xsl:apply-templates select="TEI/text/front/div/*" mode="guide"/>
        </div>
        <xsl:apply-templates select="TEI/text/body/div" mode="guide"/>
        <xsl:text>&#10;</xsl:text>
        <section id="elements">
          <xsl:sequence select="ed:opening('elements')"/>
          <xsl:call-template name="ed:alphabet"/>
          <xsl:apply-templates select="$ed:elements" mode="guide"/>
        </section>
        <xsl:text>&#10;</xsl:text>
        <section id="attributes">
          <xsl:sequence select="ed:opening('attributes')"/>
          <xsl:call-template name="ed:attributes"/>
        </section>
        <xsl:text>&#10;</xsl:text>
        <section id="rules">
          <xsl:sequence select="ed:opening('rules')"/>
          <xsl:call-template name="ed:rules"/>
        </section>
        <xsl:text>&#10;</xsl:text>
        <section id="groups">
          <xsl:sequence select="ed:opening('groups')"/>
          <xsl:call-template name="ed:groups"/>
        </section>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="ed:contents" as="element(Q{}nav)">
    <nav class="guide-contents" aria-labelledby="guide-contents">
      <h2 id="guide-contents">{ed:label('contents')}</h2>
      <ol>
        <xsl:for-each select="TEI/text/body/div">
          <li>
            <a href="#{@xml:id}">{head}</a>
          </li>
        </xsl:for-each>
      </ol>
      <p>{ed:label('reference')}</p>
      <ul>
        <xsl:for-each select="$ed:reference">
          <li>
            <a href="#{.}">{ed:label(.)}</a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <xsl:function name="ed:opening" as="element()+">
    <xsl:param name="part" as="xs:string"/>
    <h2>{ed:label($part)}</h2>
    <p class="guide-lead">{ed:label($part || '-intro')}</p>
  </xsl:function>

  <xsl:template name="ed:alphabet" as="element(Q{}p)">
    <p class="guide-names">
      <xsl:sequence select="$ed:elements/@ident ! ed:element-link(.)"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
