/* Passing a page on: to paper, or its address to whatever the reader's device offers for that. */
"use strict";

(() => {
  const template = document.querySelector("template[data-use-buttons]");
  if (!template) return;
  const said = document.querySelector("[data-copied]");
  const place = template.parentElement.querySelector(".files");
  place.append(template.content.cloneNode(true));

  place.querySelector("[data-print]").addEventListener("click", () => print());

  const share = place.querySelector("[data-share]");
  share.addEventListener("click", async () => {
    const url = share.dataset.address || location.href.split("#")[0];
    if (navigator.share) {
      try {
        await navigator.share({ title: document.title, url });
        return;
      } catch (error) {
        if (error.name === "AbortError") return;
      }
    }
    try {
      await navigator.clipboard.writeText(url);
      if (said) said.textContent = said.dataset.copied;
    } catch {
      if (said) said.textContent = url;
    }
  });
})();
