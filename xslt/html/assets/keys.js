/* Single keys that press a link or button of the page: whatever bears data-key. They never act while
   somebody writes, chooses or reads in a window, nor together with Ctrl, Alt or Meta; and a reader
   whose voice or hand triggers them unmeant can turn them off. */
(() => {
  "use strict";

  const { recall, remember } = window.edition.memory;
  const NAMES = { ArrowLeft: "←", ArrowRight: "→" };
  const BUSY = "input, textarea, select, [contenteditable]:not([contenteditable=false]), "
    + "[role=textbox], [role=slider], [popover], dialog, audio, video";

  const dialog = document.querySelector("dialog.keys");
  if (!dialog) {
    return;
  }
  const inUse = dialog.querySelector("input");
  inUse.checked = recall("keys") !== "off";
  inUse.addEventListener("change", () => remember("keys", inUse.checked ? "on" : "off"));

  const row = (control) => {
    const template = dialog.querySelector("dl > div");
    const made = template.cloneNode(true);
    made.querySelector("kbd").textContent = NAMES[control.dataset.key] || control.dataset.key;
    made.querySelector("dd").textContent = control.dataset.keySays || control.textContent.trim();
    return made;
  };

  /* The list is made when it is asked for: other scripts may have added keys of their own. */
  const open = () => {
    const list = dialog.querySelector("dl");
    const escape = list.lastElementChild;
    const controls = [...document.querySelectorAll("[data-key]")];
    list.replaceChildren(...controls.map(row), escape);
    dialog.showModal();
  };

  for (const opener of document.querySelectorAll("[data-opens-keys]")) {
    opener.addEventListener("click", open);
    opener.hidden = false;
  }
  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });

  document.addEventListener("keydown", (event) => {
    const letter = event.key.length === 1;
    const unmeant = event.defaultPrevented || event.repeat || event.isComposing
      || event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && !letter);
    if (unmeant || !inUse.checked || event.target.closest?.(BUSY)) {
      return;
    }
    if (document.querySelector("dialog[open]")) {
      return;
    }
    const control = [...document.querySelectorAll("[data-key]")]
      .find((one) => one.dataset.key === event.key);
    if (control) {
      event.preventDefault();
      control.click();
    }
  });
})();
