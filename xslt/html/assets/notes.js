/* A note in a window beside the place that calls it: by click, tap, Enter or Space. One at a time;
   Escape closes it and gives the focus back; the links in it can be used. Without this script the
   same links lead to the list of notes. */
(() => {
  "use strict";

  const template = document.querySelector("template[data-note-window]");
  if (!template || !("popover" in HTMLElement.prototype)) {
    return;
  }

  const GAP = 8; // between the window and the line or the edge of the screen, in pixels
  const sheet = matchMedia("(max-width: 40rem)"); // there the stylesheet lays it along the lower edge
  const note = template.content.firstElementChild.cloneNode(true);
  const [title, text, toList] = [".window-title", ".note-text", ".to-list a"]
    .map((part) => note.querySelector(part));
  const word = title.textContent;
  let caller = null; // the reference that the open note belongs to
  let pressed = null; // the reference whose note was open when the pointer went down

  document.body.append(note);

  /* A copy that can stand twice on a page: without ids, and without the ways of the list. */
  const copyOf = (entry) => {
    const copy = entry.cloneNode(true);
    copy.querySelectorAll(".back, .permalink, .sign").forEach((part) => part.remove());
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    return [...copy.childNodes];
  };

  const fill = (reference, entry) => {
    title.textContent = `${word} ${reference.textContent}`;
    note.setAttribute("aria-label", title.textContent);
    text.lang = entry.closest("[lang]").lang;
    text.replaceChildren(...copyOf(entry));
    toList.href = `#${entry.id}`;
  };

  /* Below the line, above it where there is more room, and never beyond an edge. */
  const place = () => {
    note.style.cssText = "";
    const line = caller.getBoundingClientRect();
    if (sheet.matches) {
      const hidden = line.bottom + GAP - note.getBoundingClientRect().top;
      if (hidden > 0) {
        scrollBy({ top: hidden, behavior: "instant" });
      }
      return;
    }
    const { width, height } = note.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.min(line.left - 2 * GAP, clientWidth - width - GAP);
    const below = line.bottom + GAP;
    const above = line.top - GAP - height;
    const top = below + height <= clientHeight - GAP || above < GAP ? below : above;
    const highest = Math.max(GAP, clientHeight - height - GAP);
    note.style.left = `${Math.max(GAP, left) + scrollX}px`;
    note.style.top = `${Math.min(top, highest) + scrollY}px`;
  };

  const open = (reference) => {
    const entry = document.getElementById(reference.getAttribute("href").slice(1));
    if (!entry) {
      return false;
    }
    fill(reference, entry);
    if (!note.contains(reference)) {
      caller = reference;
    }
    if (!note.matches(":popover-open")) {
      note.showPopover();
    }
    note.scrollTop = 0;
    place();
    note.focus({ preventScroll: true });
    return true;
  };

  const close = () => {
    note.hidePopover();
    caller.focus({ preventScroll: true });
  };

  const referenceAt = (event) => event.target.closest?.("a[role=doc-noteref]");
  const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  // A press outside closes the window before the click comes: a press on the same reference is to
  // close it, not to open it again.
  document.addEventListener("pointerdown", (event) => {
    pressed = note.matches(":popover-open") && referenceAt(event) === caller ? caller : null;
  }, true);

  document.addEventListener("click", (event) => {
    const reference = referenceAt(event);
    if (!reference || modified(event)) {
      return;
    }
    if (reference === pressed) {
      event.preventDefault();
      close();
    } else if (open(reference)) {
      event.preventDefault();
    }
    pressed = null;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === " " && referenceAt(event) && !modified(event)) {
      event.preventDefault();
      referenceAt(event).click();
    }
  });

  // Whoever closes it without pressing elsewhere goes back to where the note was called.
  note.addEventListener("beforetoggle", (event) => {
    if (event.newState === "closed" && note.contains(document.activeElement)) {
      caller.focus({ preventScroll: true });
    }
  });

  note.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") {
      return;
    }
    const stops = [...note.querySelectorAll("a[href], button")];
    const backwards = event.shiftKey && [note, stops[0]].includes(document.activeElement);
    if (backwards || (!event.shiftKey && document.activeElement === stops.at(-1))) {
      // From the last stop the browser goes on behind the reference, from the first to it.
      close();
      if (backwards) {
        event.preventDefault();
      }
    }
  });

  note.querySelector("[data-closes]").addEventListener("click", close);
  toList.addEventListener("click", () => note.hidePopover());
  addEventListener("resize", () => {
    if (note.matches(":popover-open")) {
      place();
    }
  });
})();
