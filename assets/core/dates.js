/**
 * A date as the drawing needs it: where its mark stands and how wide it is known.
 * In: a date of the model. Out: {kind, from, to, at, ...} in ms, or null for a date that says nothing.
 */
(function (S) {
  "use strict";

  const middle = (end) => (end.earliest + end.latest) / 2;
  const given = (end) => end.kind === "given";

  /**
   * The shape of a date, null for one that says nothing.
   * single: known to lie in [from, to). span: goes on from `from` to `to`. before: not later than `to`, start not known.
   * since: from `from` on, open or of unknown end. `at` is where the mark stands.
   */
  function shapeOf(date) {
    const { first, last } = date;
    const vague = first.approximate || last.approximate;
    const base = { precision: date.precision, vague, doubtful: first.uncertain || last.uncertain };
    if (!date.range)
      return given(first)
        ? { ...base, kind: "single", from: first.earliest, to: first.latest, at: middle(first) }
        : null;
    if (given(first) && given(last)) {
      return {
        ...base,
        kind: "span",
        from: first.earliest,
        to: last.latest,
        at: (middle(first) + middle(last)) / 2,
        first,
        last,
      };
    }
    if (given(last)) return { ...base, kind: "before", from: null, to: last.latest, at: last.latest, last };
    if (given(first))
      return {
        ...base,
        kind: "since",
        from: first.earliest,
        to: null,
        at: middle(first),
        first,
        open: last.kind === "open",
      };
    return null;
  }

  /** The shape that a date of the model has been given; null for no date. */
  const shape = (date) => (date ? date.shape : null);

  /** Whether any part of the shape lies in the half-open window. */
  function overlaps(form, window) {
    const from = form.from === null ? -Infinity : form.from;
    const to = form.to === null ? Infinity : form.to;
    if (form.kind === "before") return form.to > window[0] && form.to <= window[1];
    return from < window[1] && to > window[0];
  }

  /** The extent of all that is dated, [start, end) in ms, or null when nothing is. */
  function extent(model) {
    let [start, end] = [Infinity, -Infinity];
    const add = (date) => {
      for (const at of date ? [date.first.earliest, date.last.latest] : []) {
        if (at === null) continue;
        start = Math.min(start, at);
        end = Math.max(end, at);
      }
    };
    model.events.forEach((event) => add(event.date));
    model.claims.forEach((claim) => add(claim.period));
    model.tracks.forEach((track) => add(track.during));
    return start === Infinity ? null : [start, end];
  }

  S.dates = { shape, shapeOf, overlaps, extent };
})((globalThis.sidelines = globalThis.sidelines || {}));
