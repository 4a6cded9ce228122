/* The list of annotations, of a document or of the edition: searched, filtered by tag, with buttons
   to change and to delete. Its shapes and words come from templates of the page. */
"use strict";

(() => {
  function listing(panel, addressOf, act) {
    const shape = panel.querySelector("template[data-entry]").content.firstElementChild;
    const list = panel.querySelector("[data-list]");
    const search = panel.querySelector("[data-search]");
    const filter = panel.querySelector("[data-filter]");
    const states = panel.dataset;
    let records = [];
    let groups = null;

    function fits(record) {
      const words = search.value.trim().toLowerCase();
      const text = [record.quote.exact, ...record.comments, ...record.tags].join("\n").toLowerCase();
      return (!filter.value || record.tags.includes(filter.value))
        && words.split(/\s+/).every((word) => text.includes(word));
    }

    function offerTags() {
      const chosen = filter.value;
      const tags = [...new Set(records.flatMap((record) => record.tags))].sort();
      filter.replaceChildren(filter.options[0], ...tags.map((tag) => new Option(tag, tag)));
      filter.value = tags.includes(chosen) ? chosen : "";
      filter.closest("[data-finding]").hidden = records.length < 2;
    }

    function entry(record) {
      const made = shape.cloneNode(true);
      const part = (name) => made.querySelector(`[data-part="${name}"]`);
      const link = part("passage");
      link.textContent = shortened(record.quote.exact);
      const address = addressOf(record);
      if (address) link.href = address;
      made.dataset.annotation = record.id;
      const state = record.state && states[`state${record.state}`];
      part("state").textContent = state || "";
      part("state").hidden = !state;
      fillWith(part("notes"), record.comments, "p");
      fillWith(part("tags"), record.tags, "li");
      part("bookmark").hidden = !record.motivations.includes("bookmarking");
      for (const button of made.querySelectorAll("button")) {
        button.setAttribute("aria-label",
          `${button.textContent}: ${record.quote.exact.slice(0, 40)}`);
        button.addEventListener("click", () => act(button.dataset.act, record));
      }
      return made;
    }

    function fillWith(parent, texts, name) {
      parent.hidden = !texts.length;
      parent.replaceChildren(...texts.map((text) => {
        const made = document.createElement(name);
        made.textContent = text;
        return made;
      }));
    }

    function shortened(text) {
      const signs = [...text];
      return signs.length > 240 ? `${signs.slice(0, 239).join("").trimEnd()}…` : text;
    }

    /* With ``titleOf`` the entries stand under the titles of their documents. */
    function show(given, titleOf) {
      records = given;
      groups = titleOf || null;
      offerTags();
      draw();
    }

    function draw() {
      const shown = records.filter(fits);
      const made = [];
      let last = null;
      for (const record of shown) {
        if (groups && record.document !== last) {
          last = record.document;
          const heading = document.createElement("h3");
          heading.append(groups(record));
          made.push(heading, document.createElement("ul"));
        }
        if (!made.length) made.push(document.createElement("ul"));
        made[made.length - 1].append(entry(record));
      }
      list.replaceChildren(...made);
      panel.querySelector("[data-none]").hidden = records.length > 0;
      panel.querySelector("[data-no-match]").hidden = !records.length || shown.length > 0;
    }

    search.addEventListener("input", draw);
    filter.addEventListener("change", draw);
    return show;
  }

  window.edition = window.edition || {};
  window.edition.annotationList = listing;
})();
