/* One document that was found, as an item of the list: its places by paragraph, with page and words
   around. Shapes and words come from the page's templates; search.js asks for the items. */
"use strict";

(() => {
  const list = document.querySelector("[data-search-results]");
  if (!list) return;

  const SHOWN = 3; // places of a document; the others are folded
  const BEFORE = 12; // words of an excerpt before the first that was found
  const LENGTH = 36;
  const plural = new Intl.PluralRules(document.documentElement.lang);

  const counted = (element, name, number) => {
    const form = plural.select(number);
    const known = form === "one" || form === "few" ? form : "many";
    const key = `${name}-${known}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    return element.dataset[key].replace("{n}", number);
  };

  const dated = (when) => {
    const [year, month, day] = when.split("-");
    if (!month) return year || list.dataset.undated;
    const months = (day ? list.dataset.monthsAfterDay : list.dataset.months).split("|");
    const name = months[Number(month) - 1] ?? month;
    if (!day) return `${name} ${year}`;
    const facts = { day: Number(day), month: name, year };
    return list.dataset.dayForm.replace(/\{(\w+)\}/g, (_, key) => facts[key]);
  };

  /* What was found in one voice → its places. An anchor "at:p4" begins a paragraph, "page:548" a
     printed page, "note:3" a note; each holds for the words from its own number on. */
  const placesOf = (fragment) => {
    const anchors = [...fragment.anchors].sort((a, b) => a.location - b.location);
    const ends = anchors.filter(({ id }) => id.startsWith("at:")).map(({ location }) => location);
    const words = fragment.content.split(/\s+/);
    const now = { at: "", page: "", note: "", start: 0 };
    const places = [];
    let place = null;
    let next = 0;
    for (const found of [...new Set(fragment.locations)].sort((a, b) => a - b)) {
      for (; next < anchors.length && anchors[next].location <= found; next += 1) {
        const [kind, value] = anchors[next].id.split(/:(.*)/s);
        now[kind] = value;
        if (kind === "at") now.start = anchors[next].location;
        place = null;
      }
      if (!place) {
        const end = ends.find((location) => location > found) ?? words.length;
        place = { ...now, end, words, found: [] };
        places.push(place);
      }
      place.found.push(found);
    }
    return places;
  };

  /* What stands around a word, a quotation mark or a comma, is not marked with it. */
  const marked = (text) => {
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    const mark = document.createElement("mark");
    mark.textContent = word;
    return [before, mark, after];
  };

  /* The words around the first that was found, all that were found marked. */
  const excerpt = ({ words, found, start, end }) => {
    const from = Math.max(start, found[0] - BEFORE);
    const to = Math.min(end, from + LENGTH);
    const hits = new Set(found);
    const parts = from > start ? ["…\u00a0"] : [];
    for (let number = from; number < to; number += 1) {
      if (number > from) parts.push(" ");
      parts.push(...(hits.has(number) ? marked(words[number]) : [words[number]]));
    }
    if (to < end) parts.push("\u00a0…");
    return parts;
  };

  const voiceOf = (voice, place) => {
    const said = list.dataset;
    const words = voice.words === "notes" && place.note ? said.note.replace("{n}", place.note) : said[voice.words];
    return voice.section === "transcription" ? `${said.transcription}, ${words}` : words;
  };

  const placeShown = (address, voice, place) => {
    const item = copied("[data-search-place]");
    const link = item.querySelector("a");
    const page = place.page ? `${list.dataset.page} ${place.page}` : list.dataset.firstPage;
    link.href = place.at ? `${address}#${encodeURIComponent(place.at)}` : address;
    link.textContent = `${page} · ${voiceOf(voice, place)}`;
    const text = item.querySelector("p");
    text.lang = voice.language;
    text.append(...excerpt(place));
    return item;
  };

  const copied = (template) =>
    document.querySelector(template).content.firstElementChild.cloneNode(true);

  /* A diary entry is entitled by its day: the date is not said twice. */
  const headed = (link, found) => {
    const date = dated(found.when);
    const twice = date.startsWith(found.title) || found.title.includes(date);
    const title = document.createElement("span");
    title.textContent = date.startsWith(found.title) ? date : found.title;
    if (found.language && title.textContent === found.title) title.lang = found.language;
    link.append(title, twice ? "" : `, ${date}`);
  };

  const shown = async ({ document: found, voices }, table) => {
    const item = copied("[data-search-document]");
    const link = item.querySelector("h2 a");
    link.href = found.address;
    headed(link, found);
    const source = [table.volumes[found.volume], found.authors.join("; ")].filter(Boolean);
    item.querySelector(".search-source").textContent = source.join(" · ");
    const places = [];
    for (const voice of voices) {
      const fragment = await voice.result.data();
      places.push(...placesOf(fragment).map((place) => placeShown(found.address, voice, place)));
    }
    const [first, rest] = item.querySelectorAll("ul");
    first.append(...places.slice(0, SHOWN));
    rest.append(...places.slice(SHOWN));
    const folded = item.querySelector("details");
    if (places.length > SHOWN) {
      folded.querySelector("summary").textContent = counted(list, "more-places", places.length - SHOWN);
    } else folded.remove();
    return item;
  };

  window.editionSearch = { counted, shown };
})();
