<?xml version="1.0" encoding="UTF-8"?>
<!-- Every word that an output adds of its own, by language: no other stylesheet has one.
     A new language is one more map, with the same keys. Serves no mode. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:edition"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:words" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'en': map {
      'abstract': 'Description',
      'archive': 'Archive',
      'author': 'Author',
      'back-to-text': 'Back to the text, note',
      'back-to-uncertain': 'Back to the text, uncertain place',
      'because': 'Because',
      'by': 'By',
      'commentary': 'Editor’s commentary',
      'commentary-end': 'End of commentary',
      'contents': 'Contents',
      'conversation': 'Record of a conversation',
      'corrected': 'corrected',
      'date': 'Date',
      'decision-to-paste': 'Decision to paste, line',
      'details': 'Document details',
      'diary-entry': 'Diary entry',
      'document': 'Document',
      'editor': 'Edited by',
      'end': 'End of the document',
      'gap': 'omitted',
      'headed-there': 'which is headed there',
      'keywords': 'Tags',
      'kind': 'Kind',
      'languages': 'Languages',
      'letter': 'Letter',
      'licence': 'Licence',
      'line': 'line',
      'line-address': 'a line of an address',
      'line-closing': 'the closing words of a letter',
      'line-commentary-closes': 'the end of editor’s commentary',
      'line-commentary-opens': 'the beginning of editor’s commentary',
      'line-continuation': 'more of the same paragraph',
      'line-dateline': 'a line that dates a letter',
      'line-head': 'the head of the text',
      'line-list-item': 'an item of a list',
      'line-note': 'a note',
      'line-note-goes-on': 'more of the note above it',
      'line-note-paragraph': 'a further paragraph of the note above it',
      'line-numbered-point': 'a numbered point',
      'line-page-mark': 'a page mark',
      'line-paragraph': 'the beginning of a paragraph',
      'line-postscript': 'a postscript',
      'line-salutation': 'the salutation of a letter',
      'line-signature': 'a signature',
      'line-title-note': 'a note on the title',
      'link-to-paragraph': 'Link to this paragraph',
      'made': 'How this text was made',
      'missing': 'Not here yet',
      'neighbours': 'Neighbouring documents',
      'next': 'Next',
      'note-biographical': 'biographical',
      'note-editorial': 'editorial',
      'note-explanatory': 'explanatory',
      'note-source': 'source',
      'notes': 'Notes',
      'of': 'of',
      'of-the-contents': 'entries in the archive’s table of contents',
      'or-it-is': 'It could also be',
      'page': 'p.',
      'pages': 'Pages',
      'pages-up-to': 'up to p.',
      'previous': 'Previous',
      'publication': 'Publication',
      'recipient': 'Recipient',
      'repository': 'Repository',
      'rule': 'rule',
      'shelfmark': 'Shelfmark',
      'skip': 'Skip to the text',
      'software': 'Software',
      'sure': '% sure',
      'taken-for': 'Taken for',
      'title': 'Title',
      'to': 'to',
      'trail': 'You are here',
      'transcription': 'Transcription',
      'translation': 'Translation',
      'uncertain-explained': 'Here the converter had to guess what a line of the saved page is. Where it guessed wrong, put the right kind into the decision and paste it into decisions.toml beside the page; the next build follows it.',
      'uncertain-low': 'This encoding is a guess of low confidence',
      'uncertain-medium': 'This encoding is a guess of medium confidence',
      'uncertain-place': 'Uncertain place',
      'uncertain-places': 'Uncertain places',
      'unclear': 'hard to read',
      'undated': 'Undated',
      'unhandled': 'An element this edition has no form for:',
      'untitled': 'Untitled document',
      'volume': 'Volume',
      'years': 'Years'
    }
  }"/>

  <!-- Months in order; how a day, a month and a year are put together is said by ed:day. -->
  <xsl:variable name="ed:months" as="map(xs:string, xs:string+)" select="map {
    'en': ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
           'October', 'November', 'December')
  }"/>

  <xsl:variable name="ed:languages" as="map(xs:string, map(xs:string, xs:string))" select="map {
    'en': map {
      'cs': 'Czech', 'de': 'German', 'en': 'English', 'es': 'Spanish', 'fr': 'French',
      'it': 'Italian', 'la': 'Latin', 'pl': 'Polish', 'ru': 'Russian', 'uk': 'Ukrainian'
    }
  }"/>

  <xsl:function name="ed:language" as="xs:string">
    <xsl:sequence select="if (map:contains($ed:words, $interface)) then $interface else 'en'"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- A word of the interface. A key that nobody wrote down is a fault of the stylesheet. -->
  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($ed:words(ed:language())($key), $ed:words('en')($key))[1]"/>
  </xsl:function>

  <!-- The name of a language by its code, the code itself where it is not in the table. -->
  <xsl:function name="ed:language-name" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="($ed:languages(ed:language())(substring-before($code || '-', '-')), $code)[1]"/>
  </xsl:function>

  <!-- 1939-05-23 as "23 May 1939", 1939-05 as "May 1939"; what is no such date stays as it is. -->
  <xsl:function name="ed:day" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($iso, '^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$')">
        <xsl:variable name="part" as="xs:string+" select="tokenize($iso, '-')"/>
        <xsl:sequence select="string-join(
          ($part[3] ! string(number(.)),
           $part[2] ! $ed:months(ed:language())[xs:integer($part[2])],
           $part[1]), ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$iso"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
