/* Annotated passages shown in the text: with the CSS Custom Highlight API, which leaves the page as
   it is; in a browser without it by mark elements, one for each text node, so that no link, popover
   or paragraph is cut. */
"use strict";

(() => {
  const native = Boolean(window.CSS && CSS.highlights && window.Highlight);
  const KINDS = ["highlight", "note", "bookmark", "place"];

  function kindOf(record) {
    if (record.comments.length || record.tags.length) return "note";
    return record.motivations.includes("bookmarking") ? "bookmark" : "highlight";
  }

  function unwrap(root) {
    for (const mark of root.querySelectorAll("mark.annotated")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  /* Before the text is read: nothing of what was drawn may stand in it. */
  function clear(root) {
    if (native) KINDS.forEach((kind) => CSS.highlights.delete(`annotation-${kind}`));
    else unwrap(root);
  }

  function draw(found) {
    const byKind = new Map();
    for (const { record, ranges } of found) {
      const kind = kindOf(record);
      byKind.set(kind, [...(byKind.get(kind) || []), ...ranges()]);
      if (!native) wrap(ranges(), kind);
    }
    if (!native) return;
    for (const [kind, ranges] of byKind) show(kind, ranges);
  }

  function show(kind, ranges) {
    CSS.highlights.set(`annotation-${kind}`, new Highlight(...ranges));
  }

  /* From the last to the first: a text node that is cut keeps what stands before the cut. */
  function wrap(ranges, kind) {
    for (const range of [...ranges].reverse()) {
      if (!range.toString().trim()) continue;
      const mark = document.createElement("mark");
      mark.className = `annotated annotated-${kind}`;
      range.surroundContents(mark);
    }
  }

  /* The passage that a link led to, for as long as nothing else is looked at. */
  function point(ranges) {
    if (native) show("place", ranges);
  }

  window.edition = window.edition || {};
  window.edition.annotationMarks = { native, clear, draw, point };
})();
