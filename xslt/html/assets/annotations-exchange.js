/* Export and import: a file is handed to the reader, or taken in; both without any network. */
"use strict";

(() => {
  /* ``place`` knows the address of a document; ``chosen`` says which annotations are exported. */
  function exchange(panel, addressOf, chosen) {
    const store = window.edition.annotationStore;
    const json = window.edition.annotationJson;
    const file = panel.querySelector("[data-import]");
    const said = panel.querySelector("[data-said]");
    const name = panel.querySelector("[data-annotator]");

    panel.querySelector("[data-export]").addEventListener("click", () => {
      const data = json.collection(chosen(), addressOf, store.annotator());
      const text = `${JSON.stringify(data, null, 1)}\n`;
      const address = URL.createObjectURL(new Blob([text], { type: "application/ld+json" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = "annotations.jsonld";
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(address), 10000);
    });

    file.addEventListener("change", async () => {
      if (!file.files.length) return;
      const found = json.read((await file.files[0].text()).replace(/^\uFEFF/, ""));
      file.value = "";
      if (!found) {
        said.textContent = panel.dataset.unreadable;
        return;
      }
      const taken = json.news(store.all(), found.records);
      store.saveAll(taken);
      const counts = {
        n: taken.length, known: found.records.length - taken.length, unusable: found.unusable,
      };
      said.textContent = panel.dataset.imported.replace(/\{(\w+)\}/g, (_, gap) => counts[gap]);
    });

    if (name) {
      name.value = store.annotator();
      name.addEventListener("change", () => store.annotator(name.value.trim()));
    }
  }

  /* Says where nothing is kept, so that nobody loses a day's notes. */
  function warn(panel) {
    panel.querySelector("[data-not-kept]").hidden = !window.edition.annotationStore.isRefused();
  }

  window.edition = window.edition || {};
  window.edition.annotationExchange = { exchange, warn };
})();
