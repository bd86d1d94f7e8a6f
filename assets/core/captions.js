/**
 * Words that lie on bands, where no mark stands in their way.
 * In: what is drawn so far. Out: [{x, y, words, size, kind, before, type}] in px.
 */
(function (S) {
  "use strict";

  const LINE_PX = 13;

  /** What stands in the way of words in a lane: [left, right] of each mark, in px. */
  function obstaclesOf(marks) {
    const lanes = new Map();
    marks.forEach((mark) => lanes.set(mark.lane, [...(lanes.get(mark.lane) || []), [mark.x - 13, mark.x + 13]]));
    return lanes;
  }

  /** The first gap of at least `need` px between x0 and x1 that no mark stands in, as its left edge; null if there is none. */
  function gap(x0, x1, need, obstacles) {
    let from = x0;
    for (const [left, right] of [...(obstacles || [])].sort((a, b) => a[0] - b[0])) {
      if (right <= from) continue;
      if (left - from >= need || left >= x1) break;
      from = right;
    }
    return x1 - from >= need ? from : null;
  }

  /** Words that lie on bands: inside where there is room between the marks, before the band where there is not, else nowhere. */
  function captions(drawn, marks) {
    const { frame } = drawn;
    const lanes = obstaclesOf(marks);
    const seen = (from, to) => [Math.max(frame.x(from), 0), Math.min(frame.x(to), frame.width)];
    const inside = (band, x0, x1, size, kind) => {
      const need = S.measure.width(band.words, size) + 12;
      const left = gap(x0, x1, need, lanes.get(band.lane));
      if (left !== null)
        return [
          { x: left + 5, y: (band.y0 + band.y1) / 2, words: band.words, size, kind, before: false, type: band.type },
        ];
      const ahead = kind === "restriction" ? gap(Math.max(0, x0 - need - 4), x0, need, lanes.get(band.lane)) : null;
      return ahead === null
        ? []
        : [{ x: x0 - 5, y: (band.y0 + band.y1) / 2, words: band.words, size, kind, before: true }];
    };
    const restrictions = drawn.bands
      .filter((band) => !band.slim)
      .flatMap((band) =>
        inside(band, ...seen(band.pieces[0].from, band.pieces[band.pieces.length - 1].to), 11, "restriction"),
      );
    const claims = drawn.claims
      .filter((band) => band.words && band.y1 - band.y0 >= LINE_PX)
      .flatMap((band) => inside(band, ...seen(band.from, band.to), 10.5, "claim"));
    const wide = drawn.widths
      .filter((band) => band.words)
      .flatMap((band) => {
        const one = { ...band, words: S.measure.cut(band.words, Math.max(0, frame.width - 60), 11) };
        return inside(one, Math.max(band.x0, 0), Math.min(band.x1, frame.width), 11, "event");
      });
    return [...restrictions, ...claims, ...wide];
  }

  S.captions = { captions };
})((globalThis.sidelines = globalThis.sidelines || {}));
