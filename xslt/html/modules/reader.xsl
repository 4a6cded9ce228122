<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader sets and opens: colours, keys, what was said of a copied address. Needs nothing but
     the words. Hidden until a script can serve it; what a script shows is written here. No mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <!-- A key that presses a link or button of the page; the dialog of keys lists all of them. -->
  <xsl:function name="ed:key" as="attribute(data-key)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:attribute name="data-key" select="$key"/>
  </xsl:function>

  <!-- For the header of a page. -->
  <xsl:template name="ed:tools" as="element()">
    <div class="tools" lang="{ed:language()}">
      <label class="colours" data-colours="" hidden="hidden">
        <span>{ed:say('colours')}</span>
        <xsl:text> </xsl:text>
        <select>
          <xsl:for-each select="'auto', 'light', 'dark'">
            <option value="{.}">{ed:say('colours-' || .)}</option>
          </xsl:for-each>
        </select>
      </label>
      <button type="button" class="quiet" data-key="?" data-opens-keys="" hidden="hidden"
          aria-haspopup="dialog">{ed:say('keys')}</button>
    </div>
  </xsl:template>

  <!-- For the end of a page: nothing of it stands between two words of a copied passage. -->
  <xsl:template name="ed:windows" as="element()+">
    <dialog class="window keys" lang="{ed:language()}" aria-label="{ed:say('keys')}">
      <xsl:call-template name="ed:window-top">
        <xsl:with-param name="title" as="xs:string" select="ed:say('keys')"/>
      </xsl:call-template>
      <dl>
        <div>
          <dt>
            <kbd>{ed:say('key-escape')}</kbd>
          </dt>
          <dd>{ed:say('closes-window')}</dd>
        </div>
      </dl>
      <label>
        <input type="checkbox" checked="checked"/>
        <xsl:text> {ed:say('keys-in-use')}</xsl:text>
      </label>
    </dialog>
    <p class="spoken" role="status" lang="{ed:language()}" data-copied="{ed:say('address-copied')}"></p>
  </xsl:template>

  <xsl:template name="ed:window-top" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <div class="window-top">
      <p class="window-title">{$title}</p>
      <button type="button" class="quiet" data-closes="" aria-label="{ed:say('close')}">×</button>
    </div>
  </xsl:template>
</xsl:stylesheet>
