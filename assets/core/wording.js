/**
 * Small matters of words. In: texts and numbers. Out: texts.
 */
(function (S) {
  "use strict";

  /** "1 event", "12 events". */
  const counted = (words, n) => (n === 1 ? words.events_one : words.events_many.replace("{n}", n));

  /** The text with a capital first letter. */
  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** "central-asia" -> "Central Asia". */
  const fromSlug = (slug) => slug.replace(/-/g, " ").replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

  S.wording = { counted, sentence, fromSlug };
})((globalThis.sidelines = globalThis.sidelines || {}));
