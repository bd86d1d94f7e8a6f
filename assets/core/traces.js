/**
 * The arrangement as Plotly traces: few traces, many points, so that the cost follows the pixels and not the events.
 * Needs: traces_areas, traces_lines, traces_marks
 * In: arrangement, theme, palette. Out: Plotly's `data`, from the ground up. x is given in ms of the axis, y in px.
 */
(function (S) {
  "use strict";

  /** All traces, from the ground up. */
  function traces(drawn, theme, palette) {
    return [
      ...S.areas.claims(drawn, palette),
      ...S.areas.restrictions(drawn, palette),
      ...S.areas.strips(drawn, palette),
      ...S.areas.widths(drawn, theme, palette),
      ...S.lines.lines(drawn, theme, palette),
      ...S.areas.heads(drawn, theme, palette),
      ...S.dots.dots(drawn, theme, palette),
    ];
  }

  S.traces = { traces };
})((globalThis.sidelines = globalThis.sidelines || {}));
