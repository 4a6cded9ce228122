/* Anchoring: a quotation with the words around it → its place in a text, or why it has none.
   converter/annotations/anchoring.py does the same for the TEI; a test holds the two against each
   other. Letters and digits alone are compared. */
"use strict";

(() => {
  const ENOUGH = 20; // letters on one side of a passage that tell where it is
  const SPARE = 12; // letters that are noted beyond those that are enough, and may be others now
  const LONG = 60; // letters of a quotation that needs no words around it
  const LIKE = 0.8; // how much of a changed passage must be the same
  const MOST = 4000000; // steps that a comparison may take
  const LETTER = /[\p{L}\p{N}]/gu;

  /* The letters and digits of a text, each with its place in it. */
  function letters(text) {
    const places = [];
    const only = [];
    for (const found of text.matchAll(LETTER)) {
      only.push(found[0]);
      for (let i = 0; i < found[0].length; i += 1) places.push(found.index + i);
    }
    return { text, places, only: only.join("") };
  }

  function occurrences(text, words) {
    const found = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
    return found;
  }

  /* Some letters as a passage of the text, with the quoted signs at its edges. */
  function span(text, start, length, exact, changed) {
    let first = text.places[start];
    let last = text.places[start + length - 1] + 1;
    if (changed) return { start: first, end: last, changed };
    const quoted = letters(exact).places;
    const before = exact.slice(0, quoted[0]);
    const after = exact.slice(quoted[quoted.length - 1] + 1);
    if (text.text.slice(0, first).endsWith(before)) first -= before.length;
    if (text.text.startsWith(after, last)) last += after.length;
    return { start: first, end: last, changed: false };
  }

  /* The one place that can be meant; never a place that is only likely. */
  function find(text, quote) {
    const [exact, before, after] = [quote.exact, quote.prefix, quote.suffix]
      .map((words) => letters(words || "").only);
    if (!exact) return { missing: "gone" };
    const here = occurrences(text.only, exact);
    const preceded = (words) => (at) => at >= words.length
      && text.only.startsWith(words, at - words.length);
    const followed = (words) => (at) => text.only.startsWith(words, at + exact.length);
    let candidates = here.filter(preceded(before)).filter(followed(after));
    if (!candidates.length && isSingle(before, after)) {
      const left = before.slice(-needed(before));
      const right = after.slice(0, needed(after));
      candidates = here.filter((at) => preceded(left)(at) || followed(right)(at));
      if (!candidates.length && exact.length >= LONG) candidates = here;
      if (!candidates.length) return between(text, exact, left, right) || { missing: "gone" };
    }
    if (candidates.length === 1) return span(text, candidates[0], exact.length, quote.exact, false);
    return { missing: candidates.length ? "several" : "gone" };
  }

  /* Whether the quotation was the only one of its words, as quoted() lets the length tell. Of words
     that stood in the text several times one side is not enough: where a passage was taken out, the
     next may begin with the same words, and now stands behind those before the lost one. */
  function isSingle(before, after) {
    return Math.min(before.length, after.length) >= ENOUGH + SPARE;
  }

  /* How many letters next to the passage are enough; more where few are too common. */
  function needed(side) {
    return Math.max(ENOUGH, side.length - SPARE);
  }

  /* A passage whose words were changed, where those before and after it are as they were. */
  function between(text, exact, before, after) {
    const lefts = occurrences(text.only, before);
    const rights = occurrences(text.only, after);
    if (lefts.length !== 1 || rights.length !== 1) return null;
    const start = lefts[0] + before.length;
    const now = text.only.slice(start, Math.max(start, rights[0]));
    if (!now || !alike(exact, now)) return null;
    return span(text, start, now.length, "", true);
  }

  /* Whether at most a fifth of the longer text must be changed to make the other of it. */
  function alike(left, right) {
    let [one, other] = [[...left], [...right]];
    const allowed = Math.floor(Math.max(one.length, other.length) * (1 - LIKE) + 1e-9);
    if (Math.abs(one.length - other.length) > allowed) return false;
    let start = 0;
    const shorter = Math.min(one.length, other.length);
    while (start < shorter && one[start] === other[start]) start += 1;
    if (start === shorter) return true;
    [one, other] = [one.slice(start), other.slice(start)];
    while (one.length && other.length && one[one.length - 1] === other[other.length - 1]) {
      one.pop();
      other.pop();
    }
    return one.length * other.length <= MOST && distance(one, other) <= allowed;
  }

  /* How many letters must be put in, taken out or replaced. */
  function distance(one, other) {
    const row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i += 1) {
      let above = row[0];
      row[0] = i;
      for (let j = 1; j <= other.length; j += 1) {
        const kept = above + (one[i - 1] === other[j - 1] ? 0 : 1);
        above = row[j];
        row[j] = Math.min(row[j] + 1, row[j - 1] + 1, kept);
      }
    }
    return row[other.length];
  }

  /* A place between two characters, moved on where it would cut one in halves. */
  function whole(text, place, step) {
    return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(place - 1, place + 1))
      ? place + step : place;
  }

  /* A passage as it is noted, with as many words on either side as tell it from all others. */
  function quoted(text, start, end) {
    const { places, only } = text;
    const first = places.filter((place) => place < start).length;
    const last = places.filter((place) => place < end).length;
    const repeated = (from, to) => {
      const words = only.slice(Math.max(0, from), to);
      return only.indexOf(words, only.indexOf(words) + 1) >= 0;
    };
    let before = ENOUGH;
    let after = ENOUGH;
    if (repeated(first, last)) {
      while (last + after < only.length && repeated(first - before, last + after)) after *= 2;
      if (repeated(first - before, last + after)) before = first;
    } else {
      while (before < first && repeated(first - before, first)) before *= 2;
      while (last + after < only.length && repeated(last, last + after)) after *= 2;
      before += SPARE;
      after += SPARE;
    }
    const left = Math.max(0, first - before);
    const right = Math.min(only.length, last + after);
    const begin = left < first ? whole(text.text, places[left], -1) : start;
    let finish = right > last ? whole(text.text, places[right - 1] + 1, 1) : end;
    if (right === only.length) finish = text.text.length;
    return {
      exact: text.text.slice(start, end),
      prefix: text.text.slice(begin, start),
      suffix: text.text.slice(end, finish),
    };
  }

  /* The selectors of W3C count code points, a script's strings count units of UTF-16. */
  function codePoints(text, units) {
    return [...text.slice(0, units)].length;
  }

  window.edition = window.edition || {};
  window.edition.anchoring = { letters, find, quoted, codePoints };
})();
