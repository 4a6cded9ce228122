/* A reader's annotations on the page of a document, and on the page that lists all of them: finds
   the template of the page and puts the parts together. Without it nothing happens. */
"use strict";

(() => {
  const template = document.querySelector("template[data-annotations]");
  if (!template) return;
  const { passages, anchoring, annotationStore: store, annotationMarks: marks } = window.edition;
  const { annotationJson: json, annotationExchange: exchange } = window.edition;
  const root = document.querySelector("main article");
  const made = template.content.cloneNode(true);
  const [panel, bar, element, hint, here, spareWay] = [
    "panel", "toolbar", "dialog", "hint", "here", "way",
  ].map((name) => made.querySelector(`[data-annotations-${name}]`));
  const way = document.querySelector(".ways [data-annotations-way]") || spareWay;
  const home = new URL(template.dataset.home || ".", window.location.href);
  const ofDocument = template.dataset.annotations === "document";
  const name = ofDocument
    ? json.documentOf(window.location.pathname.slice(new URL(".", home).pathname.length)) : "";
  let read = null;
  let found = new Map();

  /* Absolute where the edition says where it lies on the web. */
  function addressOf(document_) {
    const canonical = document.querySelector("link[rel='canonical']");
    const relative = `${document_.split("/").map(encodeURIComponent).join("/")}.html`;
    if (!canonical || !/^https?:/.test(canonical.href)) return relative;
    return new URL(relative, new URL(template.dataset.home || ".", canonical.href)).href;
  }

  function mine() {
    return store.all().filter((record) => !ofDocument || record.document === name);
  }

  const titles = new Map();
  const list = made.querySelector("template[data-documents]");
  for (const link of list ? list.content.querySelectorAll("a") : []) {
    titles.set(json.documentOf(link.getAttribute("href")), link);
  }

  function linkTo(record) {
    const fragment = `#annotation-${encodeURIComponent(record.id)}`;
    if (ofDocument) return fragment;
    const link = titles.get(record.document);
    return link ? link.getAttribute("href") + fragment : "";
  }

  function titleOf(record) {
    const link = titles.get(record.document);
    return link ? link.cloneNode(true) : `${record.document} (${panel.dataset.elsewhere})`;
  }

  const open = window.edition.annotationDialog(element, panel.dataset.confirm, {
    save: (record) => store.save({ ...record, modified: new Date().toISOString() }),
    remove: store.remove,
  });
  const show = window.edition.annotationList(panel, linkTo, (act, record) => {
    if (act === "edit") open(record, "note", false);
    if (act === "delete" && window.confirm(panel.dataset.confirm)) {
      store.remove(record.id);
      panel.querySelector("[data-title]").focus();
    }
  });

  function draw() {
    exchange.warn(panel);
    if (ofDocument) locate();
    const records = mine().map((record) => (
      ofDocument ? { ...record, state: found.get(record.id).state } : record));
    show(records, ofDocument ? null : titleOf);
    if (way) {
      way.querySelector("[data-count]").textContent = records.length ? ` (${records.length})` : "";
    }
  }

  /* Each annotation looked for in the text as it is now; what is not sure is shown in the list. */
  function locate() {
    marks.clear(root);
    read = passages.read(root);
    found = new Map();
    const drawn = [];
    for (const record of mine()) {
      const span = anchoring.find(read.letters, record.quote);
      const state = span.missing || (span.changed ? "changed" : "");
      found.set(record.id, { span: span.missing ? null : span, state });
      if (!span.missing) drawn.push({ record, ranges: () => passages.ranges(read, span) });
    }
    marks.draw(drawn);
    if (!marks.native) read = passages.read(root);
  }

  /* The state that the list of all documents shows, where the text itself is not at hand. */
  function keepStates() {
    const changed = mine().filter((record) => (record.state || "") !== found.get(record.id).state);
    if (changed.length) {
      store.saveAll(changed.map((record) => ({ ...record, state: found.get(record.id).state })));
    }
  }

  function annotate(act, span) {
    const now = new Date().toISOString();
    const record = {
      id: store.newId(),
      document: name,
      quote: anchoring.quoted(read.letters, span.start, span.end),
      position: {
        start: anchoring.codePoints(read.text, span.start),
        end: anchoring.codePoints(read.text, span.end),
      },
      motivations: { bookmark: ["bookmarking"], highlight: ["highlighting"] }[act] || [],
      comments: [],
      tags: [],
      created: now,
      modified: now,
    };
    if (act === "note" || act === "tag") open(record, act, true);
    else store.save(record);
  }

  function follow() {
    const id = /^#annotation-(.+)$/.exec(window.location.hash);
    const place = id && found.get(decodeURIComponent(id[1]));
    if (!place || !place.span) return;
    const ranges = passages.ranges(read, place.span);
    const around = ranges[0].startContainer.parentElement;
    const block = around.closest("[id]") || root;
    for (let fold = around.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    marks.point(ranges);
    block.setAttribute("tabindex", "-1");
    block.focus({ preventScroll: true });
    window.scrollBy(0, ranges[0].getBoundingClientRect().top - window.innerHeight / 3);
  }

  function openAt(event) {
    if (event.target.closest("a, button, summary") || !document.getSelection().isCollapsed) return;
    const place = passages.placeAt(read, event.clientX, event.clientY);
    const hit = mine().filter((record) => {
      const { span } = found.get(record.id) || {};
      return span && span.start <= place && place < span.end;
    }).sort((one, other) => one.quote.exact.length - other.quote.exact.length)[0];
    if (hit) open(hit, "note", false);
  }

  document.querySelectorAll("[data-annotations-off]").forEach((each) => each.remove());
  document.querySelector("main").append(panel);
  document.body.append(element);
  exchange.exchange(panel, addressOf, mine);
  if (ofDocument && root) {
    document.querySelector("main").append(bar, hint);
    const ways = document.querySelector(".ways");
    if (ways && !way.isConnected) (ways.querySelector(".pages") || ways).append(way);
    window.edition.annotationToolbar(bar, here, hint, root, () => read, annotate);
    root.addEventListener("click", openAt);
    window.addEventListener("hashchange", follow);
  }
  store.onChange(draw);
  draw();
  if (ofDocument && root) {
    keepStates();
    follow();
    /* What the reader did while these scripts were fetched. */
    document.dispatchEvent(new Event("selectionchange"));
    const focused = document.activeElement;
    if (root.contains(focused)) focused.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    if (window.location.hash === `#${panel.id}`) panel.querySelector("[data-title]").focus();
  }
})();
