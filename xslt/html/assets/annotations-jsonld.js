/* Annotations as W3C Web Annotation JSON-LD, out of the browser and into it. What is taken in is
   merged: by id the one that was changed last, and what says the same of the same passage once. */
"use strict";

(() => {
  const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
  const only = (text) => window.edition.anchoring.letters(text || "").only;
  const listed = (value) => (value === undefined || value === null ? [] : [].concat(value));
  const words = (value) => (typeof value === "string" ? value.trim() : "");

  function collection(records, addressOf, creator) {
    const id = window.edition.annotationStore.newId();
    return {
      "@context": CONTEXT,
      id,
      type: "AnnotationCollection",
      total: records.length,
      first: {
        id: `${id}#page-1`,
        type: "AnnotationPage",
        partOf: id,
        startIndex: 0,
        items: records.map((record) => annotation(record, addressOf, creator)),
      },
    };
  }

  function annotation(record, addressOf, creator) {
    const body = (purpose) => (value) => (
      { type: "TextualBody", value, format: "text/plain", purpose });
    const made = { id: record.id, type: "Annotation", motivation: record.motivations };
    if (record.created) made.created = record.created;
    if (record.modified) made.modified = record.modified;
    if (record.creator || creator) {
      made.creator = { type: "Person", name: record.creator || creator };
    }
    const bodies = [
      ...record.comments.map(body("commenting")), ...record.tags.map(body("tagging"))];
    if (bodies.length) made.body = bodies;
    const selector = [{ type: "TextQuoteSelector", ...record.quote }];
    if (record.position) selector.push({ type: "TextPositionSelector", ...record.position });
    made.target = { source: addressOf(record.document), selector };
    return made;
  }

  /* The records of a file, and how many of its annotations have no passage; null: no such file. */
  function read(text) {
    let found;
    try {
      found = JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    for (const key of ["first", "items"]) {
      if (found && typeof found === "object" && key in found) found = found[key];
    }
    if (found && found.target) found = [found];
    if (!Array.isArray(found)) return null;
    const records = found.map(record);
    return {
      records: records.filter(Boolean),
      unusable: records.filter((each) => !each).length,
    };
  }

  function record(item) {
    const target = listed(item && item.target).find((each) => each && each.source);
    const selectors = [];
    for (const pending = listed(target && target.selector); pending.length;) {
      const each = pending.shift();
      if (each && typeof each === "object") {
        selectors.push(each);
        pending.push(...listed(each.refinedBy));
      }
    }
    const quote = selectors.find((each) => each.type === "TextQuoteSelector");
    if (!quote || !only(quote.exact)) return null;
    const source = words(target.source.id || target.source);
    const bodies = listed(item.body).filter((body) => body && words(body.value));
    const of = (wanted) => bodies.filter((body) => (body.purpose === "tagging") === wanted)
      .map((body) => words(body.value));
    const comments = [...listed(words(item.bodyValue) || null), ...of(false)];
    const made = {
      id: words(item.id) || window.edition.annotationStore.newId(),
      document: documentOf(source),
      quote: {
        exact: quote.exact, prefix: String(quote.prefix || ""), suffix: String(quote.suffix || ""),
      },
      motivations: listed(item.motivation).map(words).filter(Boolean),
      comments,
      tags: [...new Set(of(true))],
      created: words(item.created),
      modified: words(item.modified),
    };
    const position = selectors.find((each) => each.type === "TextPositionSelector");
    if (position && Number.isInteger(position.start) && Number.isInteger(position.end)) {
      made.position = { start: position.start, end: position.end };
    }
    const creator = listed(item.creator)[0];
    if (creator) made.creator = words(creator.name) || words(creator.id) || words(creator);
    return source ? made : null;
  }

  /* "https://…/volume/1938-03-14.html#p3" → "volume/1938-03-14", the document's name everywhere. */
  function documentOf(source) {
    const path = source.replace(/[?#].*$/s, "").replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
    return path.split("/").filter(Boolean).slice(-2).map(decoded).join("/")
      .replace(/\.(html?|xml)$/, "");
  }

  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch (error) {
      if (error instanceof URIError) return part;
      throw error;
    }
  }

  function content(each) {
    return JSON.stringify([
      each.document, only(each.quote.prefix), only(each.quote.exact), only(each.quote.suffix),
      [...each.motivations].sort(), each.comments, [...each.tags].sort(), each.creator || ""]);
  }

  /* Which of the records that came are new or newer than those that are here. */
  function news(here, came) {
    const known = new Map(here.map((each) => [each.id, each]));
    const contents = new Set(here.map(content));
    const taken = [];
    for (const each of came) {
      const mine = known.get(each.id);
      const when = (one) => one.modified || one.created || "";
      if (mine ? when(each) > when(mine) : !contents.has(content(each))) {
        taken.push(each);
        known.set(each.id, each);
        contents.add(content(each));
      }
    }
    return taken;
  }

  window.edition = window.edition || {};
  window.edition.annotationJson = { collection, read, news, documentOf };
})();
