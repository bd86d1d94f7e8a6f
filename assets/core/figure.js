/**
 * The arrangement as a whole Plotly figure: {data, layout, config}.
 * In: model, arrangement, scheme ("light" or "dark"). Out: plain JSON, the same in the browser, a file, a notebook and an image.
 */
(function (S) {
  "use strict";

  /** Words as Plotly text: its pseudo-HTML is switched off by escaping, white space is one blank. */
  const plain = (text) => String(text).replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  const at = (x, y, text, more) => ({
    xref: "paper", yref: "paper", x: 0, y: 1, xshift: x, yshift: -y, text, showarrow: false, borderpad: 0, xanchor: "left", yanchor: "top", ...more,
  });

  function rect(x0, x1, y0, y1, fillcolor, more) {
    return { type: "rect", layer: "below", xref: "x", yref: "y", x0, x1, y0, y1, fillcolor, line: { width: 0 }, ...more };
  }

  function laneShapes(drawn, palette) {
    const { frame } = drawn;
    const [from, to] = frame.window;
    return frame.lanes.filter((_, place) => place % 2 === 0).map((lane) => rect(from, to, lane.y0, lane.y1, palette.band));
  }

  function dayShapes(drawn, palette) {
    return drawn.days.map((day) => rect(day.from, day.to, 0, drawn.frame.height, palette.day, { opacity: 0.62, line: { width: 1, color: palette.rule } }));
  }

  function selectedShape(drawn, palette) {
    if (drawn.selected === null) return [];
    const { frame } = drawn;
    const middle = Math.round(frame.window[0] + drawn.selected / frame.pxPerMs);
    return [rect(-14, 14, frame.header, frame.height, S.traces.alpha(palette.accent, 0.16), { xsizemode: "pixel", xanchor: middle })];
  }

  function edgeShapes(drawn, palette) {
    const { frame } = drawn;
    const line = (x0, x1, y0, y1, color, dash) => ({ type: "line", layer: "below", xref: "x", yref: "y", x0, x1, y0, y1, line: { color, width: 1, dash } });
    const out = [line(frame.window[0], frame.window[1], frame.header, frame.header, palette.rule, "solid")];
    const end = frame.data[1];
    if (end > frame.window[0] && end < frame.window[1]) out.push(line(end, end, frame.header, frame.height, palette.edge, "dot"));
    return out;
  }

  function labelNotes(drawn, theme, palette) {
    return drawn.labels.map((label) => {
      const color = label.type === null ? palette.ink : palette[S.symbols.familyOf(theme, label.type).colour];
      const last = label.lines.length - 1;
      const lines = label.lines.map((line, place) => (label.under && place === last ? `<span style="color:${palette.muted}">${plain(line)}</span>` : `<b>${plain(line)}</b>`));
      const anchor = label.anchor;
      const x = { left: label.x0, right: label.x1, center: (label.x0 + label.x1) / 2 }[anchor];
      return at(x, label.y1, lines.join("<br>"), { xanchor: anchor, yanchor: "bottom", align: anchor, font: { size: S.place.SIZE_PX, color }, name: "label" });
    });
  }

  function dayNotes(drawn, palette) {
    const { frame } = drawn;
    return drawn.days.flatMap((day) => {
      const [a, b] = [Math.max(day.x0, 0), Math.min(day.x1, frame.width)];
      const room = b - a - 10;
      if (room < S.measure.width(day.caption, 11.5)) return [];
      const long = S.measure.width(`${day.caption} · ${day.note}`, 11) < room;
      const text = `<b>${plain(day.caption)}</b>${long ? ` · ${plain(day.note)}` : ""}`;
      return [at((a + b) / 2, 2, text, { xanchor: "center", font: { size: 11.5, color: palette.muted }, name: "day" })];
    });
  }

  function bandNotes(drawn, theme, palette) {
    const { frame } = drawn;
    const looks = {
      restriction: (one) => ({ font: { size: one.size, color: palette.suspension }, ...(one.before ? {} : { bgcolor: palette.suspensionground, borderpad: 2 }) }),
      claim: (one) => ({ font: { size: one.size, color: palette.claim } }),
      event: (one) => ({ font: { size: one.size, color: one.type ? palette[S.symbols.familyOf(theme, one.type).colour] : palette.ink } }),
    };
    const words = drawn.captions.map((one) => at(one.x, one.y, `<b>${plain(one.words)}</b>`, { xanchor: one.before ? "right" : "left", yanchor: "middle", name: "band", ...looks[one.kind](one) }));
    const arrows = drawn.bands.flatMap((band) => (band.arrow === null || band.slim ? [] : [at(frame.x(band.arrow), (band.y0 + band.y1) / 2, "▸", { yanchor: "middle", font: { size: 20, color: palette.suspension }, name: "arrow" })]));
    return [...words, ...arrows];
  }

  function denseNote(drawn, model, palette) {
    if (!drawn.dense) return [];
    const count = model.words.events_many.replace("{n}", drawn.shown.toLocaleString("en-GB"));
    return [at(4, drawn.frame.header - 20, `<b>${plain(count)}</b> · ${plain(model.words.denser)}`, { font: { size: 11.5, color: palette.muted }, name: "dense" })];
  }

  function laneName(id, model, narrow) {
    if (id === model.lanes.no_state) return plain(narrow ? "–" : model.words.no_state);
    const actor = model.actors[id];
    if (narrow) return plain(actor.iso2 || actor.short || id);
    return S.measure.wrap(actor.name, 104, 12.5, 2).map(plain).join("<br>");
  }

  function axes(drawn, model, theme, palette) {
    const { frame } = drawn;
    const shared = { zeroline: false, showline: false, ticks: "", fixedrange: true, automargin: false };
    return {
      xaxis: {
        ...shared, type: "date", range: frame.window, showgrid: true, gridcolor: palette.rule, gridwidth: 1, layer: "below traces",
        tickmode: "array", tickvals: drawn.ticks.map((tick) => tick.ms), ticktext: drawn.ticks.map((tick) => tick.label.filter(Boolean).map(plain).join("<br>")),
        tickfont: { size: 11.5, color: palette.axis }, tickangle: 0,
      },
      yaxis: {
        ...shared, range: [frame.height, 0], showgrid: false, tickmode: "array",
        tickvals: frame.lanes.map((lane) => lane.middle), ticktext: frame.lanes.map((lane) => laneName(lane.id, model, frame.narrow)),
        tickfont: { size: 13, color: palette.ink, weight: 500 }, ticklabelstandoff: 6,
      },
    };
  }

  /** The figure of an arrangement. `layout.width` is left to the page; `layout.height` is what the lanes need. */
  function figure(model, drawn, scheme) {
    const { theme } = model;
    const palette = theme[scheme];
    const { frame } = drawn;
    return {
      data: S.traces.traces(drawn, theme, palette),
      layout: {
        width: frame.left + frame.width + theme.sizes.margin_right, height: frame.height + theme.sizes.margin_bottom,
        margin: { l: frame.left, r: theme.sizes.margin_right, t: 0, b: theme.sizes.margin_bottom, pad: 0 },
        font: { family: theme.font, size: 12, color: palette.ink }, paper_bgcolor: palette.card, plot_bgcolor: "rgba(0,0,0,0)",
        meta: "sidelines", showlegend: false, hovermode: false, dragmode: false, barmode: "overlay", bargap: 0,
        ...axes(drawn, model, theme, palette),
        shapes: [...laneShapes(drawn, palette), ...dayShapes(drawn, palette), ...edgeShapes(drawn, palette), ...selectedShape(drawn, palette)],
        annotations: [...dayNotes(drawn, palette), ...bandNotes(drawn, theme, palette), ...labelNotes(drawn, theme, palette), ...denseNote(drawn, model, palette)],
      },
      config: theme.config,
    };
  }

  S.figure = { figure, plain };
})((globalThis.sidelines = globalThis.sidelines || {}));
