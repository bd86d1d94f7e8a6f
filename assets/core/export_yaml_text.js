/**
 * Plain values -> YAML 1.2 as people write it: plain where that is safe, short mappings on a line, long texts folded. The twin
 * of app/export/yaml_text.py, where its rules are written. In: texts, numbers, flags, lists and objects. Out: lines.
 */
(function (S) {
  "use strict";

  const WIDTH = 110;
  // Controls, separators of lines, what turns directions or has no width, noncharacters; quotation mark and backslash.
  const ESCAPED =
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff"\\]/g;
  const NEEDS_ESCAPE = new RegExp(ESCAPED.source);
  const SPACES = " \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
  const WHOLE = new RegExp(`^[^${SPACES}]([^\\n]*[^${SPACES}])?$`, "u"); // neither begins nor ends with a space of any width
  const FIRST = /^[A-Za-z0-9./\u00a1-\u{10ffff}]/u;
  const ENDS_PLAIN = /: | #|:$/;
  const ENDS_PLAIN_IN_FLOW = /[[\]{},:?#]/;
  // What YAML 1.1 and 1.2 take for a number, a flag or nothing; a year stays as it is.
  const MEANS_ELSE =
    /^(?:null|true|false|yes|no|on|off|y|n|(?![0-9]{4}$)[0-9][0-9_,.]*|[0-9]+[eExXoO:][0-9a-fA-F:]*|\.[0-9a-z]+)$/i;
  const SHORT_ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

  const lengthOf = (text) => S.exports.text.lengthOf(text);
  const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const entriesOf = (value) => (value instanceof Map ? [...value] : Object.entries(value));

  function escaped(character) {
    const code = character.charCodeAt(0);
    const hex = code.toString(16);
    return SHORT_ESCAPES[character] || (code <= 0xff ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`);
  }

  /** Whether the text means itself without quotes (YAML 1.2.2, 7.3.3). */
  function isPlain(text, ends) {
    if (NEEDS_ESCAPE.test(text) || !FIRST.test(text) || !WHOLE.test(text)) return false;
    return !ends.test(text) && !MEANS_ELSE.test(text);
  }

  /** A text on a line: as it is where that is safe, else in double quotes. */
  function scalar(text, inFlow) {
    return isPlain(text, inFlow ? ENDS_PLAIN_IN_FLOW : ENDS_PLAIN) ? text : `"${text.replace(ESCAPED, escaped)}"`;
  }

  /** Whether the text can be broken at its spaces: each stands alone, and no character needs an escape. */
  function isFoldable(text) {
    const spaced = text.includes(" ") && !text.includes("  ") && WHOLE.test(text);
    return spaced && (text.match(ESCAPED) || []).every((character) => character === '"' || character === "\\");
  }

  /** The lines of a folded text (YAML 1.2.2, 8.1.3): broken at spaces, one of which each line break stands for. */
  function folded(text, pad) {
    const lines = [];
    let [line, length] = ["", 0];
    for (const word of text.split(" ")) {
      const more = lengthOf(word);
      if (line && pad.length + length + 1 + more > WIDTH) {
        lines.push(pad + line);
        [line, length] = [word, more];
      } else {
        [line, length] = line ? [`${line} ${word}`, length + 1 + more] : [word, more];
      }
    }
    return [...lines, pad + line];
  }

  /** The members of a list or mapping, each on a line; null where one needs more room. */
  function partsOf(value, room) {
    const parts = [];
    for (const [name, part] of isMapping(value) ? entriesOf(value) : value.map((item) => [null, item])) {
      const line = inline(part, room, true);
      if (line === null) return null;
      parts.push(name === null ? line : `${scalar(name, true)}: ${line}`);
    }
    return parts;
  }

  /** The value on a line, in flow style; null where that needs more than `room` characters and lines would help. */
  function inline(value, room, inFlow) {
    if (typeof value === "string") return lengthOf(value) > room && isFoldable(value) ? null : scalar(value, inFlow);
    if (typeof value !== "object") return String(value);
    const parts = partsOf(value, room);
    if (parts === null) return null;
    const line = isMapping(value) ? `{${parts.join(", ")}}` : `[${parts.join(", ")}]`;
    return lengthOf(line) <= room || !parts.length ? line : null;
  }

  /** The lines of one member: `head` is what stands before it, `line` the member on a line or null. */
  function member(head, value, line, depth) {
    const pad = "  ".repeat(depth);
    if (line !== null) return [`${head} ${line}`];
    if (typeof value === "string") return [`${head} >-`, ...folded(value, `${pad}  `)];
    return [head, ...(isMapping(value) ? lines(value, depth + 1) : items(value, depth + 1))];
  }

  /** Whether these are the entries of the file, each of which has lines of its own. */
  const holdsEntries = (value, depth) => depth === 0 && Array.isArray(value) && value.length > 0 && isMapping(value[0]);

  function items(values, depth) {
    const pad = "  ".repeat(depth);
    return values.flatMap((value) => {
      const line = depth === 1 && isMapping(value) ? null : inline(value, WIDTH - pad.length - 2, false);
      if (line !== null || typeof value === "string") return member(`${pad}-`, value, line, depth);
      const [first, ...rest] = lines(value, depth + 1);
      return [`${pad}- ${first.slice(pad.length + 2)}`, ...rest];
    });
  }

  /** The lines of a mapping in block style, without line breaks; `depth` in steps of two spaces. */
  function lines(value, depth = 0) {
    return entriesOf(value).flatMap(([name, part]) => {
      const key = `${"  ".repeat(depth)}${scalar(name, false)}:`;
      const line = holdsEntries(part, depth) ? null : inline(part, WIDTH - lengthOf(key) - 1, false);
      return member(key, part, line, depth);
    });
  }

  S.exports = S.exports || {};
  S.exports.yamlText = { lines };
})((globalThis.sidelines = globalThis.sidelines || {}));
