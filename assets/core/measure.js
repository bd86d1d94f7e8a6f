/**
 * How wide words are, without a screen: a careful estimate, a little too wide rather than too narrow.
 * In: text. Out: px and lines. The same in the browser, in a file and in the tests.
 */
(function (S) {
  "use strict";

  // Widths in em of a bold system sans; measured on DejaVu Sans Bold, the widest of the fonts that are asked for.
  const CLASSES = [
    [/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/, 0],
    [/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/, 1.04],
    [/[ijlI.,:;'|!·]/, 0.38],
    [/[frt()[\]{}\-/\\ "]/, 0.46],
    [/W/, 1.11],
    [/[mwM@%ЖШЩЮжшщюфы—…]/, 1.05],
    [/[A-ZА-ЯЁԱ-Ֆ0-9–]/, 0.76],
  ];
  const OTHER = 0.7;

  function charWidth(char) {
    const found = CLASSES.find(([pattern]) => pattern.test(char));
    return found ? found[1] : OTHER;
  }

  /** The width of the text in px at a font size in px. Characters outside the basic plane count as one em. */
  function width(text, size) {
    let em = 0;
    for (const char of text) em += char.length > 1 ? 1.1 : charWidth(char);
    return em * size;
  }

  /** The longest beginning that fits, with an ellipsis; never cut inside a character pair. */
  function cut(text, most, size) {
    if (width(text, size) <= most) return text;
    let kept = "";
    for (const char of text) {
      if (width(kept + char + "…", size) > most) break;
      kept += char;
    }
    return kept.trimEnd() + "…";
  }

  /** A word in two: what fits into a line, at least one character of it, and the rest. */
  function parted(word, most, size) {
    const [first, ...others] = word;
    let head = first;
    for (const char of others) {
      if (width(head + char, size) > most) break;
      head += char;
    }
    return [head, word.slice(head.length)];
  }

  // Where a line may break: at a blank, and on either side of a Chinese or Japanese character; no mark of punctuation begins a line.
  const PIECE =
    /\s*(?:[\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3400-\u9fff\uf900-\ufaff]+)[\u3001-\u3003\u3009\u300b\u300d\u300f\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]*/gu;

  /** The text in at most `count` lines of at most `most` px: long words go on in the next line, the last line is cut where it must be. */
  function wrap(text, most, size, count) {
    const pieces = text.trim().match(PIECE) || [];
    const lines = [];
    while (pieces.length && lines.length < count - 1) {
      let [line, rest] = parted(pieces.shift().trim(), most, size);
      if (rest) pieces.unshift(rest);
      while (pieces.length && width(line + pieces[0], size) <= most) line += pieces.shift();
      lines.push(line);
    }
    if (pieces.length) lines.push(cut(pieces.join("").trim(), most, size));
    return lines;
  }

  S.measure = { width, cut, wrap };
})((globalThis.sidelines = globalThis.sidelines || {}));
