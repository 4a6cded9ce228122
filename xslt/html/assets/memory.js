/* What a reader chose, kept in this browser. Where a browser keeps nothing, a choice holds for the
   page that is open. */
(() => {
  "use strict";

  const PREFIX = "edition-";

  const recall = (name) => {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  };

  const remember = (name, value) => {
    try {
      localStorage.setItem(PREFIX + name, value);
    } catch {
      // Private windows and full disks: nothing is kept.
    }
  };

  window.edition = window.edition || {};
  window.edition.memory = { recall, remember };
})();
