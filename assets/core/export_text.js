/**
 * Texts as files of other formats take them: on one line, as a name, as JSON. The twin of app/export/text.py.
 * In: texts and plain values. Out: texts.
 */
(function (S) {
  "use strict";

  const SLUG_LENGTH = 60;
  const SPACES = /[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g;
  // What turns the direction of a line or is not seen at all (Unicode Standard Annex 9, section 2).
  const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]+/g;

  /** The text with every run of spaces, line breaks and controls as one space, none at its ends. */
  const oneLine = (text) => text.replace(SPACES, " ").replace(/^ +| +$/g, "");

  /** The text for a comment in a file: on one line, with nothing that is not seen. */
  const comment = (text) => oneLine(text.replace(UNSEEN, ""));

  /** The text as a name of small letters a-z, digits and single hyphens; "timeline" where nothing of it is left. */
  function slug(text) {
    const letters = S.search
      .fold(text)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, SLUG_LENGTH);
    return letters.replace(/^-+|-+$/g, "") || "timeline";
  }

  /** The value as JSON without spaces (RFC 8259), letters as they are; a Map is an object whose names keep their order. */
  function json(value) {
    if (value instanceof Map)
      return `{${[...value].map(([name, part]) => `${JSON.stringify(name)}:${json(part)}`).join(",")}}`;
    if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const members = Object.keys(value).map((name) => `${JSON.stringify(name)}:${json(value[name])}`);
    return `{${members.join(",")}}`;
  }

  /** Whether a value says nothing: null, an empty text, list or object. */
  function isEmpty(value) {
    if (value === null || value === undefined || value === "") return true;
    if (value instanceof Map) return value.size === 0;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  /** The fields that say something. */
  const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));

  /** The texts that say something, joined. */
  const joined = (between, ...parts) => parts.filter(Boolean).join(between);

  /** How many characters a text has: code points, not halves of surrogate pairs. */
  const lengthOf = (text) => Array.from(text).length;

  S.exports = S.exports || {};
  S.exports.text = { oneLine, comment, slug, json, given, joined, lengthOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
