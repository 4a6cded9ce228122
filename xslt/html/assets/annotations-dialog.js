/* Writing a note and tags: one dialog for new annotations and for those that are there. */
"use strict";

(() => {
  function dialog(element, confirmation, done) {
    const [passage, note, tags] = ["passage", "note", "tags"]
      .map((name) => element.querySelector(`[data-field="${name}"]`));
    let record = null;

    function open(given, field, isNew) {
      record = given;
      passage.textContent = given.quote.exact;
      note.value = given.comments.join("\n\n");
      tags.value = given.tags.join(", ");
      element.querySelector('[data-act="delete"]').hidden = isNew;
      element.showModal();
      (field === "tag" ? tags : note).focus();
    }

    function save() {
      const comment = note.value.trim();
      const unchanged = comment === record.comments.join("\n\n").trim();
      const comments = unchanged ? record.comments : [comment].filter(Boolean);
      const named = [...new Set(tags.value.split(",").map((tag) => tag.trim()).filter(Boolean))];
      const motivations = record.motivations.filter(
        (each) => each !== "commenting" && each !== "tagging");
      if (comments.length) motivations.push("commenting");
      if (named.length) motivations.push("tagging");
      if (!motivations.length) motivations.push("highlighting");
      element.close();
      done.save({ ...record, comments, tags: named, motivations });
    }

    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const act = button && button.dataset.act;
      if (act === "save") save();
      if (act === "cancel") element.close();
      if (act === "delete" && window.confirm(confirmation)) {
        element.close();
        done.remove(record.id);
      }
    });
    element.addEventListener("keydown", (event) => {
      const ends = event.target === tags || event.ctrlKey || event.metaKey;
      if (event.key === "Enter" && ends && event.target.matches("input, textarea")) {
        event.preventDefault();
        save();
      }
    });
    return open;
  }

  window.edition = window.edition || {};
  window.edition.annotationDialog = dialog;
})();
