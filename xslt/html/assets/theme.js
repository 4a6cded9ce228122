/* Light or dark as the device has it, or as the reader chose. Runs in the head, before anything is
   painted: a page that turned dark after it was shown would flash. */
(() => {
  "use strict";

  const { recall, remember } = window.edition.memory;

  const wear = (theme) => {
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };

  const offer = () => {
    for (const control of document.querySelectorAll("[data-colours]")) {
      const select = control.querySelector("select");
      select.value = document.documentElement.dataset.theme || "auto";
      select.addEventListener("change", () => {
        wear(select.value);
        remember("theme", select.value);
      });
      control.hidden = false;
    }
  };

  wear(recall("theme"));
  document.addEventListener("DOMContentLoaded", offer);
})();
