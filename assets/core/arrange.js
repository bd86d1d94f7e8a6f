/**
 * Where everything stands: selected events x shown lanes x window -> marks, connectors, bands and labels in px.
 * In: model, selection, lanes, window, width. Out: numbers, ids and words; no colour, nothing of Plotly.
 * x counts from the left of the plot, y from its top; the header strip with the labels lies above the first lane.
 */
(function (S) {
  "use strict";

  /** Where the plot lies in a drawing of a width: {left, width} px. */
  function plotOf(model, width) {
    const { sizes } = model.theme;
    const left = width < sizes.narrow ? sizes.margin_left_narrow : sizes.margin_left;
    return { left, width: Math.max(120, width - left - sizes.margin_right) };
  }

  // The marks' line as a share of a lane's height: above the half, since the tracks lie at the foot.
  const MIDDLE = 0.42;

  /** The lanes with their stripes: every second one is `striped`, the first and each that follows a heading among them. */
  function striped(lanes) {
    let before = false;
    return lanes.map((lane) => {
      before = !lane.heading && !before;
      return { ...lane, striped: before };
    });
  }

  /** The measures of the drawing: window, scale, lanes with y0, middle, y1 and the heights. All px. */
  function frameOf(model, options) {
    const sizes = model.theme.sizes;
    const narrow = options.width < sizes.narrow;
    const { left, width, gap, first } = options.panel || { ...plotOf(model, options.width), gap: 0, first: true };
    const least = narrow || options.lanes.length > sizes.many_lanes ? sizes.lane_narrow : sizes.lane;
    const room = (options.room || 430) / Math.max(1, options.lanes.length);
    const laneHeight = Math.round(Math.max(least, Math.min(sizes.lane_most, room)));
    // Tracks have a place of their own, so that the marks stand free.
    const below = (lane) => Math.ceil(S.marks.REACH_PX + (lane.folded ? 0 : S.ground.footOf(model, lane.id)));
    const header = S.header.height(model, options);
    let y1 = header;
    const lanes = striped(options.lanes).map((lane) => {
      const y0 = y1;
      const middle = y0 + (lane.heading ? sizes.heading / 2 : laneHeight * MIDDLE);
      y1 += lane.heading ? sizes.heading : Math.max(laneHeight, middle - y0 + below(lane));
      return { ...lane, y0, middle, y1 };
    });
    const pxPerMs = width / (options.window[1] - options.window[0]);
    return {
      narrow,
      left,
      width,
      gap,
      first,
      header,
      laneHeight,
      lanes,
      window: options.window,
      data: options.data,
      height: y1,
      laneOf: new Map(lanes.flatMap((lane, place) => lane.members.map((id) => [id, place]))),
      ownLane: new Map(lanes.flatMap((lane, place) => (lane.folded || lane.heading ? [] : [[lane.id, place]]))),
      x: (at) => (at - options.window[0]) * pxPerMs,
      pxPerMs,
      claimShown: options.claimShown,
    };
  }

  const TICK_PX = 11.5;

  /**
   * Ticks with their words, but for those whose words would not fit into what the drawing has on the right. Of two pieces of a
   * report the moment between them belongs to the second.
   */
  function ticksOf(model, frame) {
    const { sizes } = model.theme;
    const most = frame.width + (frame.gap || sizes.margin_right);
    const isNext = (tick) => frame.gap > 0 && tick.ms === frame.window[1];
    const reach = (tick) =>
      frame.x(tick.ms) + Math.max(...tick.label.map((line) => S.measure.width(line, TICK_PX))) / 2;
    return S.calendar
      .ticks(frame.window, frame.width, frame.narrow ? sizes.tick_gap_narrow : sizes.tick_gap, model.words.months)
      .map((tick) => (reach(tick) > most || isNext(tick) ? { ...tick, label: ["", ""] } : tick));
  }

  /**
   * The whole arrangement.
   * @param {object} model  see timeline.js
   * @param {{selection: number[], lanes: object[], window: number[], data: number[], width: number, room?: number, selected?: number,
   *   panel?: {left: number, width: number, gap: number, first: boolean}, length?: string}} options
   *   selection: event indices; lanes: see lanes.js; window and data: [start, end) in ms; width and room in px;
   *   panel: the part of the width that this arrangement has, where there are several; length: the window's length in words
   */
  function arrange(model, options) {
    const frame = frameOf(model, options);
    const points = S.points.points(model, frame, options.selection);
    const near = points.filter((point) => point.x > -20 && point.x < frame.width + 20);
    const groups = S.bundle.group(near);
    const dense = S.bundle.tooMuch(groups, frame.width / plotOf(model, options.width).width);
    const seen = dense ? [] : groups.filter((group) => group.x >= 0 && group.x <= frame.width);
    const days = S.widths.days(points, model, frame);
    const labels = S.header.labels(seen, days, model, frame, options.selected);
    const marks = seen.flatMap((group) => S.marks.marks(group, frame));
    const drawn = {
      frame,
      dense,
      marks,
      labels,
      length: options.length || "",
      days,
      ticks: options.timeless ? [] : ticksOf(model, frame),
      tracks: S.ground.tracks(model, frame),
      bands: S.ground.bands(model, frame),
      claims: dense ? [] : S.ground.claims(model, frame),
      widths: dense ? [] : S.widths.widths(points, model, frame),
      strips: dense ? S.bundle.strips(near, frame.width) : [],
      lines: seen.flatMap((group) => S.marks.lines(group, frame)),
      ties: S.marks.ties(seen),
      leaders: seen.map((group) => S.marks.leader(group, labels)),
      hidden: seen
        .filter((group) => group.members.length === 1 && group.members[0].hidden)
        .map((group) => ({ x: group.x, n: group.members[0].hidden, lane: Math.max(...group.members[0].lanes) })),
      selected: S.marks.selectedX(groups, options.selected),
      shown: points.length,
    };
    return { ...drawn, captions: S.captions.captions(drawn, marks) };
  }

  S.arrange = { arrange, plotOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
