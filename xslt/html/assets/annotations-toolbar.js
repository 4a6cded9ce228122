/* What is selected in the text can be annotated: a small toolbar beside it, by mouse, touch and
   keyboard. Tab leads into it, Escape closes it. Whoever cannot select goes to the sign of a
   paragraph or the way back from a note: a button there takes the whole of it. */
"use strict";

(() => {
  const CALM = 200; // milliseconds that a selection must rest

  function toolbar(bar, here, hint, root, passages, act) {
    let span = null;
    let pressed = false;
    let waiting = 0;
    let came = null; // where the keyboard was

    function offer() {
      const selection = document.getSelection();
      if (pressed || bar.contains(document.activeElement)) return;
      const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
      const chosen = range && root.contains(range.commonAncestorContainer)
        ? window.edition.passages.spanOf(passages(), range) : null;
      if (chosen) show(chosen, range.getBoundingClientRect());
      else hide();
    }

    function show(chosen, box) {
      span = chosen;
      bar.hidden = false;
      hint.textContent = hint.dataset.hint;
      const below = box.bottom + bar.offsetHeight + 12 < window.innerHeight;
      const top = below ? box.bottom + 8 : Math.max(8, box.top - bar.offsetHeight - 8);
      const left = Math.min(Math.max(8, box.left), window.innerWidth - bar.offsetWidth - 8);
      bar.style.setProperty("--top", `${top}px`);
      bar.style.setProperty("--left", `${left}px`);
    }

    function hide() {
      span = null;
      bar.hidden = true;
      hint.textContent = "";
    }

    function close() {
      const back = came;
      document.getSelection().removeAllRanges();
      hide();
      came = null;
      if (back && back.isConnected) back.focus();
    }

    document.addEventListener("selectionchange", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(offer, CALM);
    });
    document.addEventListener("pointerdown", (event) => {
      pressed = event.pointerType === "mouse" && !bar.contains(event.target);
    });
    document.addEventListener("pointerup", () => {
      pressed = false;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(offer, CALM);
    });
    document.addEventListener("keydown", (event) => {
      if (bar.hidden || document.querySelector("dialog[open]")) return;
      if (event.key === "Escape") {
        event.preventDefault();
        close();
      } else if (event.key === "Tab" && !event.shiftKey && !bar.contains(document.activeElement)) {
        event.preventDefault();
        came = document.activeElement;
        bar.querySelector("button").focus();
      }
    });
    bar.addEventListener("pointerdown", (event) => event.preventDefault());
    bar.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !bar.contains(event.relatedTarget)) hide();
    });
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || !span) return;
      const chosen = span;
      close();
      act(button.dataset.act, chosen);
    });

    root.addEventListener("focusin", (event) => {
      const link = event.target.closest(".permalink, .notes .back");
      if (link) {
        link.after(here);
        here.hidden = false;
      }
    });
    root.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next !== here && !(next && next.nextElementSibling === here)) {
        window.setTimeout(() => {
          const busy = !bar.hidden || document.querySelector("dialog[open]");
          if (document.activeElement !== here && !busy) here.hidden = true;
        });
      }
    });
    here.addEventListener("click", () => {
      const block = here.closest(".p[id], li.note, [id]");
      const chosen = block && window.edition.passages.spanOfElement(passages(), block);
      if (!chosen) return;
      came = here;
      show(chosen, here.getBoundingClientRect());
      bar.querySelector("button").focus();
    });
  }

  window.edition = window.edition || {};
  window.edition.annotationToolbar = toolbar;
})();
