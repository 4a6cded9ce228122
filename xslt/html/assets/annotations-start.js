/* Fetches the scripts of a reader's annotations when they are wanted: where some are kept, where the
   reader asks for them, chooses words or comes to a paragraph by the keyboard. A first visit to read
   does without their weight. */
"use strict";

(() => {
  const template = document.querySelector("template[data-annotations]");
  const root = document.querySelector("main article");
  if (!template || !template.dataset.scripts) return;
  let begun = false;

  function begin() {
    if (begun) return;
    begun = true;
    template.dataset.scripts.split(" ").forEach((address) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.append(script);
    });
  }

  function someKept() {
    try {
      return Object.keys(window.localStorage).some((key) => key.startsWith("edition-annotation:"));
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return false;
      throw error;
    }
  }

  const way = template.content.querySelector("[data-annotations-way]");
  const ways = document.querySelector(".ways");
  if (way && ways) {
    const shown = way.cloneNode(true);
    (ways.querySelector(".pages") || ways).append(shown);
    shown.addEventListener("click", begin);
  }
  if (!root || someKept() || /^#(annotation-|your-annotations$)/.test(window.location.hash)) {
    begin();
    return;
  }
  root.addEventListener("focusin", begin);
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen.isCollapsed && root.contains(chosen.anchorNode)) begin();
  });
})();
