/**
 * The dates that a query string can carry: days, months, years, windows. The twin of app/bounds.py, with its rules.
 * In: text. Out: milliseconds on the civil calendar (proleptic Gregorian, no zone), half-open. Years 1 to 9999.
 */
(function (S) {
  "use strict";

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const DAY = 86400000;
  const FIRST = -62135596800000; // 0001-01-01
  const LAST = 253402300800000; // the end of 9999
  const PERIOD = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
  const MOMENT = /^(.*)T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/;

  /** Milliseconds of a civil date; a day or month beyond the last runs on; years below 100 are meant as they stand. */
  function ms(year, month, day) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date.getTime();
  }

  /** The period [start, end) of a year, a month or a day (`2025`, `2025-12`, `2025-12-22`), or null. */
  function period(text) {
    const found = PERIOD.exec(text);
    if (!found || found[1] === "0000") return null;
    const [year, month, day] = [Number(found[1]), Number(found[2] || 1), Number(found[3] || 1)];
    const start = ms(year, month, day);
    const date = new Date(start);
    if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return null;
    if (found[3]) return [start, start + DAY];
    return [start, found[2] ? ms(year, month + 1, 1) : ms(year + 1, 1, 1)];
  }

  function side(text) {
    const found = MOMENT.exec(text);
    if (!found) return period(text);
    const day = period(found[1]);
    const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4] || 0)];
    if (!day || day[1] - day[0] !== DAY || hour > 23 || minute > 59 || second > 59) return null;
    const moment = day[0] + ((hour * 60 + minute) * 60 + second) * SECOND;
    return [moment, moment];
  }

  /** The window [start, end) of `START/END`, or null; it may come out empty or reversed. */
  function readWindow(text) {
    const sides = text.split("/").map(side);
    return sides.length === 2 && sides[0] && sides[1] ? [sides[0][0], sides[1][1]] : null;
  }

  function moment(at) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const clock = date.toISOString().slice(10, 19);
    if (clock === "T00:00:00") return day;
    return day + (clock.endsWith(":00") ? clock.slice(0, 6) : clock);
  }

  /** The window as it is written: each side as a day where it is a midnight, else as a moment to the second. */
  const formatWindow = (start, end) => `${moment(start)}/${moment(end % DAY === 0 ? end - DAY : end)}`;

  /** A window as a view holds it: whole minutes around [start, end), within the years that can be written. */
  function whole(start, end) {
    const [first, last] = [Math.floor(start / MINUTE) * MINUTE, Math.ceil(end / MINUTE) * MINUTE];
    return [Math.min(Math.max(first, FIRST), LAST - MINUTE), Math.max(Math.min(last, LAST), FIRST + MINUTE)];
  }

  S.bounds = { whole, period, readWindow, formatWindow };
})((globalThis.sidelines = globalThis.sidelines || {}));
