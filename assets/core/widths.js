/**
 * How wide the dates of points are on the screen: day bands, and in the lanes spans, wide dates and tails.
 * In: points, model, frame. Out: bands in px.
 */
(function (S) {
  "use strict";

  const counted = (words, n) => (n === 1 ? words.events_one : words.events_many.replace("{n}", n));

  /** Day bands: the days that have events of which no hour is known, once a day is wide: [{from, to, caption, long}]. */
  function daysOf(points, model, frame) {
    const days = new Map();
    points.forEach((point) => {
      if (!point.wide || point.form.precision !== "day") return;
      const key = point.form.from;
      const ordered = (point.event.relations || []).some(([kind]) => kind === "follows" || kind === "precedes");
      days.set(key, { from: key, to: point.form.to, partly: ordered || Boolean(days.get(key) && days.get(key).partly) });
    });
    return [...days.values()].sort((a, b) => a.from - b.from).map((day) => ({
      ...day, x0: frame.x(day.from), x1: frame.x(day.to),
      caption: S.calendar.windowWords([day.from, day.to], model.words.months),
      note: day.partly ? model.words.hours_partly : model.words.hours_unknown,
    }));
  }

  /** How an event's date is drawn besides its mark: null, or {kind, x0, x1} in px. Days have bands of their own. */
  function widthOf({ form, x, wide }, frame) {
    if (form.kind === "before") return { kind: "before", x0: x - 46, x1: x };
    if (form.kind === "since") return { kind: "since", x0: x, x1: x + 46 };
    if (form.kind === "span") return (form.to - form.from) * frame.pxPerMs >= 16 ? { kind: "span", x0: frame.x(form.from), x1: frame.x(form.to) } : null;
    return wide && form.precision !== "day" ? { kind: "single", x0: frame.x(form.from), x1: frame.x(form.to) } : null;
  }

  /** Dates that are wide on the screen, one band for all events of a lane that share a date. */
  function widthsOf(points, model, frame) {
    const bands = new Map();
    points.forEach((point) => {
      const width = widthOf(point, frame);
      if (!width) return;
      point.parts.forEach(({ lane }) => {
        const key = `${lane}/${width.kind}/${width.x0}/${width.x1}`;
        if (!bands.has(key)) bands.set(key, { ...width, lane, points: [] });
        bands.get(key).points.push(point);
      });
    });
    return [...bands.values()].map((band) => finished(band, model, frame));
  }

  function finished({ points, ...band }, model, frame) {
    const [first] = points;
    const away = first.x < 0 || first.x > frame.width;
    const title = points.length === 1 ? first.event.title : counted(model.words, points.length);
    return {
      ...band, x0: Math.max(band.x0, -4), x1: Math.min(band.x1, frame.width + 4), cutLeft: band.x0 < 0, cutRight: band.x1 > frame.width,
      type: points.every((point) => point.event.type === first.event.type) ? first.event.type : null,
      events: [...new Set(points.map((point) => point.event.index))],
      words: away && (band.kind === "single" || band.kind === "span") ? `${title} · ${first.event.when}` : "",
    };
  }

  S.widths = { days: daysOf, widths: widthsOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
