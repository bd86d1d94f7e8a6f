/**
 * Marks as Plotly traces: events with their dots, rings and signs, bundles with their numbers.
 * Needs: ink
 * In: arrangement, theme, palette. Out: traces; x in ms of the axis, y in px.
 */
(function (S) {
  "use strict";

  const { alpha, timeOf } = S.ink;

  const BASE = { type: "scatter", hoverinfo: "skip", cliponaxis: false };

  const places = (list, at) => ({ x: list.map((mark) => at(mark.x)), y: list.map((mark) => mark.y) });

  /** The events that stand alone, each in its shape; `customdata` is the index of the event. */
  function shaped(marks, looks, at) {
    const of = (field) => looks.map((one) => one[field]);
    return {
      ...BASE,
      mode: "markers",
      ...places(marks, at),
      customdata: marks.map((mark) => mark.event),
      marker: {
        symbol: of("symbol"),
        color: of("color"),
        size: of("size"),
        opacity: 1,
        line: { color: of("line"), width: of("lineWidth") },
      },
    };
  }

  /** What stands in and around those shapes: dots and rings. */
  function adorned(marks, looks, at, palette) {
    const colours = looks.map((one) => one.dot).filter(Boolean);
    const inner = marks.filter((_, index) => looks[index].dot);
    const ringed = marks.filter((_, index) => looks[index].ring);
    const dot = { symbol: "circle", size: 4.6, color: colours, opacity: 1, line: { width: 0 } };
    const line = { color: palette.ink, width: 1.8 };
    const ring = { symbol: "circle", size: 20, color: alpha(palette.ink, 0), opacity: 1, line };
    return [
      { ...BASE, mode: "markers", ...places(inner, at), marker: dot },
      { ...BASE, mode: "markers", ...places(ringed, at), marker: ring },
    ];
  }

  /** The signs beside marks, for what their shape does not say. */
  function signs(marks, at, palette) {
    const signed = marks.filter((mark) => S.symbols.signOf(mark));
    return {
      ...BASE,
      mode: "text",
      x: signed.map((mark) => at(mark.x + 10)),
      y: signed.map((mark) => mark.y - 8),
      text: signed.map(S.symbols.signOf),
      textfont: { size: 11, color: palette.ink, weight: 700 },
    };
  }

  /** Bundles with the number of their events, in red where an absence is among them. */
  function bundles(marks, at, palette) {
    return {
      ...BASE,
      mode: "markers+text",
      ...places(marks, at),
      text: marks.map((mark) => String(mark.count)),
      textposition: "middle center",
      textfont: { size: 10.5, color: palette.ink, weight: 700 },
      marker: {
        symbol: "circle",
        size: marks.map((mark) => (mark.count > 99 ? 26 : 20)),
        color: palette.card,
        opacity: 1,
        line: { color: marks.map((mark) => (mark.away ? palette.absent : palette.edge)), width: 2 },
      },
    };
  }

  /** The marks of an arrangement: events, their dots, rings and signs, then bundles. */
  function dots(drawn, theme, palette) {
    const at = timeOf(drawn.frame);
    const single = drawn.marks.filter((mark) => mark.count === undefined);
    const looks = single.map((mark) => S.symbols.look(mark, theme, palette));
    return [
      shaped(single, looks, at),
      ...adorned(single, looks, at, palette),
      signs(single, at, palette),
      bundles(
        drawn.marks.filter((mark) => mark.count !== undefined),
        at,
        palette,
      ),
    ];
  }

  S.dots = { dots };
})((globalThis.sidelines = globalThis.sidelines || {}));
