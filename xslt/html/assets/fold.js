/* What is folded or hidden: the reader's choice is remembered on all pages, a link to a hidden place
   shows it, and paper shows everything that is folded. */
(() => {
  "use strict";

  const { recall, remember } = window.edition.memory;
  const folds = document.querySelectorAll("details[data-remembered]");
  const choices = document.querySelectorAll("fieldset[data-remembered]");

  for (const fold of folds) {
    const name = fold.dataset.remembered;
    if (recall(name) === "closed") {
      fold.open = false;
    }
    // A click on the summary, not the event "toggle": that comes too when a link or paper opens it.
    fold.querySelector("summary").addEventListener("click", () => {
      remember(name, fold.open ? "closed" : "open");
    });
  }

  for (const choice of choices) {
    const name = choice.dataset.remembered;
    const wished = recall(name);
    for (const button of choice.querySelectorAll("input")) {
      button.checked = wished ? button.value === wished : button.defaultChecked;
      button.addEventListener("change", () => remember(name, button.value));
    }
  }

  /* Makes that a place can be seen. */
  const reveal = (place) => {
    if (!place || place.checkVisibility?.({ contentVisibilityAuto: false }) !== false) {
      return;
    }
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    if (place.getClientRects().length === 0) {
      for (const choice of choices) {
        choice.querySelector("input").checked = true;
      }
    }
    place.scrollIntoView();
  };

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...folds].filter((fold) => !fold.open);
    closed.forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }));
  const revealTarget = () => reveal(document.querySelector(":target"));
  window.addEventListener("hashchange", revealTarget);
  window.addEventListener("load", revealTarget);
  window.edition.reveal = reveal;
})();
