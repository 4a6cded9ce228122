/* The address of the page: the published one where the page knows it. The sign behind a paragraph or a
   note and the number of a page copy it with their own place; paper bears it at the foot. */
(() => {
  "use strict";

  const said = document.querySelector("[data-copied]");
  const published = document.querySelector("link[rel=canonical]");
  const address = () => (published ? published.href : location.href).split("#")[0];
  const links = "a.permalink[href^='#'], a.page-mark[href^='#']";

  /* For pages from file:// and http, where the clipboard is closed to scripts. */
  const copyByHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "aside";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text);
    }
  };

  const say = () => {
    said.textContent = said.dataset.copied;
    setTimeout(() => { said.textContent = ""; }, 2500);
  };

  if (published || location.protocol !== "file:") {
    document.documentElement.style.setProperty("--address", JSON.stringify(address()));
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest(links);
    if (!link || !said || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    if (await copy(address() + link.getAttribute("href"))) {
      say();
      link.focus({ preventScroll: true });
    }
  });
})();
