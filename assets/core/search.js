/**
 * Text for searching: folding, and the small language of the search box. In: text of people. Out: folded text, and
 * queries that are asked of it. The twin of app/search.py, where its rules are written.
 */
(function (S) {
  "use strict";

  const SPACES = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]+/gu;
  const DROPPED = new RegExp(
    "[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f" +
      "\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff" +
      "\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\u00ad\\u061c\\u0640\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]+",
    "gu",
  );
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ς: "σ" };
  const HYPHENS = /[\u2010-\u2015\u2212]/g;
  const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g;
  const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u055a\u0060]/g;
  const TOKEN = /(\|)|(-*)(?:"([^"]*)"?|([^ "|-][^ "|]*))/g;
  const ASCII = /^[\u0000-\u007f]*$/;
  const NUMBER = /\p{N}/u;

  const trim = (text) => text.replace(SPACES, " ").replace(/^ | $/g, "");

  /** The text in NFC with every run of spaces and controls as one space, none at its ends. */
  const clean = (text) => trim(text.normalize("NFC"));

  /** The text without case, accents and typographic variants, cleaned. */
  function fold(text) {
    if (ASCII.test(text)) return trim(text.toLowerCase().replace(/`/g, "'"));
    const bare = text.normalize("NFKD").replace(DROPPED, "").toLowerCase();
    const letters = bare
      .normalize("NFKD")
      .replace(DROPPED, "")
      .replace(/[ßæœøđðþłıħς]/g, (letter) => LETTERS[letter])
      .replace(HYPHENS, "-")
      .replace(QUOTES, '"')
      .replace(APOSTROPHES, "'");
    return trim(letters.normalize("NFC"));
  }

  /**
   * The query that the text of a search box means: groups that all have to hold, of each at least one term.
   * @returns {{words: string, whole: boolean, absent: boolean}[][]}
   */
  function read(text) {
    const groups = [];
    let joins = false;
    for (const [, bar, minus, phrase, word] of fold(text).matchAll(TOKEN)) {
      const words = (phrase || "").replace(/^ +| +$/g, "") || word;
      if (bar) {
        joins = groups.length > 0;
      } else if (words) {
        const term = { words, whole: Boolean(phrase), absent: Boolean(minus) };
        if (joins) groups[groups.length - 1].push(term);
        else groups.push([term]);
        joins = false;
      }
    }
    return groups;
  }

  /** Whether the character belongs to a script that parts its words by spaces: one with capitals, or digits. */
  const partsWords = (character) => character.toUpperCase() !== character.toLowerCase() || NUMBER.test(character);

  /** The character before `at` and the one at `at`, whole also where they are surrogate pairs; "" beyond the text. */
  function before(text, at) {
    const last = text[at - 1];
    return last >= "\udc00" && last <= "\udfff" ? text.slice(at - 2, at) : last || "";
  }
  const after = (text, at) => (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : "");

  /** Whether the two sides of the place `at` stand within one word. */
  function runsOn(text, at) {
    const [one, other] = [before(text, at), after(text, at)];
    return one !== "" && other !== "" && partsWords(one) && partsWords(other);
  }

  /** Whether the folded words begin a word of the folded text; with `whole`, whether they end one, too. */
  function contains(text, words, whole) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (!runsOn(text, at) && !(whole && runsOn(text, at + words.length))) return true;
    }
    return false;
  }

  /** Whether the folded text is what the query asks for; an empty query asks for nothing and so holds. */
  const matches = (query, text) =>
    query.every((group) => group.some((term) => contains(text, term.words, term.whole) !== term.absent));

  /**
   * The order of two texts by their code points, as in Python: < 0, 0 or > 0. The language's own order is that of UTF-16,
   * in which the characters of two units come too early.
   */
  function compare(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [first, second] = [one.codePointAt(at), other.codePointAt(at)];
    return (first === undefined ? -1 : first) - (second === undefined ? -1 : second);
  }

  S.search = { clean, fold, compare, read, contains, matches };
})((globalThis.sidelines = globalThis.sidelines || {}));
