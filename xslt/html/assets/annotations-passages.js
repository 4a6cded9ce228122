/* The text of a document page as its annotations see it: what the edition says, without what the
   page adds (numbers of notes, page marks, labels, buttons), and the way from its places to the
   page's and back. White space counts as one space. */
"use strict";

(() => {
  const ADDED = [
    ".note-ref", ".page-break", ".page-address", ".permalink", ".back", ".kind", ".doubt-ref",
    ".label", ".section-label", ".sign", ".to-bibliography", ".filler", ".notes > h2",
    ".title-page > p", "nav", "button", "fieldset", "label", "select", "summary", "dialog", "template", "script", "style",
    "[popover]", "[hidden]", "[aria-hidden='true']", "[data-added]",
  ].join(",");
  const BLOCK = "p, div, li, h1, h2, h3, h4, h5, h6, section, blockquote, header, article";

  function accepted(node) {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(ADDED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  }

  /* Each character of the text with its text node and its place there; a space that only parts two
     blocks belongs to the block after it. */
  function read(root) {
    const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
    const walker = document.createTreeWalker(root, shown, { acceptNode: accepted });
    const nodes = [];
    const offsets = [];
    const signs = [];
    let block = null;
    let open = false; // whether a space may come next
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement.closest(BLOCK);
      const put = (sign, offset) => {
        nodes.push(node);
        offsets.push(offset);
        signs.push(sign);
      };
      if (open && within !== block && node.data.trim()) {
        put(" ", node.data.search(/\S/));
        open = false;
      }
      if (node.data.trim()) block = within;
      for (let i = 0; i < node.data.length; i += 1) {
        const space = /\s/.test(node.data[i]);
        if (!space || open) put(space ? " " : node.data[i], i);
        open = !space;
      }
    }
    const text = signs.join("");
    return { text, nodes, offsets, letters: window.edition.anchoring.letters(text) };
  }

  /* A passage as ranges, one for each text node: what the page adds between them is left out. */
  function ranges(passages, span) {
    const found = [];
    for (let at = span.start; at < span.end; at += 1) {
      const node = passages.nodes[at];
      const offset = passages.offsets[at];
      const last = found[found.length - 1];
      if (last && last.startContainer === node) {
        last.setEnd(node, Math.max(last.endOffset, offset + 1));
      } else {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, Math.min(offset + 1, node.length));
        found.push(range);
      }
    }
    return found;
  }

  /* What is selected, as a passage without white space at its ends; null where nothing is. */
  function spanOf(passages, range) {
    let start = -1;
    let end = -1;
    for (let at = 0; at < passages.nodes.length;) {
      const node = passages.nodes[at];
      let next = at;
      while (passages.nodes[next] === node) next += 1;
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        for (; at < next; at += 1) {
          if (passages.offsets[at] >= from && passages.offsets[at] < to) {
            if (start < 0) start = at;
            end = at + 1;
          }
        }
      }
      at = next;
    }
    while (start < end && passages.text[start] === " ") start += 1;
    while (start < end && passages.text[end - 1] === " ") end -= 1;
    return /[\p{L}\p{N}]/u.test(passages.text.slice(start, end)) ? { start, end } : null;
  }

  function spanOfElement(passages, element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return spanOf(passages, range);
  }

  /* The place of the text under a point of the window; -1 where there is none. */
  function placeAt(passages, x, y) {
    const caret = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(x, y)
      : document.caretRangeFromPoint && document.caretRangeFromPoint(x, y);
    if (!caret) return -1;
    const node = caret.offsetNode || caret.startContainer;
    const offset = caret.offsetNode ? caret.offset : caret.startOffset;
    let place = -1;
    passages.nodes.forEach((each, at) => {
      if (each === node && passages.offsets[at] <= offset) place = at;
    });
    return place;
  }

  window.edition = window.edition || {};
  window.edition.passages = { read, ranges, spanOf, spanOfElement, placeAt };
})();
