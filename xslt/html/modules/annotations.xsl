<?xml version="1.0" encoding="UTF-8"?>
<!-- A reader's own annotations: the shapes and words that the scripts need, in a template, so that a
     page without script shows none of them. Used by documents and by the page that lists all
     annotations. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:annotations" as="element(Q{}template)">
    <!-- 'document': the annotations of this page; 'edition': those of all documents. -->
    <xsl:param name="of" as="xs:string" select="'document'"/>
    <!-- On the page of all annotations: a link to each document, its title in it. -->
    <xsl:param name="documents" as="element(Q{}a)*" select="()"/>
    <template data-annotations="{$of}" data-home="{$home}"
        data-scripts="{$ed:later ! ($assets || .)}">
      <xsl:call-template name="ed:annotations-panel">
        <xsl:with-param name="of" as="xs:string" select="$of"/>
      </xsl:call-template>
      <xsl:call-template name="ed:annotation-dialog"/>
      <xsl:if test="$of = 'document'">
        <div data-annotations-toolbar="" class="annotating" role="group" hidden="hidden"
            lang="{ed:language()}" aria-label="{ed:say('annotation-toolbar')}">
          <xsl:for-each select="'highlight', 'note', 'tag', 'bookmark'">
            <button type="button" data-act="{.}">{ed:say('annotation-' || .)}</button>
          </xsl:for-each>
        </div>
        <p data-annotations-hint="" class="annotation-hint" role="status" lang="{ed:language()}"
            data-hint="{ed:say('annotation-hint')}"></p>
        <button data-annotations-here="" type="button" class="annotate-here"
            lang="{ed:language()}">{ed:say('annotate')}</button>
        <a data-annotations-way="" class="annotations-way" href="#your-annotations"
            lang="{ed:language()}">{ed:say('annotations')}<span data-count=""></span></a>
      </xsl:if>
      <xsl:if test="exists($documents)">
        <template data-documents="">
          <xsl:sequence select="$documents"/>
        </template>
      </xsl:if>
    </template>
  </xsl:template>

  <xsl:template name="ed:annotations-panel" as="element(Q{}section)">
    <xsl:param name="of" as="xs:string"/>
    <section data-annotations-panel="" class="annotations" id="your-annotations"
        lang="{ed:language()}" aria-labelledby="your-annotations-title"
        data-stategone="{ed:say('annotation-gone')}"
        data-stateseveral="{ed:say('annotation-several')}"
        data-statechanged="{ed:say('annotation-changed')}"
        data-confirm="{ed:say('annotation-confirm')}"
        data-imported="{ed:say('annotations-imported')}"
        data-unreadable="{ed:say('annotations-unreadable')}"
        data-elsewhere="{ed:say('annotations-elsewhere')}">
      <h2 id="your-annotations-title" data-title="" tabindex="-1">{ed:say('annotations')}</h2>
      <p class="explained">{ed:say('annotations-explained')}</p>
      <p class="warning" data-not-kept="" hidden="hidden">{ed:say('annotations-not-kept')}</p>
      <p data-none="">{ed:say('annotations-how')}</p>
      <div class="finding" data-finding="">
        <label>
          <xsl:text>{ed:say('annotations-search')} </xsl:text>
          <input type="search" data-search=""/>
        </label>
        <label>
          <xsl:text>{ed:say('annotations-tag')} </xsl:text>
          <select data-filter="">
            <option value="">{ed:say('annotations-any-tag')}</option>
          </select>
        </label>
      </div>
      <div data-list=""></div>
      <p data-no-match="" hidden="hidden">{ed:say('annotations-no-match')}</p>
      <div class="exchange">
        <button type="button" data-export="">{ed:say('annotations-export')}</button>
        <label class="file">
          <xsl:text>{ed:say('annotations-import')}</xsl:text>
          <input type="file" data-import="" accept=".jsonld,.json,application/ld+json"/>
        </label>
        <xsl:if test="$of = 'edition'">
          <label>
            <xsl:text>{ed:say('annotations-name')} </xsl:text>
            <input type="text" data-annotator="" autocomplete="name"/>
          </label>
        </xsl:if>
        <xsl:if test="$of = 'document' and $home != ''">
          <a href="{replace($home, '[^/]+$', 'annotations.html')}">{ed:say('annotations-all')}</a>
        </xsl:if>
      </div>
      <p data-said="" role="status"></p>
      <template data-entry="">
        <li class="annotation-entry">
          <p>
            <a data-part="passage" class="passage"></a>
            <xsl:text> </xsl:text>
            <span data-part="bookmark" class="bookmarked">{ed:say('annotation-bookmark')}</span>
          </p>
          <p data-part="state" class="state"></p>
          <div data-part="notes" class="notes-of-reader"></div>
          <ul data-part="tags" class="tags"></ul>
          <div class="acts">
            <button type="button" data-act="edit">{ed:say('annotation-edit')}</button>
            <button type="button" data-act="delete">{ed:say('annotation-delete')}</button>
          </div>
        </li>
      </template>
    </section>
  </xsl:template>

  <xsl:template name="ed:annotation-dialog" as="element(Q{}dialog)">
    <dialog data-annotations-dialog="" class="annotation-dialog" lang="{ed:language()}"
        aria-labelledby="annotation-dialog-title">
      <h2 id="annotation-dialog-title">{ed:say('annotation-dialog')}</h2>
      <blockquote class="passage" data-field="passage"></blockquote>
      <label>
        <xsl:text>{ed:say('annotation-note')}</xsl:text>
        <textarea rows="5" data-field="note"></textarea>
      </label>
      <label>
        <xsl:text>{ed:say('annotation-tags')}</xsl:text>
        <input type="text" data-field="tags"/>
      </label>
      <div class="acts">
        <button type="button" data-act="save">{ed:say('annotation-save')}</button>
        <button type="button" data-act="cancel">{ed:say('annotation-cancel')}</button>
        <button type="button" data-act="delete">{ed:say('annotation-delete')}</button>
      </div>
    </dialog>
  </xsl:template>
</xsl:stylesheet>
