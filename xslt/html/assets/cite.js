/* "Cite this": the dialog with the document's references, for the whole of it or for one passage;
   each is copied by one click or saved as a file. */
"use strict";

(() => {
  const dialog = document.querySelector("dialog[data-cite]");
  if (!dialog) return;

  const bar = document.querySelector("[data-passage-bar]");
  const choice = (value) => dialog.querySelector(`input[value="${value}"]`);
  const filled = (words, facts) => words.replace(/\{([a-z]+)\}/g, (gap, name) => facts[name] ?? gap);

  /* ---- the passage: what is selected, else the paragraph whose address was followed */

  const place = (node) => {
    const near = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const found = near?.closest("article .p[id], article .head[id], article li[id], article .verse[id]");
    return found && !found.closest(".notes, [role='doc-endnotes']") ? found : null;
  };

  const numberOf = (mark) =>
    [...mark.querySelectorAll(".page-mark")]
      .flatMap((link) => [...link.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data.trim())
      .join("");

  // The range of an element's own words: a page break before the first of them is not in it.
  const wordsOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const first = [...element.childNodes].find((node) =>
      node.nodeType === Node.TEXT_NODE ? node.data.trim() : !node.querySelector?.(".page-mark")
        && !node.matches?.(".page-break, .page-address"));
    if (first) range.setStartBefore(first);
    return range;
  };

  // The pages of a range: that on which it begins, and that on which it ends. Translation and
  // transcription have page numbers each of its own.
  const pagesOf = (range, element) => {
    const section = element.closest(".section") ?? document.body;
    let [first, last] = ["", ""];
    for (const mark of section.querySelectorAll(".page-break")) {
      if (mark.closest(".notes, [role='doc-endnotes']")) continue;
      const before = range.comparePoint(mark, 0);
      if (before > 0) break;
      last = numberOf(mark);
      if (before < 0) first = last;
    }
    return { first, last: last === first ? "" : last };
  };

  const paragraphNumber = (element) => {
    const stated = /^(?:[a-z]+-)*p(\d+)$/.exec(element.id);
    if (stated) return stated[1];
    const all = [...(element.closest(".section") ?? document).querySelectorAll(".p[id]")];
    return String(all.indexOf(element) + 1 || 1);
  };

  const passageAt = (element, range) => {
    const { first, last } = pagesOf(range ?? wordsOf(element), element);
    return {
      id: element.id,
      page: last && first ? `${first}–${last}` : first || last,
      several: Boolean(first && last),
      n: paragraphNumber(element),
    };
  };

  const targeted = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const element = id && place(document.getElementById(id));
    return element?.id === id ? passageAt(element, null) : null;
  };

  let selected = null;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || dialog.open) return;
    const range = selection.getRangeAt(0);
    const element = place(range.startContainer);
    selected = element ? passageAt(element, range) : null;
  });

  const said = (passage) =>
    filled(passage.page ? dialog.dataset.placeOnPage : dialog.dataset.place, passage);

  /* ---- what is written */

  const address = (passage) => {
    const page = dialog.dataset.address
      || (location.protocol === "file:" ? "" : location.href.split("#")[0]);
    return page && `${page}#${encodeURIComponent(passage.id)}`;
  };

  const citation = (form, passage) => {
    if (!passage) return form.dataset.whole;
    const link = address(passage);
    const template = form.querySelector(link ? "[data-passage]" : "[data-unaddressed]");
    const { byPage, byPages, byParagraph } = form.dataset;
    const words = passage.page ? (passage.several ? byPages : byPage) : byParagraph;
    const locator = filled(words, { n: passage.page || passage.n }).replace(/[\\{}"]/g, "");
    return template.content.textContent
      .replaceAll("PASSAGELOCATOR", () => locator)
      .replaceAll("PASSAGEADDRESS", () => link);
  };

  let shown = null;
  const forms = [...dialog.querySelectorAll("[data-form]")];
  for (const form of forms) {
    const link = form.querySelector("a[download]");
    form.dataset.whole = form.querySelector("pre").textContent;
    form.dataset.name = link.download;
    form.querySelector("[data-copy]").addEventListener("click", () => {
      copy(form.querySelector("pre").textContent, dialog.querySelector("[data-said]"), form.querySelector("pre"));
    });
  }

  const show = (passage) => {
    for (const form of forms) {
      const link = form.querySelector("a[download]");
      const text = citation(form, passage);
      form.querySelector("pre").textContent = text;
      if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
      // Made here for the whole document too: from file:// browsers show a file, and save none.
      const lines = form.dataset.lineEnd === "crlf" ? text.replaceAll("\n", "\r\n") : text;
      link.href = URL.createObjectURL(new Blob([lines], { type: "text/plain;charset=utf-8" }));
      link.download = form.dataset.name.replace(/^([^.]*)/, passage ? `$1-${passage.id}` : "$1");
    }
    dialog.querySelector("[data-said]").textContent = "";
  };

  const copy = async (text, status, near) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without the right to the clipboard, or without one: as browsers did before.
      const range = document.createRange();
      range.selectNodeContents(near);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      if (!document.execCommand("copy")) return;
    }
    status.textContent = dialog.dataset.afterCopying;
  };

  /* ---- the dialog and the bar */

  const open = (passage, ofPassage) => {
    shown = passage;
    choice("passage").disabled = !passage;
    if (passage) dialog.querySelector("[data-place]").textContent = said(passage);
    choice(ofPassage && passage ? "passage" : "whole").checked = true;
    show(ofPassage ? passage : null);
    dialog.showModal();
  };

  for (const input of dialog.querySelectorAll("input")) {
    input.addEventListener("change", () => show(choice("passage").checked ? shown : null));
  }
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());

  const button = document.querySelector("template[data-cite-button]");
  button?.replaceWith(button.content);
  for (const opener of document.querySelectorAll("[data-open-cite]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open(selected ?? targeted(), Boolean(selected));
    });
  }

  const followed = () => {
    const passage = targeted();
    bar.hidden = !passage;
    if (passage) bar.querySelector("[data-place]").textContent = said(passage);
  };
  bar.querySelector("[data-cite-passage]").addEventListener("click", () => open(targeted(), true));
  bar.querySelector("[data-close]").addEventListener("click", () => { bar.hidden = true; });
  // Not on arrival: who comes by a link wants to read.
  addEventListener("hashchange", followed);
})();
