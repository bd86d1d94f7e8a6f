/**
 * Dates of the payload -> EDTF and ISO 8601 texts. The twin of app/export/dates.py.
 * In: a date as the payload has it or as timeline.js unpacks it, or the EDTF text alone for a year, month or day. ms on the
 * civil calendar (proleptic Gregorian, as written, no zone). Out: texts.
 */
(function (S) {
  "use strict";

  const DAY = 86400000;
  const WRITTEN = { day: 10, month: 7, year: 4 }; // characters of an ISO day
  const PLAIN_SIDE = /^[0-9]{4}(-(0[0-9]|1[0-2])(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?$/;
  const CLOCK = /T([0-9]{2})(?::([0-9]{2}))?(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?/;

  const two = (number) => String(number).padStart(2, "0");

  /** The day on which a moment lies, ISO 8601; the day after the last of year 9999 is +010000-01-01. */
  const isoDay = (ms) => new Date(Math.floor(ms / DAY) * DAY).toISOString().split("T")[0];

  /** The EDTF text of a single year, month or day, which precision and first day say; null for another date. */
  function plainEdtf(date) {
    const { kind, earliest, approximate, uncertain } = date.first;
    const letters = WRITTEN[date.precision];
    if (!letters || kind !== "given" || approximate || uncertain || date.range) return null;
    return isoDay(earliest).slice(0, letters);
  }

  /** The EDTF text of a date. */
  const edtf = (date) => date.edtf || String(plainEdtf(date));

  /** The EDTF texts of the two ends; of a single date twice the same. */
  function sides(date) {
    const text = edtf(date);
    const [first, last] = text.split("/");
    return [first, date.range ? last || "" : first];
  }

  /** Hour, minute, second and offset ("" for none) of one side of an EDTF text; null where it names no time. */
  function clock(side) {
    const found = CLOCK.exec(side);
    return (
      found && {
        hour: Number(found[1]),
        minute: Number(found[2] || 0),
        second: Number(found[3] || 0),
        offset: found[4] || "",
      }
    );
  }

  /** Hours, minutes and seconds of a moment, each of two digits. */
  function clockOf(ms) {
    const seconds = Math.floor((((ms % DAY) + DAY) % DAY) / 1000);
    return [two(Math.floor(seconds / 3600)), two(Math.floor(seconds / 60) % 60), two(seconds % 60)];
  }

  function bound(ms, side) {
    const time = clock(side);
    if (ms === null || !time) return ms === null ? null : isoDay(ms);
    return `${isoDay(ms)}T${clockOf(ms).join(":")}${time.offset}`;
  }

  /** The half-open interval in which the date lies: ISO days or times, null where an end is open or unknown. */
  function bounds(date) {
    const [first, last] = sides(date);
    return [bound(date.first.earliest, first), bound(date.last.latest, last)];
  }

  /** The first and the last day on which the date may lie, both inclusive; "" where it is open or unknown. */
  function inclusiveDays(date) {
    const { earliest } = date.first;
    const { latest } = date.last;
    return [earliest === null ? "" : isoDay(earliest), latest === null ? "" : isoDay(latest - 1)];
  }

  /** Which of "approximate" and "uncertain" hold for either end, in that order. */
  const qualifiers = (date) => ["approximate", "uncertain"].filter((name) => date.first[name] || date.last[name]);

  /** Whether one side of an EDTF text is a certain year, month, day or time as ISO 8601-1 writes it. */
  const isPlainSide = (side) => PLAIN_SIDE.test(side);

  /** The date as plain data; `asWritten`: its words, where it has none itself. */
  function plain(sent, asWritten) {
    const date = S.timeline.opened(sent);
    if (!date) return null;
    const [start, end] = bounds(date);
    const text = edtf(date);
    return {
      edtf: text,
      start,
      end,
      precision: date.precision,
      qualifiers: qualifiers(date),
      zone: date.zone || null,
      basis: date.basis || "stated",
      as_written: date.as_written || asWritten || text,
      lang: date.lang || null,
      base: date.base || null,
    };
  }

  S.exports = S.exports || {};
  S.exports.dates = { DAY, isoDay, edtf, sides, clock, clockOf, inclusiveDays, isPlainSide, plain };
})((globalThis.sidelines = globalThis.sidelines || {}));
