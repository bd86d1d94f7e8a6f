/**
 * What lies flat under the marks as Plotly shapes: lanes, days, the chosen event, the end of the data.
 * In: arrangement, palette, the name of the x axis. Out: Plotly's `shapes`.
 */
(function (S) {
  "use strict";

  /** A shape under the marks between two corners: x in ms, y in px. */
  const under = (type, [x0, x1], [y0, y1], look) => ({
    type,
    layer: "below",
    xref: "x",
    yref: "y",
    x0,
    x1,
    y0,
    y1,
    ...look,
  });

  const rect = (xs, ys, fillcolor, more) => under("rect", xs, ys, { fillcolor, line: { width: 0 }, ...more });

  const line = (xs, ys, color, dash) => under("line", xs, ys, { line: { color, width: 1, dash } });

  /** A rule below each heading, and the stripes of the lanes. */
  function laneShapes({ frame: { window, lanes } }, palette) {
    return lanes.flatMap(({ heading, striped, y0, y1 }) => [
      ...(heading ? [rect(window, [y1 - 1, y1], palette.edge)] : []),
      ...(striped ? [rect(window, [y0, y1], palette.band)] : []),
    ]);
  }

  function dayShapes(drawn, palette) {
    return drawn.days.map((day) =>
      rect([day.from, day.to], [0, drawn.frame.height], palette.day, {
        opacity: 0.62,
        line: { width: 1, color: palette.rule },
      }),
    );
  }

  function selectedShape(drawn, palette) {
    if (drawn.selected === null) return [];
    const { frame } = drawn;
    const middle = Math.round(frame.window[0] + drawn.selected / frame.pxPerMs);
    return [
      rect([-14, 14], [frame.header, frame.height], S.ink.alpha(palette.accent, 0.16), {
        xsizemode: "pixel",
        xanchor: middle,
      }),
    ];
  }

  /** Whether the data end inside the window. */
  const showsEnd = ({ frame: { window, data } }) => data[1] > window[0] && data[1] < window[1];

  /** The line over the lanes, in a report the one below them, and the end of the data where the window goes beyond it. */
  function edgeShapes(drawn, palette) {
    const { window, header, height, gap, data } = drawn.frame;
    const end = [data[1], data[1]];
    return [
      line(window, [header, header], palette.rule, "solid"),
      ...(gap ? [line(window, [height, height], palette.edge, "solid")] : []),
      ...(showsEnd(drawn) ? [line(end, [header, height], palette.edge, "dot")] : []),
    ];
  }

  /** The shapes of one panel, drawn on the x axis `axis` ("x", "x2" ...). */
  function shapes(drawn, palette, axis) {
    const all = [
      ...laneShapes(drawn, palette),
      ...dayShapes(drawn, palette),
      ...edgeShapes(drawn, palette),
      ...selectedShape(drawn, palette),
    ];
    return all.map((shape) => ({ ...shape, xref: axis }));
  }

  S.shapes = { shapes, showsEnd };
})((globalThis.sidelines = globalThis.sidelines || {}));
