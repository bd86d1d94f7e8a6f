/**
 * Lines as Plotly traces: memberships, tails of dates, connectors and leaders; those of one look are one trace.
 * Needs: ink
 * In: arrangement, theme, palette. Out: traces; x in ms of the axis, y in px.
 */
(function (S) {
  "use strict";

  const { alpha, timeOf } = S.ink;

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

  function addTails(lines, drawn, theme, palette) {
    const at = timeOf(drawn.frame);
    drawn.widths.filter(S.widths.isEndless).forEach((band) => {
      lines.add(S.symbols.hueOf(theme, palette, band.type), 1.6, "2px,3px", [
        [at(band.x0), (band.y0 + band.y1) / 2],
        [at(band.x1), (band.y0 + band.y1) / 2],
      ]);
    });
  }

  const DOUBTFUL = { dash: "2px,3px", width: 1.4 };

  /** Memberships: full ones solid or in the dash that tells their organisation apart, lesser ones thin, doubtful ones dotted. */
  function addTracks(lines, drawn, theme, palette) {
    for (const track of drawn.tracks) {
      const { color, dash, lesser } = S.symbols.trackOf(theme, palette, track.index);
      const sure = track.lesser ? { dash: lesser, width: 1.4 } : { dash, width: track.thick };
      for (const piece of track.pieces) {
        const doubtful = !piece.sure || track.disputed;
        const look = doubtful ? DOUBTFUL : sure;
        lines.add(doubtful ? alpha(color, 0.75) : color, look.width, look.dash, [
          [piece.from, track.y],
          [piece.to, track.y],
        ]);
      }
    }
  }

  function addConnectors(lines, drawn, theme, palette) {
    const { frame } = drawn;
    const at = timeOf(frame);
    const hue = (type) => S.symbols.hueOf(theme, palette, type);
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

  /** All lines of an arrangement, memberships lowest. */
  function lines(drawn, theme, palette) {
    const pen = segments();
    addTracks(pen, drawn, theme, palette);
    addTails(pen, drawn, theme, palette);
    addConnectors(pen, drawn, theme, palette);
    return pen.traces();
  }

  S.lines = { lines };
})((globalThis.sidelines = globalThis.sidelines || {}));
