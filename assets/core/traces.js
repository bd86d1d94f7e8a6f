/**
 * The arrangement as Plotly traces: few traces, many points, so that the cost follows the pixels and not the events.
 * In: arrangement, theme, palette. Out: Plotly's `data`. x is given in ms of the axis, y in px.
 */
(function (S) {
  "use strict";

  /** A palette colour with an opacity, as rgba(). */
  function alpha(hex, opacity) {
    const n = parseInt(hex.slice(1), 16);
    return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${opacity})`;
  }

  /** px from the left of the plot -> ms on the axis, whole. */
  const timeOf = (frame) => (px) => Math.round(frame.window[0] + px / frame.pxPerMs);

  /** Line pieces that share a look become one trace with gaps. */
  function segments() {
    const looks = new Map();
    return {
      add(color, width, dash, points) {
        const key = `${color}|${width}|${dash}`;
        if (!looks.has(key)) looks.set(key, { color, width, dash, x: [], y: [] });
        const one = looks.get(key);
        points.forEach(([x, y]) => {
          one.x.push(x);
          one.y.push(y);
        });
        one.x.push(null);
        one.y.push(null);
      },
      traces: () =>
        [...looks.values()].map((one) => ({
          type: "scatter",
          mode: "lines",
          x: one.x,
          y: one.y,
          hoverinfo: "skip",
          cliponaxis: true,
          line: { color: one.color, width: one.width, dash: one.dash },
        })),
    };
  }

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

  /** A band that fades where it is not sure, outside of `sure`: the px between which it is full. */
  function faded(band, color, opacity, frame) {
    const at = timeOf(frame);
    const [a, b] = [at(band.x0), at(band.x1)];
    const share = (px) => Math.min(1, Math.max(0, (px - band.x0) / (band.x1 - band.x0)));
    const [from, to] =
      band.sure[0] < band.sure[1]
        ? band.sure.map(share)
        : [0.5, 0.5].map((half) => share(band.sure[0] * half + band.sure[1] * half));
    const [solid, clear] = [alpha(color, opacity), alpha(color, 0)];
    const scale = [
      [0, from > 0 ? clear : solid],
      [from, solid],
      [to, solid],
      [1, to < 1 ? clear : solid],
    ];
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
    const list = drawn.claims.map((band) => {
      const [a, b] = [frame.x(band.from), frame.x(band.to)];
      return {
        ...band,
        x0: Math.max(a, -4),
        x1: Math.min(b, frame.width + 4),
        sure: [a + (b - a) * 0.14, b - (b - a) * 0.14],
      };
    });
    return bandTraces(list, () => palette.claim, 0.34, frame);
  }

  /** Whether a date goes on from its start and nobody says until when: a dotted tail, where one that is open has an arrow. */
  const isEndless = (band) => band.kind === "since" && !band.open;

  function addTails(lines, drawn, theme, palette) {
    const at = timeOf(drawn.frame);
    drawn.widths.filter(isEndless).forEach((band) => {
      const color = band.type === null ? palette.edge : palette[S.symbols.familyOf(theme, band.type).colour];
      lines.add(color, 1.6, "2px,3px", [
        [at(band.x0), (band.y0 + band.y1) / 2],
        [at(band.x1), (band.y0 + band.y1) / 2],
      ]);
    });
  }

  function widthTraces(drawn, theme, palette) {
    const { frame } = drawn;
    const list = drawn.widths.filter((band) => !isEndless(band));
    const colour = (band) => (band.type === null ? palette.edge : palette[S.symbols.familyOf(theme, band.type).colour]);
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

  function addTracks(lines, drawn, theme, palette) {
    for (const track of drawn.tracks) {
      const color = palette[theme.tracks[track.index % theme.tracks.length]];
      for (const piece of track.pieces) {
        const doubtful = !piece.sure || track.disputed;
        const dash = doubtful ? "2px,3px" : track.lesser ? "7px,4px" : "solid";
        lines.add(doubtful ? alpha(color, 0.75) : color, doubtful || track.lesser ? 1.4 : track.thick, dash, [
          [piece.from, track.y],
          [piece.to, track.y],
        ]);
      }
    }
  }

  function addConnectors(lines, drawn, theme, palette) {
    const { frame } = drawn;
    const at = timeOf(frame);
    const hue = (type) => (type === null ? palette.edge : palette[S.symbols.familyOf(theme, type).colour]);
    const colour = (type) => (type === null ? alpha(palette.edge, 0.7) : hue(type));
    for (const leader of drawn.leaders) {
      const x = at(leader.x);
      const color = hue(leader.type);
      if (leader.from !== null)
        lines.add(color, 1.5, "solid", [
          [x, leader.from],
          [x, frame.header],
        ]);
      if (leader.from !== null)
        lines.add(alpha(color, 0.4), 1, "solid", [
          [x, frame.header],
          [x, frame.lanes[leader.lane].middle],
        ]);
    }
    for (const tie of drawn.ties) {
      const y = frame.header - 4;
      const ends = [tie.x, ...tie.to].map(at);
      lines.add(colour(tie.type), 2.4, "solid", [
        [Math.min(...ends), y],
        [Math.max(...ends), y],
      ]);
      ends.forEach((x) =>
        lines.add(colour(tie.type), 2.4, "solid", [
          [x, y - 3],
          [x, frame.header + 2],
        ]),
      );
    }
    for (const line of drawn.lines) {
      const points = [
        [at(line.x), frame.lanes[line.from].middle],
        [at(line.x), frame.lanes[line.to].middle],
      ];
      lines.add(colour(line.type), line.solid ? 2 : 1.5, line.solid ? "solid" : "1.5px,3.5px", points);
    }
  }

  function markTraces(drawn, theme, palette) {
    const at = timeOf(drawn.frame);
    const single = drawn.marks.filter((mark) => mark.count === undefined);
    const bundles = drawn.marks.filter((mark) => mark.count !== undefined);
    const looks = single.map((mark) => S.symbols.look(mark, theme, palette));
    const dots = single.flatMap((mark, index) => (looks[index].dot ? [{ mark, color: looks[index].dot }] : []));
    const rings = single.filter((_, index) => looks[index].ring);
    const signs = single.filter((mark) => S.symbols.signOf(mark));
    const xy = (list) => ({ x: list.map((mark) => at(mark.x)), y: list.map((mark) => mark.y) });
    const base = { type: "scatter", hoverinfo: "skip", cliponaxis: false };
    return [
      {
        ...base,
        mode: "markers",
        ...xy(single),
        customdata: single.map((mark) => mark.event),
        marker: {
          symbol: looks.map((one) => one.symbol),
          color: looks.map((one) => one.color),
          size: looks.map((one) => one.size),
          opacity: 1,
          line: { color: looks.map((one) => one.line), width: looks.map((one) => one.lineWidth) },
        },
      },
      {
        ...base,
        mode: "markers",
        ...xy(dots.map(({ mark }) => mark)),
        marker: { symbol: "circle", size: 4.6, color: dots.map(({ color }) => color), opacity: 1, line: { width: 0 } },
      },
      {
        ...base,
        mode: "markers",
        ...xy(rings),
        marker: {
          symbol: "circle",
          size: 20,
          color: alpha(palette.ink, 0),
          opacity: 1,
          line: { color: palette.ink, width: 1.8 },
        },
      },
      {
        ...base,
        mode: "text",
        x: signs.map((mark) => at(mark.x + 10)),
        y: signs.map((mark) => mark.y - 8),
        text: signs.map(S.symbols.signOf),
        textfont: { size: 11, color: palette.ink, weight: 700 },
      },
      {
        ...base,
        mode: "markers+text",
        ...xy(bundles),
        text: bundles.map((mark) => String(mark.count)),
        textposition: "middle center",
        textfont: { size: 10.5, color: palette.ink, weight: 700 },
        marker: {
          symbol: "circle",
          size: bundles.map((mark) => (mark.count > 99 ? 26 : 20)),
          color: palette.card,
          opacity: 1,
          line: { color: bundles.map((mark) => (mark.away ? palette.absent : palette.edge)), width: 2 },
        },
      },
      {
        ...base,
        mode: "text",
        x: drawn.hidden.map((one) => at(one.x)),
        y: drawn.hidden.map((one) => drawn.frame.lanes[one.lane].middle + 17),
        text: drawn.hidden.map((one) => `+${one.n}`),
        textfont: { size: 10.5, color: palette.muted },
      },
    ];
  }

  const SHADES = 8;

  /** Density strips: one filled path for each of a few shades, however many strips there are. */
  function stripTraces(drawn, palette) {
    const { frame } = drawn;
    const at = timeOf(frame);
    const shades = new Map();
    for (const strip of drawn.strips) {
      const shade = Math.ceil(strip.share * SHADES);
      if (!shades.has(shade)) shades.set(shade, { x: [], y: [] });
      const { x, y } = shades.get(shade);
      const { middle } = frame.lanes[strip.lane];
      x.push(at(strip.x0), at(strip.x1), at(strip.x1), at(strip.x0), null);
      y.push(middle - 10, middle - 10, middle + 10, middle + 10, null);
    }
    return [...shades]
      .sort((a, b) => a[0] - b[0])
      .map(([shade, points]) => ({
        type: "scatter",
        mode: "none",
        hoverinfo: "skip",
        ...points,
        fill: "toself",
        fillcolor: alpha(palette.summit, (0.2 + (0.8 * shade) / SHADES).toFixed(2)),
        line: { width: 0 },
      }));
  }

  /** All traces, from the ground up. */
  function traces(drawn, theme, palette) {
    const lines = segments();
    addTracks(lines, drawn, theme, palette);
    addTails(lines, drawn, theme, palette);
    addConnectors(lines, drawn, theme, palette);
    return [
      ...claimTraces(drawn, palette),
      ...restrictionTraces(drawn, palette),
      ...stripTraces(drawn, palette),
      ...widthTraces(drawn, theme, palette),
      ...lines.traces(),
      ...markTraces(drawn, theme, palette),
    ];
  }

  S.traces = { traces, alpha };
})((globalThis.sidelines = globalThis.sidelines || {}));
