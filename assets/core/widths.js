/**
 * How wide the dates of points are on the screen: day bands, and in the lanes spans, wide dates and tails.
 * Needs: certainty
 * In: points, model, frame. Out: bands in px.
 */
(function (S) {
  "use strict";

  /** Day bands: the days that have events of which no hour is known, once a day is wide: [{from, to, caption, notes}], the fullest note first. */
  function daysOf(points, model, frame) {
    const days = new Map();
    points.forEach((point) => {
      if (!point.wide || point.form.precision !== "day") return;
      const key = point.form.from;
      const ordered = (point.event.relations || []).some(([kind]) => kind === "follows" || kind === "precedes");
      days.set(key, {
        from: key,
        to: point.form.to,
        partly: ordered || Boolean(days.get(key) && days.get(key).partly),
      });
    });
    return [...days.values()]
      .sort((a, b) => a.from - b.from)
      .map((day) => ({
        ...day,
        x0: frame.x(day.from),
        x1: frame.x(day.to),
        caption: S.calendar.windowWords([day.from, day.to], model.words.months),
        notes: [day.partly ? model.words.hours_partly : model.words.hours_unknown, model.words.hours_short],
      }));
  }

  const { FADE, surely } = S.certainty;
  const TAIL_PX = 46;
  const HALF_PX = { single: 9, span: 4, before: 2, since: 2 };
  const PITCH_PX = 6;
  const ROOM_PX = 20;

  /** What goes on, as far as the data speak; where nobody says until when, a tail. */
  function sinceThen({ open }, x, frame) {
    const x1 = open ? Math.max(x + TAIL_PX, frame.x(frame.data[1])) : x + TAIL_PX;
    return { kind: "since", x0: x, x1, sure: [x, x1 - TAIL_PX * (1 - FADE)], open };
  }

  /** How an event's date is drawn besides its mark: null, or {kind, x0, x1, sure: [from, to], open} in px. Days have bands of their own. */
  function widthOf({ form, x, wide }, frame) {
    if (form.kind === "before") return { kind: "before", x0: x - TAIL_PX, x1: x, sure: [x - TAIL_PX * (1 - FADE), x] };
    if (form.kind === "since") return sinceThen(form, x, frame);
    const [x0, x1] = [frame.x(form.from), frame.x(form.to)];
    if (form.kind === "span") return x1 - x0 >= 16 ? { kind: "span", x0, x1, sure: surely(form).map(frame.x) } : null;
    return wide && form.precision !== "day"
      ? { kind: "single", x0, x1, sure: [x0 + (x1 - x0) * FADE, x1 - (x1 - x0) * FADE] }
      : null;
  }

  /** Spans that overlap in a lane, in rows of their own around its middle; the others lie in the middle. */
  function spread(bands, frame) {
    const rows = new Map();
    const spans = bands
      .filter((band) => band.kind === "span")
      .sort((a, b) => a.lane - b.lane || a.x0 - b.x0 || b.x1 - a.x1);
    let heap = null;
    for (const band of spans) {
      if (!heap || heap.lane !== band.lane || band.x0 >= heap.end) heap = { lane: band.lane, end: -Infinity, ends: [] };
      const free = heap.ends.findIndex((end) => end <= band.x0);
      const row = free < 0 ? heap.ends.length : free;
      heap.ends[row] = band.x1;
      heap.end = Math.max(heap.end, band.x1);
      rows.set(band, { heap, row });
    }
    return bands.map((band) => {
      const { heap: own, row } = rows.get(band) || { heap: { ends: [0] }, row: 0 };
      const count = own.ends.length;
      const pitch = Math.min(PITCH_PX, ROOM_PX / count);
      const middle = frame.lanes[band.lane].middle + (row - (count - 1) / 2) * pitch;
      const half = count > 1 ? Math.min(HALF_PX.span, pitch / 2 - 0.5) : HALF_PX[band.kind];
      return { ...band, y0: middle - half, y1: middle + half };
    });
  }

  /** Dates that are wide on the screen, one band for all events of a lane that share a date. */
  function widthsOf(points, model, frame) {
    const bands = new Map();
    points.forEach((point) => {
      const width = widthOf(point, frame);
      if (!width) return;
      point.parts.forEach(({ lane }) => {
        const key = `${lane}/${width.kind}/${width.x0}/${width.x1}/${width.open}`;
        if (!bands.has(key)) bands.set(key, { ...width, lane, points: [] });
        bands.get(key).points.push(point);
      });
    });
    return spread([...bands.values()], frame).map((band) => finished(band, model, frame));
  }

  function finished({ points, ...band }, model, frame) {
    const [first] = points;
    const away = first.x < 0 || first.x > frame.width;
    const title = points.length === 1 ? first.event.title : S.wording.counted(model.words, points.length);
    return {
      ...band,
      x0: Math.max(band.x0, -4),
      x1: Math.min(band.x1, frame.width + 4),
      ends: [band.x0, band.x1],
      type: points.every((point) => point.event.type === first.event.type) ? first.event.type : null,
      events: [...new Set(points.map((point) => point.event.index))],
      words:
        away && (band.open || band.kind === "single" || band.kind === "span") ? `${title} · ${first.event.when}` : "",
    };
  }

  /** Whether a date goes on from its start and nobody says until when: a dotted tail, where one that is open has an arrow. */
  const isEndless = (band) => band.kind === "since" && !band.open;

  S.widths = { days: daysOf, widths: widthsOf, isEndless };
})((globalThis.sidelines = globalThis.sidelines || {}));
