/**
 * How sure a drawn interval is: where it surely lasts, where it only may, and where it goes on.
 * Needs: calendar
 * In: a date or its shape. Out: moments and pieces in ms.
 */
(function (S) {
  "use strict";

  // An end that is only about right, or not sure, is unsure for so large a part of the whole: seen at any zoom, and no measure.
  const FADE = 0.14;

  const air = (end, length) => (end.approximate || end.uncertain ? length * FADE : 0);
  const isWide = (end) => end.latest - end.earliest > S.calendar.DAY;

  /** The moments between which a span surely lasts; an end that is only about right is unsure for a part of the span. */
  function surely({ first, last, from, to }) {
    return [
      (isWide(first) ? first.latest : from) + air(first, to - from),
      (isWide(last) ? last.earliest : to) - air(last, to - from),
    ];
  }

  /**
   * A date as pieces of certainty, [{from, to, sure}] in ms: an end that is known to a year is unsure within that year, an end
   * that no source states is unsure as far as the data reach, and where none states either there is none. `asOf` is the last moment that the data speak of.
   */
  function pieces({ first, last, range }, dataStart, asOf) {
    const [startKnown, endKnown] = [first.kind === "given", !range || last.kind === "given"];
    const end = endKnown ? last.latest : Math.max(asOf, startKnown ? first.latest : asOf);
    if (!startKnown && !endKnown) return [];
    if (!startKnown) return [{ from: dataStart, to: end, sure: false }].filter((piece) => piece.to > piece.from);
    const start = first.earliest;
    if (!range) return [{ from: start, to: end, sure: air(first, 1) === 0 }];
    const length = end - start;
    const surelyTo = endKnown && (isWide(last) || air(last, 1)) ? last.earliest - air(last, length) : end;
    const surelyFrom = Math.min(first.latest + air(first, length), Math.max(surelyTo, first.latest));
    return [
      { from: start, to: surelyFrom, sure: !isWide(first) && !air(first, 1) },
      { from: surelyFrom, to: surelyTo, sure: last.kind !== "unknown" },
      { from: Math.max(surelyFrom, surelyTo), to: end, sure: false },
    ].filter((piece) => piece.to > piece.from);
  }

  S.certainty = { FADE, surely, pieces };
})((globalThis.sidelines = globalThis.sidelines || {}));
