/**
 * Calendar arithmetic on milliseconds of the civil calendar, and the ticks of the time axis.
 * In: numbers. Out: numbers and short words. All of it is UTC arithmetic: no clock, no zone, no locale of the machine.
 */
(function (S) {
  "use strict";

  const MINUTE = 60000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;

  /** Milliseconds of a civil date; years below 100 are meant as they stand. */
  function ms(year, month, day) {
    const date = new Date(Date.UTC(2000, month, day));
    date.setUTCFullYear(year, month, day);
    return date.getTime();
  }

  /** The steps of the axis, fine to coarse: unit, count, and about how long one is. */
  const STEPS = [
    ["minute", 1, MINUTE],
    ["minute", 5, 5 * MINUTE],
    ["minute", 15, 15 * MINUTE],
    ["minute", 30, 30 * MINUTE],
    ["hour", 1, HOUR],
    ["hour", 3, 3 * HOUR],
    ["hour", 6, 6 * HOUR],
    ["hour", 12, 12 * HOUR],
    ["day", 1, DAY],
    ["day", 2, 2 * DAY],
    ["day", 7, 7 * DAY],
    ["day", 14, 14 * DAY],
    ["month", 1, 30.4 * DAY],
    ["month", 2, 61 * DAY],
    ["month", 3, 91 * DAY],
    ["month", 6, 182 * DAY],
    ["year", 1, 365.25 * DAY],
    ["year", 2, 730 * DAY],
    ["year", 5, 1826 * DAY],
    ["year", 10, 3652 * DAY],
    ["year", 20, 7305 * DAY],
    ["year", 50, 18262 * DAY],
    ["year", 100, 36524 * DAY],
    ["year", 200, 73048 * DAY],
    ["year", 500, 182621 * DAY],
    ["year", 1000, 365242 * DAY],
  ];

  /** The finest step whose ticks stand at least `gap` px apart. */
  function step(window, width, gap) {
    const pxPerMs = width / (window[1] - window[0]);
    return STEPS.find(([, , size]) => size * pxPerMs >= gap) || STEPS[STEPS.length - 1];
  }

  /** The first tick at or before `at`. Weeks start on Monday (ISO 8601). */
  function floor(at, unit, count) {
    if (unit === "minute" || unit === "hour") {
      const size = count * (unit === "minute" ? MINUTE : HOUR);
      return Math.floor(at / size) * size;
    }
    const date = new Date(at);
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth();
    if (unit === "year") return ms(Math.floor(year / count) * count, 0, 1);
    if (unit === "month") return ms(year, Math.floor(month / count) * count, 1);
    if (count < 7) return ms(year, month, date.getUTCDate() - ((date.getUTCDate() - 1) % count));
    const monday = 4 * DAY; // 5 January 1970
    return Math.floor((at - monday) / (count * DAY)) * count * DAY + monday;
  }

  /** The next tick after a tick. Every second day starts anew with each month, as people count. */
  function next(at, unit, count) {
    if (unit === "minute") return at + count * MINUTE;
    if (unit === "hour") return at + count * HOUR;
    const date = new Date(at);
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth();
    if (unit === "year") return ms(year + count, 0, 1);
    if (unit === "month") return ms(year, month + count, 1);
    if (count >= 7) return at + count * DAY;
    const following = at + count * DAY;
    const first = ms(year, month + 1, 1);
    return first - following < count * DAY ? first : following;
  }

  const two = (number) => String(number).padStart(2, "0");

  function label(at, unit, months, first) {
    const date = new Date(at);
    const year = date.getUTCFullYear();
    const month = months[date.getUTCMonth()];
    const day = `${date.getUTCDate()} ${month}`;
    if (unit === "year") return [String(year), ""];
    if (unit === "month") return [month, first || date.getUTCMonth() === 0 ? String(year) : ""];
    if (unit === "day") return [day, first || (date.getUTCMonth() === 0 && date.getUTCDate() < 8) ? String(year) : ""];
    const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
    return [clock, first || clock === "00:00" ? `${day} ${year}` : ""];
  }

  /**
   * The ticks of a window, in order: [{ms, label: [line, second line or ""]}].
   * @param {number[]} window start and end in ms  @param {number} width px  @param {number} gap least px between ticks
   * @param {string[]} months twelve short names
   */
  function ticks(window, width, gap, months) {
    const [unit, count] = step(window, width, gap);
    const out = [];
    for (let at = floor(window[0], unit, count); at <= window[1] && out.length < 200; at = next(at, unit, count)) {
      if (at >= window[0]) out.push({ ms: at, label: label(at, unit, months, out.length === 0) });
    }
    return out;
  }

  /** Whether a moment begins a month, and whether it begins a year. */
  const beginsMonth = (at) => at % DAY === 0 && new Date(at).getUTCDate() === 1;
  const beginsYear = (at) => beginsMonth(at) && new Date(at).getUTCMonth() === 0;

  /** Inclusive days of a half-open window in words, no longer than needed: "20–23 Dec 2025", "Jan – May 2025", "2025", "1990–2026". */
  function windowWords(window, months) {
    const a = new Date(window[0]);
    const b = new Date(window[1] - 1);
    const parts = (date) => [date.getUTCDate(), months[date.getUTCMonth()], date.getUTCFullYear()];
    const [d1, m1, y1] = parts(a);
    const [d2, m2, y2] = parts(b);
    const span = window[1] - window[0];
    if (span > 4 * 366 * DAY || window.every(beginsYear)) return y1 === y2 ? `${y1}` : `${y1}–${y2}`;
    if (span > 100 * DAY || window.every(beginsMonth)) {
      if (y1 !== y2) return `${m1} ${y1} – ${m2} ${y2}`;
      return m1 === m2 ? `${m1} ${y1}` : `${m1} – ${m2} ${y2}`;
    }
    if (y1 !== y2) return `${d1} ${m1} ${y1} – ${d2} ${m2} ${y2}`;
    if (m1 !== m2) return `${d1} ${m1} – ${d2} ${m2} ${y2}`;
    return d1 === d2 ? `${d1} ${m1} ${y1}` : `${d1}–${d2} ${m1} ${y1}`;
  }

  /** The start of the day that `at` lies in. */
  const dayStart = (at) => Math.floor(at / DAY) * DAY;

  /** ISO 8601 text of a moment: a day where it is midnight, else day and minutes. */
  function iso(at) {
    const date = new Date(at);
    const year = String(date.getUTCFullYear()).padStart(4, "0");
    const day = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
    return at % DAY === 0 ? day : `${day}T${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  }

  /** An end of a window (0 or 1) in words: its day, the last one inclusive; in a window of few days its moment. */
  function endWords(window, end) {
    const whole = window[end] % DAY === 0 || window[1] - window[0] >= 3 * DAY;
    return whole ? iso(dayStart(window[end] - end)) : iso(window[end]).replace("T", " ");
  }

  S.calendar = { MINUTE, HOUR, DAY, ms, ticks, windowWords, endWords, dayStart, iso };
})((globalThis.sidelines = globalThis.sidelines || {}));
