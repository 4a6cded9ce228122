<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page may load: its own files and nothing else. Holds from file:// too. Serves no mode. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:policy" as="xs:string" select="
    ed:policy(())"/>

  <!-- With a host of images, which alone is asked for anything. -->
  <xsl:function name="ed:policy" as="xs:string">
    <xsl:param name="images-from" as="xs:string?"/>
    <xsl:sequence select="'default-src ''none''; style-src ''self''; img-src '
      || string-join(('''self''', $images-from), ' ')
      || '; script-src ''self''; font-src ''self''; base-uri ''none''; form-action ''none'''"/>
  </xsl:function>
</xsl:stylesheet>
