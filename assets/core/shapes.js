/**
 * What lies flat under the marks as Plotly shapes: lanes, days, the chosen event, the end of the data.
 * In: arrangement, palette, the name of the x axis. Out: Plotly's `shapes`.
 */
(function (S) {
  "use strict";

  function rect(x0, x1, y0, y1, fillcolor, more) {
    return {
      type: "rect",
      layer: "below",
      xref: "x",
      yref: "y",
      x0,
      x1,
      y0,
      y1,
      fillcolor,
      line: { width: 0 },
      ...more,
    };
  }

  function laneShapes(drawn, palette) {
    const { frame } = drawn;
    const [from, to] = frame.window;
    let even = true;
    return frame.lanes.flatMap((lane) => {
      even = lane.heading || !even;
      return lane.heading
        ? [rect(from, to, lane.y1 - 1, lane.y1, palette.edge)]
        : even
          ? []
          : [rect(from, to, lane.y0, lane.y1, palette.band)];
    });
  }

  function dayShapes(drawn, palette) {
    return drawn.days.map((day) =>
      rect(day.from, day.to, 0, drawn.frame.height, palette.day, {
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
      rect(-14, 14, frame.header, frame.height, S.ink.alpha(palette.accent, 0.16), {
        xsizemode: "pixel",
        xanchor: middle,
      }),
    ];
  }

  function edgeShapes(drawn, palette) {
    const { frame } = drawn;
    const line = (x0, x1, y0, y1, color, dash) => ({
      type: "line",
      layer: "below",
      xref: "x",
      yref: "y",
      x0,
      x1,
      y0,
      y1,
      line: { color, width: 1, dash },
    });
    const out = [line(frame.window[0], frame.window[1], frame.header, frame.header, palette.rule, "solid")];
    if (frame.gap) out.push(line(frame.window[0], frame.window[1], frame.height, frame.height, palette.edge, "solid"));
    const end = frame.data[1];
    if (end > frame.window[0] && end < frame.window[1])
      out.push(line(end, end, frame.header, frame.height, palette.edge, "dot"));
    return out;
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

  S.shapes = { shapes };
})((globalThis.sidelines = globalThis.sidelines || {}));
