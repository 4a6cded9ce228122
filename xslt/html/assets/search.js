/* The form of the search page: asks the index of each language, narrows what it answers, and has the
   documents shown (search-results.js). The search stands in the page's address. */
"use strict";

(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;

  const BATCH = 10; // documents shown at a time
  const status = document.querySelector("[data-search-status]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const folder = new URL(form.dataset.search, location.href);

  /* From file:// no module can be imported: the page says so, and how to serve it. */
  const say = (what) => {
    document.querySelector(`[data-search-says="${what}"]`).hidden = false;
  };
  if (location.protocol === "file:") {
    say("file");
    return;
  }

  /* The table of documents, and Pagefind once for each language: loaded when first asked. */
  const module = (name) => import(new URL(name, folder).href);
  let loading = null;
  const index = () => {
    loading ??= module("documents.js").then(async ({ default: table }) => ({
      table,
      engines: await Promise.all(
        table.languages.map(async (language) => ({
          language,
          search: (await module(`${language}/pagefind.js`)).search,
        })),
      ),
    }));
    return loading;
  };

  const wanted = () => {
    const data = new FormData(form);
    const boxes = form.querySelectorAll('[name="words"]').length;
    const words = data.getAll("words");
    if (words.length === 0 || words.length === boxes) data.delete("words");
    for (const name of ["q", "volume", "year", "author", "order"]) {
      if (!data.get(name)?.trim()) data.delete(name);
    }
    return new URLSearchParams(data);
  };

  const fill = (parameters) => {
    for (const field of form.elements) {
      const given = parameters.getAll(field.name);
      if (field.type === "checkbox") field.checked = given.length === 0 || given.includes(field.value);
      else if (field.name && given.length) field.value = given[0];
    }
  };

  const fits = (document, words, parameters) =>
    (!parameters.has("volume") || document.volume === parameters.get("volume")) &&
    (!parameters.has("year") || document.when.slice(0, 4) === parameters.get("year")) &&
    (!parameters.has("author") || document.authors.includes(parameters.get("author"))) &&
    (!parameters.has("words") || parameters.getAll("words").includes(words));

  /* Quotation marks of any language around all of it ask for a phrase. */
  const asked = (text) => text.trim().replace(/^[“”„«»"](.+)[“”„«»"]$/u, '"$1"');

  /* The answers of all languages, by document: a document is as good as its best voice. */
  const grouped = (table, answers, parameters) => {
    const groups = new Map();
    for (const { language, results } of answers) {
      for (const result of results) {
        const [number, words, section] = table.records[result.id] ?? [];
        const found = table.documents[number];
        if (!found || !fits(found, words, parameters)) continue;
        const group = groups.get(number) ?? { number, document: found, score: 0, voices: [] };
        group.score = Math.max(group.score, result.score);
        group.voices.push({ language, words, section, result });
        groups.set(number, group);
      }
    }
    const byDate = (a, b) =>
      (a.document.when || "9999").localeCompare(b.document.when || "9999") || a.number - b.number;
    const byScore = (a, b) => b.score - a.score || a.number - b.number;
    const rank = ({ section, words }) =>
      (section === "transcription" ? 10 : 0) + ["author", "commentary", "notes"].indexOf(words);
    for (const { voices } of groups.values()) voices.sort((a, b) => rank(a) - rank(b));
    return [...groups.values()].sort(parameters.get("order") === "date" ? byDate : byScore);
  };

  let search = 0; // only the last one is shown
  let waiting = [];

  const show = async (number, table) => {
    const batch = waiting.splice(0, BATCH);
    const shown = await Promise.all(batch.map((group) => window.editionSearch.shown(group, table)));
    if (number !== search) return null;
    list.append(...shown);
    more.hidden = waiting.length === 0;
    return shown[0];
  };

  const run = async () => {
    const parameters = wanted();
    const number = ++search;
    const query = parameters.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = parameters.has("q") ? status.dataset.running : "";
    if (!parameters.has("q")) return;
    try {
      const { table, engines } = await index();
      const answers = await Promise.all(
        engines.map(async ({ language, search: ask }) => ({
          language,
          results: (await ask(asked(parameters.get("q")))).results,
        })),
      );
      if (number !== search) return;
      waiting = grouped(table, answers, parameters);
      const found = waiting.length;
      await show(number, table);
      if (number !== search) return;
      status.textContent = found
        ? window.editionSearch.counted(status, "found", found)
        : status.dataset.none;
    } catch (error) {
      console.error(error);
      status.textContent = "";
      say("failed");
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "q") run();
  });
  more.addEventListener("click", async () => {
    const { table } = await index();
    const first = await show(search, table);
    first?.querySelector("a").focus();
  });

  /* On a phone the choices are folded, so that what was found is seen; not where one is made. */
  const where = form.querySelector("details");
  const wide = matchMedia("(min-width: 40.01rem)");
  const fold = () => {
    const made = [...wanted().keys()].some((name) => name !== "q");
    where.open = wide.matches || made;
  };

  form.hidden = false;
  fill(new URLSearchParams(location.search));
  fold();
  wide.addEventListener("change", fold);
  run();
})();
