/* Where a reader's annotations are kept: in the browser (localStorage), one entry for each, so that
   two windows never write over each other. Where the browser keeps nothing, they last as long as
   the page. Nothing is sent anywhere. */
"use strict";

(() => {
  const ENTRY = "edition-annotation:";
  const NAME = "edition-annotator";
  const memory = new Map();
  const heard = [];

  function storage() {
    try {
      const kept = window.localStorage;
      kept.setItem(`${ENTRY}?`, "");
      kept.removeItem(`${ENTRY}?`);
      return kept;
    } catch (error) {
      if (error instanceof DOMException || error instanceof TypeError) return null;
      throw error;
    }
  }

  const kept = storage();
  let refused = kept === null;

  function parsed(text) {
    try {
      const record = JSON.parse(text);
      return isWhole(record) ? record : null;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  function isWhole(record) {
    return record && record.id && record.document && record.quote
      && typeof record.quote.exact === "string"
      && [record.motivations, record.comments, record.tags].every(Array.isArray);
  }

  function all() {
    const found = new Map(memory);
    for (let i = 0; kept && i < kept.length; i += 1) {
      const key = kept.key(i);
      const record = key.startsWith(ENTRY) && parsed(kept.getItem(key));
      if (record) found.set(record.id, record);
    }
    return [...found.values()].sort(inOrder);
  }

  function inOrder(one, other) {
    return compare(one.document, other.document)
      || (one.position ? one.position.start : 0) - (other.position ? other.position.start : 0)
      || compare(one.created || "", other.created || "") || compare(one.id, other.id);
  }

  function compare(one, other) {
    return one < other ? -1 : Number(one > other);
  }

  function put(record) {
    try {
      if (!kept) throw new DOMException("nothing is kept here");
      kept.setItem(ENTRY + record.id, JSON.stringify(record));
      memory.delete(record.id);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      memory.set(record.id, record);
      refused = true;
    }
  }

  function save(record) {
    put(record);
    tell();
  }

  function saveAll(records) {
    records.forEach(put);
    tell();
  }

  function remove(id) {
    memory.delete(id);
    if (kept) kept.removeItem(ENTRY + id);
    tell();
  }

  function tell() {
    heard.forEach((listener) => listener());
  }

  function onChange(listener) {
    heard.push(listener);
  }

  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(ENTRY)) tell();
  });

  /* crypto.randomUUID is not there on plain http. */
  function newId() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
  }

  function annotator(name) {
    if (!kept) return "";
    if (typeof name === "string") kept.setItem(NAME, name);
    return kept.getItem(NAME) || "";
  }

  window.edition = window.edition || {};
  window.edition.annotationStore = {
    all, save, saveAll, remove, onChange, newId, annotator, isRefused: () => refused,
  };
})();
