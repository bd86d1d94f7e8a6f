/**
 * A figure of this core as an SVG drawing, without Plotly: for files, embeds, images, and readers without scripts.
 * Needs: svg, outlines
 * In: the figure that Plotly draws, {data, layout}. Out: SVG markup of the same things at the same places. It knows what
 * our figures use of Plotly and nothing else: what it does not know is an error, so that nothing is silently left out.
 */
(function (S) {
  "use strict";

  const { element, number, colour, fill, stroke, text } = S.svg;

  /** Where each x axis of the layout lies, and the one y axis: px from the left and top of the drawing. */
  function scalesOf(layout) {
    const { width, height, margin } = layout;
    const room = width - margin.l - margin.r;
    const bottom = height - margin.b;
    const axes = Object.keys(layout)
      .filter((name) => /^xaxis\d*$/.test(name))
      .map((name) => {
        const { domain, range } = layout[name];
        const [left, right] = domain.map((share) => margin.l + share * room);
        return [
          name.replace("axis", ""),
          {
            axis: layout[name],
            left,
            right,
            at: (ms) => left + ((ms - range[0]) / (range[1] - range[0])) * (right - left),
          },
        ];
      });
    const [y0, y1] = layout.yaxis.range;
    return {
      width,
      x: new Map(axes),
      y: (value) => bottom - ((value - y0) / (y1 - y0)) * (bottom - margin.t),
      top: margin.t,
      bottom,
    };
  }

  const corner = (x0, y0, x1, y1) => ({
    x: Math.min(x0, x1),
    y: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  });

  const DASHES = { solid: null, dot: "3 3" };
  const dashed = (dash) => (dash in DASHES ? DASHES[dash] : dash.replace(/px/g, "").replace(/,/g, " "));

  function shape(one, scales) {
    const { at, left } = scales.x.get(one.xref);
    const [y0, y1] = [scales.y(one.y0), scales.y(one.y1)];
    const anchor = one.xsizemode === "pixel" ? at(one.xanchor) : null;
    const [x0, x1] = [one.x0, one.x1].map((x) => (anchor === null ? at(x) : anchor + x));
    if (one.type === "line")
      return element("path", {
        d: `M${number(x0)},${number(y0)}L${number(x1)},${number(y1)}`,
        fill: "none",
        ...stroke(one.line.color, one.line.width),
        "stroke-dasharray": dashed(one.line.dash),
      });
    if (one.type !== "rect") throw new Error(`There is no drawing for the shape "${one.type}" at ${left}.`);
    const edge = one.line.width ? stroke(one.line.color, one.line.width) : {};
    return element("rect", { ...corner(x0, y0, x1, y1), ...fill(one.fillcolor), ...edge, opacity: one.opacity });
  }

  /** The vertical rules of an axis; between the shapes and the traces, as in Plotly. */
  function rules({ axis, at }, scales) {
    const d = axis.tickvals.map((ms) => `M${number(at(ms))},${number(scales.top)}V${number(scales.bottom)}`).join("");
    return d ? element("path", { d, fill: "none", ...stroke(axis.gridcolor, axis.gridwidth) }) : "";
  }

  const plainWords = (words) => S.svg.runs(words).map((line) => line.map((run) => run.text).join(""));
  const widthOf = (words, size) => Math.max(...plainWords(words).map((one) => S.measure.width(one, size)));

  /** The words under the axis, kept within the drawing. */
  function ticks({ axis, at }, scales) {
    const { size } = axis.tickfont;
    return axis.tickvals.map((ms, index) => {
      const half = widthOf(axis.ticktext[index], size) * 0.45;
      const x = Math.max(half, Math.min(at(ms), scales.width - half));
      return text(x, scales.bottom + 2.5, axis.ticktext[index], { ...axis.tickfont, x: "center", y: "top" });
    });
  }

  function laneNames(layout, scales) {
    const { yaxis, margin } = layout;
    const look = { ...yaxis.tickfont, x: "right", y: "middle" };
    return yaxis.tickvals.map((value, index) =>
      text(margin.l - yaxis.ticklabelstandoff - 3, scales.y(value), yaxis.ticktext[index], look),
    );
  }

  const each = (value, index) => (Array.isArray(value) ? value[index] : value);

  /** A hatching at 45° whose lines stand `size` px apart, `solidity` of it filled. */
  function hatch(pattern, defs) {
    if (pattern.shape !== "/") throw new Error(`There is no drawing for the pattern "${pattern.shape}".`);
    const { size, solidity } = pattern;
    const ground = element("rect", { width: size, height: size, ...fill(pattern.bgcolor) });
    const line = element("rect", { width: size * solidity, height: size, ...fill(pattern.fgcolor) });
    return defs((id) =>
      element(
        "pattern",
        { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        ground,
        line,
      ),
    );
  }

  function bars(trace, { at }, scales, defs) {
    const pattern = trace.marker.pattern && { fill: hatch(trace.marker.pattern, defs) };
    return trace.base.map((base, index) => {
      const [y, half] = [trace.y[index], trace.width[index] / 2];
      const box = corner(at(base), scales.y(y - half), at(base + trace.x[index]), scales.y(y + half));
      return element("rect", { ...box, ...(pattern || fill(each(trace.marker.color, index))) });
    });
  }

  function pathOf(trace, { at }, scales) {
    let pen = "M";
    return trace.x
      .map((x, index) => {
        if (x === null) {
          pen = "M";
          return "";
        }
        const step = `${pen}${number(at(x))},${number(scales.y(trace.y[index]))}`;
        pen = "L";
        return step;
      })
      .join("");
  }

  function gradient(trace, { at }, defs) {
    const { start, stop, colorscale } = trace.fillgradient;
    const stops = colorscale.map(([offset, value]) => {
      const [plain, opacity] = colour(value);
      return element("stop", { offset, "stop-color": plain, "stop-opacity": opacity });
    });
    return defs((id) =>
      element(
        "linearGradient",
        { id, gradientUnits: "userSpaceOnUse", x1: at(start), x2: at(stop), y1: 0, y2: 0 },
        stops,
      ),
    );
  }

  function line(trace, x, scales, defs) {
    const d = pathOf(trace, x, scales);
    if (!d) return "";
    if (trace.fill === "toself")
      return element("path", {
        d: `${d}Z`,
        ...(trace.fillgradient ? { fill: gradient(trace, x, defs) } : fill(trace.fillcolor)),
      });
    return element("path", {
      d,
      fill: "none",
      ...stroke(trace.line.color, trace.line.width),
      "stroke-dasharray": dashed(trace.line.dash),
    });
  }

  /** The marks of a trace, then its words, each over the point. */
  function points(trace, { at }, scales, hint) {
    const { marker, mode } = trace;
    return trace.x.flatMap((ms, index) => {
      const [x, y] = [at(ms), scales.y(trace.y[index])];
      const look = mode.includes("markers") && {
        d: S.outlines.outline(each(marker.symbol, index), x, y, each(marker.size, index)),
        ...fill(each(marker.color, index)),
      };
      const width = look && each(marker.line.width, index);
      const words = trace.customdata ? hint(trace.customdata[index]) : "";
      const mark = look
        ? element(
            "path",
            { ...look, ...(width ? stroke(each(marker.line.color, index), width) : {}) },
            words ? element("title", {}, S.svg.escape(words)) : "",
          )
        : "";
      return [
        mark,
        mode.includes("text")
          ? text(x, y, S.annotations.plain(trace.text[index]), { ...trace.textfont, x: "center", y: "middle" })
          : "",
      ];
    });
  }

  /** Whether a trace is lines or a filled area, and has no marks. */
  const isLine = (trace) => trace.mode === "lines" || trace.mode === "none";

  function trace(one, scales, defs, hint) {
    const x = scales.x.get(one.xaxis);
    if (one.type === "bar") return bars(one, x, scales, defs);
    if (one.type !== "scatter") throw new Error(`There is no drawing for the trace "${one.type}".`);
    return isLine(one) ? line(one, x, scales, defs) : points(one, x, scales, hint);
  }

  function note(one, { margin }) {
    const [x, y, pad] = [margin.l + one.xshift, margin.t - one.yshift, one.borderpad];
    const words = text(x + (one.xanchor === "left" ? pad : 0), y, one.text, {
      ...one.font,
      x: one.xanchor,
      y: one.yanchor,
    });
    if (!one.bgcolor) return words;
    const [width, height] = [widthOf(one.text, one.font.size) + pad * 2, one.font.size * 1.2 + pad * 2];
    const left = one.xanchor === "center" ? x - width / 2 : x;
    return element("rect", { x: left, y: y - height / 2, width, height, ...fill(one.bgcolor) }) + words;
  }

  const clipped = (trace) => trace.type === "bar" || isLine(trace);

  /** What lies within the frame of one panel, and what may reach over it. */
  function panel(name, figure, scales, defs, hint) {
    const x = scales.x.get(name);
    const box = { x: x.left, y: scales.top, width: x.right - x.left, height: scales.bottom - scales.top };
    const clip = defs((id) => element("clipPath", { id }, element("rect", box)));
    const traces = figure.data.filter((one) => one.xaxis === name);
    const inside = [
      ...traces.filter((one) => one.type === "bar"),
      ...traces.filter((one) => one.type !== "bar" && clipped(one)),
    ];
    return [
      element(
        "g",
        { class: "areas", "clip-path": clip },
        figure.layout.shapes.filter((one) => one.xref === name).map((one) => shape(one, scales)),
        rules(x, scales),
        inside.map((one) => trace(one, scales, defs, hint)),
      ),
      element(
        "g",
        { class: "marks", "stroke-miterlimit": 2 }, // as in Plotly: else the points of stars grow long
        traces.filter((one) => !clipped(one)).map((one) => trace(one, scales, defs, hint)),
      ),
      element("g", { class: "ticks" }, ticks(x, scales)),
    ];
  }

  /** Collects definitions under ids of a prefix; each is handed out as a reference to it. */
  function definitions(prefix) {
    const all = [];
    const add = (make) => {
      const id = `${prefix}${all.length}`;
      all.push(make(id));
      return `url(#${id})`;
    };
    return { add, all };
  }

  /**
   * The drawing as one `<g>`, its definitions first. `prefix` makes its ids its own in the document; `hint` gives the
   * words that a mark shows when it is pointed at, by the index of its event ("" for none).
   */
  function drawing(figure, prefix, hint) {
    const scales = scalesOf(figure.layout);
    const defs = definitions(prefix);
    const panels = [...scales.x.keys()].map((name) => panel(name, figure, scales, defs.add, hint));
    const names = element("g", { class: "names" }, laneNames(figure.layout, scales));
    const notes = element(
      "g",
      { class: "notes" },
      figure.layout.annotations.map((one) => note(one, figure.layout)),
    );
    return element("g", {}, element("defs", {}, defs.all), panels, names, notes);
  }

  S.picture = { drawing };
})((globalThis.sidelines = globalThis.sidelines || {}));
