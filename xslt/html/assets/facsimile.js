/* Facsimiles: the image of a page in a frame beside the text, larger or smaller; as long as the frame
   is open it follows the page that is read. */
"use strict";

(() => {
  const frame = document.querySelector("[data-facsimile-frame]");
  if (!frame) return;

  const links = [...document.querySelectorAll("a[data-facsimile]")];
  const view = frame.querySelector("[data-view]");
  const status = frame.querySelector("[data-said]");
  const last = 4;
  let zoom = 1;
  let opener = null;
  let shown = "";

  const scale = (step) => {
    zoom = Math.min(last, Math.max(1, zoom + step));
    view.dataset.zoom = zoom;
    frame.querySelector("[data-smaller]").disabled = zoom === 1;
    frame.querySelector("[data-larger]").disabled = zoom === last;
  };

  const show = (link) => {
    if (shown === link.href) return;
    shown = link.href;
    const title = frame.dataset.of.replace("{page}", () => link.dataset.facsimile);
    const image = new Image();
    image.alt = title;
    image.addEventListener("error", () => { status.textContent = frame.dataset.broken; });
    image.src = link.href;
    status.textContent = "";
    frame.querySelector("[data-title]").textContent = title;
    view.replaceChildren(image);
    view.scrollTo(0, 0);
  };

  // The page that is read: the last whose mark stands above the upper third of the window.
  const read = () => {
    if (frame.hidden) return;
    const above = links.filter((link) => {
      const box = link.getBoundingClientRect();
      return box.width && box.top < innerHeight / 3;
    });
    if (above.length) show(above.at(-1));
  };

  const close = () => {
    frame.hidden = true;
    document.documentElement.classList.remove("beside-facsimile");
    opener?.focus();
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      opener = link;
      frame.hidden = false;
      document.documentElement.classList.add("beside-facsimile");
      show(link);
      view.focus({ preventScroll: true });
    });
  }

  frame.querySelector("[data-smaller]").addEventListener("click", () => scale(-1));
  frame.querySelector("[data-larger]").addEventListener("click", () => scale(1));
  frame.querySelector("[data-close]").addEventListener("click", close);
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "+") scale(1);
    if (event.key === "-") scale(-1);
  });

  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; read(); });
  }, { passive: true });
  scale(0);
})();
