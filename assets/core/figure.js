/**
 * Panels as a whole Plotly figure: {data, layout, config}. The timeline is one panel, the report a few of other scales side by side.
 * Needs: annotations
 * In: model, arrangements, scheme ("light" or "dark"). Out: plain JSON, the same in the browser, a file, a notebook and an image.
 */
(function (S) {
  "use strict";

  const { plain, at } = S.annotations;

  // Names are 13 px and not bold, for which the measure of bold letters is right at this size.
  const NAME_PX = 11.2;

  function laneName(lane, narrow) {
    if (lane.heading) return "";
    if (narrow) return plain(lane.code);
    return S.measure
      .wrap(lane.name, lane.folded ? 92 : 104, NAME_PX, 2)
      .map(plain)
      .join("<br>");
  }

  const HEADING_PX = 12;
  const FOLD_PX = 26;

  /** The headings of lane groups: right of the button that folds them, over the whole width if need be. */
  function headings({ lanes, left, width }, palette) {
    return lanes
      .filter((lane) => lane.heading)
      .map((lane) =>
        at(
          FOLD_PX - left,
          lane.middle,
          `<b>${plain(S.measure.cut(lane.name, left + width - FOLD_PX * 2, HEADING_PX))}</b>`,
          { yanchor: "middle", font: { size: HEADING_PX, color: palette.ink }, bgcolor: palette.card, name: "heading" },
        ),
      );
  }

  // Plotly would measure every name to hide what overflows, which takes most of its time at two hundred lanes; nothing overflows here.
  const SHARED = {
    zeroline: false,
    showline: false,
    ticks: "",
    fixedrange: true,
    automargin: false,
    ticklabeloverflow: "allow",
  };

  function xAxis(drawn, theme, palette, domain) {
    const lines = (tick) => tick.label.filter(Boolean).map(plain).join("<br>");
    return {
      ...SHARED,
      type: "date",
      domain,
      range: drawn.frame.window,
      showgrid: true,
      gridcolor: palette.rule,
      gridwidth: 1,
      layer: "below traces",
      tickmode: "array",
      tickvals: drawn.ticks.map((tick) => tick.ms),
      ticktext: drawn.ticks.map(lines),
      tickfont: { size: 11.5, color: palette.axis },
      tickangle: 0,
    };
  }

  function yAxis(frame, palette) {
    return {
      ...SHARED,
      range: [frame.height, 0],
      showgrid: false,
      tickmode: "array",
      tickvals: frame.lanes.map((lane) => lane.middle),
      ticktext: frame.lanes.map((lane) => laneName(lane, frame.narrow)),
      tickfont: { size: 13, color: palette.ink, weight: 500 },
      ticklabelstandoff: 6,
    };
  }

  const named = (letter, place) => (place ? `${letter}${place + 1}` : letter);

  /** The breaks between panels of other scales, and under each panel how long it is. */
  function scaleNotes(panels, shifts, palette) {
    if (panels.length < 2) return [];
    const foot = panels[0].frame.height;
    const breaks = shifts.slice(1).map((shift) =>
      at(shift - panels[0].frame.gap / 2, foot - 5, "<b>//</b>", {
        xanchor: "center",
        yanchor: "middle",
        font: { size: 13, color: palette.axis },
        name: "break",
      }),
    );
    const lengths = panels.map((drawn, place) =>
      at(shifts[place] + drawn.frame.width / 2, foot + 36, plain(drawn.length), {
        xanchor: "center",
        font: { size: 11.5, color: palette.muted },
        name: "length",
      }),
    );
    return [...breaks, ...lengths];
  }

  /** The figure of one or several panels, left to right. Its width and height are those of its panels with their margins, px. */
  function figure(model, panels, scheme) {
    const { theme } = model;
    const palette = theme[scheme];
    const { frame } = panels[0];
    const last = panels[panels.length - 1].frame;
    const shifts = panels.map((drawn) => drawn.frame.left - frame.left);
    const width = last.left + last.width - frame.left;
    const bottom = theme.sizes.margin_bottom + (panels.length > 1 ? 12 : 0);
    const axes = panels.map((drawn, place) => [
      `${named("xaxis", place)}`,
      xAxis(drawn, theme, palette, [shifts[place] / width, (shifts[place] + drawn.frame.width) / width]),
    ]);
    return {
      data: panels.flatMap((drawn, place) =>
        S.traces.traces(drawn, theme, palette).map((trace) => ({ ...trace, xaxis: named("x", place) })),
      ),
      layout: {
        width: frame.left + width + theme.sizes.margin_right,
        height: frame.height + bottom,
        margin: { l: frame.left, r: theme.sizes.margin_right, t: 0, b: bottom, pad: 0 },
        font: { family: theme.font, size: 12, color: palette.ink },
        paper_bgcolor: palette.card,
        plot_bgcolor: "rgba(0,0,0,0)",
        meta: "sidelines",
        showlegend: false,
        hovermode: false,
        dragmode: false,
        barmode: "overlay",
        bargap: 0,
        ...Object.fromEntries(axes),
        yaxis: yAxis(frame, palette),
        shapes: panels.flatMap((drawn, place) => S.shapes.shapes(drawn, palette, named("x", place))),
        annotations: [
          ...panels.flatMap((drawn, place) => S.annotations.annotations(drawn, model, palette, shifts[place])),
          ...headings(panels[0].frame, palette),
          ...scaleNotes(panels, shifts, palette),
        ],
      },
      config: theme.config,
    };
  }

  S.figure = { figure };
})((globalThis.sidelines = globalThis.sidelines || {}));
