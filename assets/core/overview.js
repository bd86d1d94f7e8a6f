/**
 * The overview strip and the presets: the whole of time, how much is where, and which part of it is the window.
 * Needs: calendar
 * In: model, selection, data extent. Out: bins, windows and a neutral tree; px only as shares of the strip.
 */
(function (S) {
  "use strict";

  const { DAY } = S.calendar;
  const BINS = 48;
  const MOST_BINS = 90;

  /** The extent of the data with a little air, on whole years where it spans years. A single moment gets a week around it. */
  function whole(model) {
    const { extent } = model;
    if (!extent) return [S.calendar.ms(2000, 0, 1), S.calendar.ms(2001, 0, 1)];
    const [from, to] = extent;
    const span = to - from;
    if (span > 4 * 366 * DAY) {
      const end = new Date(to + span * 0.02);
      return [
        S.calendar.ms(new Date(from - span * 0.01).getUTCFullYear(), 0, 1),
        S.calendar.ms(end.getUTCFullYear(), Math.floor(end.getUTCMonth() / 3) * 3 + 3, 1),
      ];
    }
    const air = Math.max(span * 0.06, span < 2 * DAY ? 2 * DAY : DAY / 2);
    return [S.calendar.dayStart(from - air), S.calendar.dayStart(to + air) + DAY];
  }

  /** Events per bin over the whole: [{x0, x1, share}] as shares of the strip; an event counts where its mark stands. */
  function bins(model, selection, extent) {
    const [from, to] = extent;
    const years = (to - from) / (365.25 * DAY);
    const perYear = Math.max(1, Math.round(BINS / years));
    const count = years > 8 ? Math.min(MOST_BINS, Math.round(years * perYear)) : BINS;
    const counts = new Array(count).fill(0);
    for (const index of selection) {
      const form = S.dates.shape(model.events[index].date);
      if (form)
        counts[
          Math.max(
            0,
            Math.min(
              count - 1,
              Math.floor(((form.at - (form.kind === "before" ? 1 : 0) - from) / (to - from)) * count),
            ),
          )
        ] += 1;
    }
    const most = Math.max(1, ...counts);
    return counts.flatMap((n, place) =>
      n ? [{ x0: place / count, x1: (place + 1) / count, share: Math.sqrt(n / most), n }] : [],
    );
  }

  /** A tick of the strip in one line; a midnight is named by its day. */
  function tickWords([first, second]) {
    if (!second || first === second) return first;
    return first === "00:00" ? second : `${first} ${second}`;
  }

  const percent = (share) => `${(share * 100).toFixed(3)}%`;

  /** The strip as a tree: bars and ticks. The brush is part of the page and only moved. */
  function strip(model, selection, extent, width) {
    const ticks = !model.extent ? [] : S.calendar.ticks(extent, width, width < 420 ? 64 : 84, model.words.months);
    const place = (at) => (at - extent[0]) / (extent[1] - extent[0]);
    const room = 22 / width;
    return [
      "div",
      { class: "bars" },
      ...bins(model, selection, extent).map((bin) => [
        "i",
        {
          class: "bar",
          style: { left: percent(bin.x0), width: percent(bin.x1 - bin.x0), height: percent(0.22 + 0.78 * bin.share) },
        },
      ]),
      ...ticks
        .filter((tick) => place(tick.ms) < 1 - room)
        .map((tick) => ["span", { class: "tick", style: { left: percent(place(tick.ms)) } }, tickWords(tick.label)]),
    ];
  }

  /** The ticks of the drawing once more, for an axis that stays in sight while the lanes scroll. */
  function axis(panels) {
    const tick = ({ frame }, one) => [
      "span",
      { style: { left: `${(frame.left + frame.x(one.ms)).toFixed(1)}px` } },
      ...one.label.filter(Boolean).map((line) => ["b", {}, line]),
    ];
    const length = ({ frame, length: words }) =>
      words ? [["span", { class: "length", style: { left: `${frame.left + frame.width / 2}px` } }, words]] : [];
    const cuts = panels
      .filter(({ frame }) => !frame.first)
      .map(({ frame }) => [
        "span",
        { style: { left: `${frame.left - frame.gap / 2}px`, top: "-12px" } },
        ["b", {}, "//"],
      ]);
    return [
      "div",
      { class: panels.length > 1 ? "axis scales" : "axis" },
      ...panels.flatMap((drawn) => [...drawn.ticks.map((one) => tick(drawn, one)), ...length(drawn)]),
      ...cuts,
    ];
  }

  /** Events per day, of those that are known to a day or to a few days: Map of day start -> count. */
  function perDay(model, selection) {
    const counts = new Map();
    for (const index of selection) {
      const form = S.dates.shape(model.events[index].date);
      if (form && (form.kind === "single" || form.kind === "span") && form.to - form.from <= 3 * DAY) {
        for (let day = S.calendar.dayStart(form.from); day < form.to; day += DAY)
          counts.set(day, (counts.get(day) || 0) + 1);
      }
    }
    return counts;
  }

  /** The days around the chosen event, or around the fullest day: all neighbouring days that have events, with a little air. */
  function eventDays(model, selection, selected) {
    const counts = perDay(model, selection);
    const form = selected === null ? null : S.dates.shape(model.events[selected].date);
    const own =
      form && form.from !== null && form.to !== null && form.to - form.from <= 3 * DAY
        ? S.calendar.dayStart(form.from)
        : null;
    const fullest = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
    if (own === null && !fullest) return null;
    let [from, to] = own === null ? [fullest[0], fullest[0] + DAY] : [own, Math.max(own + DAY, form.to)];
    while (counts.has(from - DAY) && to - from < 5 * DAY) from -= DAY;
    while (counts.has(to) && to - from < 5 * DAY) to += DAY;
    return [from - DAY / 4, to + DAY / 4];
  }

  /** The window that just holds the selected events, with a little air; null where none of them is dated. */
  function fitted(forms) {
    const ends = (side) => forms.map((form) => (form[side] === null ? form.at : form[side]));
    if (!forms.length) return null;
    const from = ends("from").reduce((a, b) => Math.min(a, b));
    const to = ends("to").reduce((a, b) => Math.max(a, b));
    const air = Math.max((to - from) * 0.04, DAY / 4);
    return [S.calendar.dayStart(from - air), S.calendar.dayStart(to + air) + DAY];
  }

  // Where memberships would leave what happened less than this part of the width, they are cut off.
  const LEAST_SHARE = 0.25;

  const lengthOf = ([from, to]) => to - from;

  /** The whole, or only all events and claimed figures where memberships reach so much further that they press them together. */
  function told(model) {
    if (!model.told || lengthOf(model.told) >= lengthOf(model.extent) * LEAST_SHARE) return whole(model);
    const dates = [...model.events.map(({ date }) => date), ...model.claims.map(({ period }) => period)];
    return fitted(dates.map(S.dates.shape).filter(Boolean));
  }

  /** The window of a view that names none: the dates that it asks for, as far as there is anything; else what is told. */
  function opening(model, view) {
    const [first, last] = whole(model);
    const [from, to] = told(model);
    const [start, end] = S.filter.asked(view);
    const asked = [start === null ? from : Math.max(start, first), end === null ? to : Math.min(end, last)];
    return asked[0] < asked[1] ? asked : [from, to];
  }

  /** A window of a length that holds the chosen event in its middle, or ends a little after the last event. */
  function lengthWindow(form, last, length) {
    if (form) return [S.calendar.dayStart(form.at - length / 2), S.calendar.dayStart(form.at + length / 2)];
    return [S.calendar.dayStart(last - length * 0.9), S.calendar.dayStart(last + length * 0.1) + DAY];
  }

  const LENGTHS = { years10: 3652 * DAY, year: 365 * DAY, month: 30 * DAY, week: 7 * DAY };

  /** The window of each preset, in the order of the page: {all: [..], fit: [..] or null, years10, ..., days}. */
  function presets(model, selection, selected) {
    const forms = selection.map((index) => S.dates.shape(model.events[index].date)).filter(Boolean);
    const last = forms.length ? forms.map((form) => form.at).reduce((a, b) => Math.max(a, b)) : whole(model)[1];
    const form = selected === null ? null : S.dates.shape(model.events[selected].date);
    const all = whole(model);
    const close = fitted(forms);
    const windows = { all, fit: close && [Math.max(close[0], all[0]), Math.min(close[1], all[1])] };
    for (const [key, length] of Object.entries(LENGTHS))
      windows[key] = model.extent ? lengthWindow(form, last, length) : null;
    windows.days = eventDays(model, selection, selected);
    return windows;
  }

  S.overview = { whole, opening, strip, axis, presets };
})((globalThis.sidelines = globalThis.sidelines || {}));
