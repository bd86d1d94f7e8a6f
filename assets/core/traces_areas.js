/**
 * Filled areas as Plotly traces: periods of claims, wide dates, restrictions, density strips.
 * Needs: ink
 * In: arrangement, theme, palette. Out: traces; x in ms of the axis, y in px.
 */
(function (S) {
  "use strict";

  const { alpha, timeOf } = S.ink;

  function bars(list, frame, marker) {
    if (!list.length) return [];
    return [
      {
        type: "bar",
        orientation: "h",
        hoverinfo: "skip",
        base: list.map((bar) => bar.from),
        x: list.map((bar) => bar.to - bar.from),
        y: list.map((bar) => (bar.y0 + bar.y1) / 2),
        width: list.map((bar) => bar.y1 - bar.y0),
        marker: { line: { width: 0 }, ...marker },
      },
    ];
  }

  const MOST_GRADIENTS = 24;

  /** How full a band is at x px: not at all at its `ends`, unless it is sure there, and wholly between the `sure` px. */
  function fullness({ ends: [from, to], sure }, x) {
    const [s0, s1] = sure[0] <= sure[1] ? sure : [(sure[0] + sure[1]) / 2, (sure[0] + sure[1]) / 2];
    if (x < s0) return Math.max(0, (x - from) / (s0 - from));
    return x > s1 ? Math.max(0, (to - x) / (to - s1)) : 1;
  }

  /** A band that fades where it is not sure, as much of it as is seen. */
  function faded(band, color, opacity, frame) {
    const at = timeOf(frame);
    const [a, b] = [at(band.x0), at(band.x1)];
    const middle = (band.sure[0] + band.sure[1]) / 2;
    const turns = (band.sure[0] <= band.sure[1] ? band.sure : [middle, middle]).filter(
      (x) => x > band.x0 && x < band.x1,
    );
    const scale = [band.x0, ...turns, band.x1].map((x) => [
      (x - band.x0) / (band.x1 - band.x0),
      alpha(color, Number((opacity * fullness(band, x)).toFixed(3))),
    ]);
    return {
      type: "scatter",
      mode: "lines",
      hoverinfo: "skip",
      x: [a, b, b, a, a],
      y: [band.y0, band.y0, band.y1, band.y1, band.y0],
      line: { width: 0 },
      fill: "toself",
      fillgradient: { type: "horizontal", start: a, stop: b, colorscale: scale },
    };
  }

  function bandTraces(list, colourOf, opacity, frame) {
    const at = timeOf(frame);
    if (list.length <= MOST_GRADIENTS) return list.map((band) => faded(band, colourOf(band), opacity, frame));
    const plain = list.map((band) => ({ from: at(band.x0), to: at(band.x1), y0: band.y0, y1: band.y1 }));
    return bars(plain, frame, { color: list.map((band) => alpha(colourOf(band), opacity * 0.8)) });
  }

  function claimTraces(drawn, palette) {
    const { frame } = drawn;
    const list = drawn.claims.map((band) => ({
      ...band,
      x0: Math.max(frame.x(band.from), -4),
      x1: Math.min(frame.x(band.to), frame.width + 4),
      ends: [frame.x(band.from), frame.x(band.to)],
      sure: band.sure.map(frame.x),
    }));
    return bandTraces(list, () => palette.claim, 0.34, frame);
  }

  function widthTraces(drawn, theme, palette) {
    const { frame } = drawn;
    const list = drawn.widths.filter((band) => !S.widths.isEndless(band));
    const colour = (band) => S.symbols.hueOf(theme, palette, band.type);
    const isSpan = (band) => band.kind === "span";
    return [
      ...bandTraces(
        list.filter((band) => !isSpan(band)),
        colour,
        0.3,
        frame,
      ),
      ...bandTraces(list.filter(isSpan), colour, 0.6, frame),
    ];
  }

  function restrictionTraces(drawn, palette) {
    const flat = drawn.bands.flatMap((band) => band.pieces.map((piece) => ({ ...piece, y0: band.y0, y1: band.y1 })));
    const pattern = (solidity) => ({
      color: palette.suspensionground,
      pattern: {
        shape: "/",
        size: 7,
        solidity,
        fgcolor: palette.suspension,
        bgcolor: palette.suspensionground,
        fillmode: "replace",
      },
    });
    return [
      ...bars(
        flat.filter((piece) => !piece.sure),
        drawn.frame,
        pattern(0.1),
      ),
      ...bars(
        flat.filter((piece) => piece.sure),
        drawn.frame,
        pattern(0.3),
      ),
    ];
  }

  /** key -> the items that have it, in their order. */
  function groupedBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
      const key = keyOf(item);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    return groups;
  }

  /** Closed shapes of one colour as one path, however many they are; `corners` are lists of [x in ms, y in px]. */
  const filled = (corners, fillcolor) => ({
    type: "scatter",
    mode: "none",
    hoverinfo: "skip",
    x: corners.flatMap((shape) => [...shape.map(([x]) => x), null]),
    y: corners.flatMap((shape) => [...shape.map(([, y]) => y), null]),
    fill: "toself",
    fillcolor,
    line: { width: 0 },
  });

  const SHADES = 8;

  /** Density strips: one filled path for each of a few shades, however many strips there are. */
  function stripTraces(drawn, palette) {
    const at = timeOf(drawn.frame);
    const shades = groupedBy(drawn.strips, (strip) => Math.ceil(strip.share * SHADES));
    const corners = ({ lane, x0, x1 }) => {
      const { middle } = drawn.frame.lanes[lane];
      const [from, to] = [at(x0), at(x1)];
      return [
        [from, middle - 10],
        [to, middle - 10],
        [to, middle + 10],
        [from, middle + 10],
      ];
    };
    const opacity = (shade) => (0.2 + (0.8 * shade) / SHADES).toFixed(2);
    return [...shades]
      .sort((a, b) => a[0] - b[0])
      .map(([shade, strips]) => filled(strips.map(corners), alpha(palette.summit, opacity(shade))));
  }

  const HEAD_PX = 6.5;

  /**
   * The heads of memberships that go on, where the data end, and of those that began before
   * the window: one path for each colour.
   */
  function headTraces({ tracks, frame }, theme, palette) {
    const length = Math.round(HEAD_PX / frame.pxPerMs);
    const heads = tracks.flatMap(({ earlier, arrow, ...track }) => [
      ...(earlier === null ? [] : [{ ...track, foot: earlier + length, tip: earlier }]),
      ...(arrow === null ? [] : [{ ...track, foot: arrow, tip: arrow + length }]),
    ]);
    const colours = groupedBy(heads, (head) => S.symbols.trackOf(theme, palette, head.index).color);
    const corners = ({ foot, tip, y }) => [
      [foot, y - HEAD_PX * 0.62],
      [tip, y],
      [foot, y + HEAD_PX * 0.62],
    ];
    return [...colours].map(([colour, ones]) => filled(ones.map(corners), colour));
  }

  S.areas = {
    claims: claimTraces,
    restrictions: restrictionTraces,
    strips: stripTraces,
    heads: headTraces,
    widths: widthTraces,
  };
})((globalThis.sidelines = globalThis.sidelines || {}));
