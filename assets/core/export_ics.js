/**
 * What is chosen -> a calendar (RFC 5545, with NAME and DESCRIPTION of RFC 7986). The twin of app/export/ics.py, where its
 * rules are written.
 */
(function (S) {
  "use strict";

  const LINE_BYTES = 75; // RFC 5545, 3.1, without the line break
  const STAMP = "19700101T000000Z";
  const FIRST = -62135596800000; // 0001-01-01
  const AFTER_LAST = 253402300800000; // the end of 9999, which no calendar date can name
  const MINUTE = 60000;
  const EVENT_STATUS = { occurred: "CONFIRMED", ongoing: "CONFIRMED", cancelled: "CANCELLED" };
  const JOURNAL_STATUS = { occurred: "FINAL", ongoing: "FINAL", cancelled: "CANCELLED" };
  const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

  const oneLine = (text) => S.exports.text.oneLine(text);

  /** The text as a TEXT value (RFC 5545, 3.3.11); controls other than tab and line break are left out. */
  const escape = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(CONTROLS, "")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n");

  /** Bytes of a code point in UTF-8. */
  function widthOf(code) {
    if (code < 0x80) return 1;
    if (code < 0x800) return 2;
    return code < 0x10000 ? 3 : 4;
  }

  /** The content line as lines of at most 75 bytes of UTF-8, no character torn, with their CR LF (RFC 5545, 3.1). */
  function folded(line) {
    const parts = [];
    let [begin, at, size] = [0, 0, 0];
    while (line.length - begin > (LINE_BYTES - 1) / 3 && at < line.length) {
      const code = line.codePointAt(at);
      const width = widthOf(code);
      if (size + width > LINE_BYTES) {
        parts.push(line.slice(begin, at));
        [begin, size] = [at, 1];
      }
      size += width;
      at += code > 0xffff ? 2 : 1;
    }
    return `${[...parts, line.slice(begin)].join("\r\n ")}\r\n`;
  }

  const uid = (chosen, id) => `${id}@${S.exports.text.slug(chosen.collection.title)}.sidelines`;

  const dayOf = (ms) => S.exports.dates.isoDay(Math.min(ms, AFTER_LAST - S.exports.dates.DAY)).replace(/-/g, "");

  function offsetMs(offset) {
    if (!offset || offset === "Z") return 0;
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
    return (offset[0] === "-" ? -minutes : minutes) * MINUTE;
  }

  function momentOf(ms, offset) {
    const at = ms - offsetMs(offset);
    const isUtc = offset && at >= FIRST && at < AFTER_LAST;
    const shown = isUtc ? at : ms;
    return `${dayOf(shown)}T${S.exports.dates.clockOf(shown).join("")}${isUtc ? "Z" : ""}`;
  }

  /** DTSTART and DTEND: times where both ends are known to the minute, else whole days. */
  function times(date) {
    const { sides, clock } = S.exports.dates;
    const ends = date.range ? [date.first, date.last] : [date.first];
    const texts = sides(date);
    const given = ends
      .map((end, index) => ({ end, time: clock(texts[index]) }))
      .filter(({ end }) => end.kind === "given");
    if (given.some(({ time }) => !time)) {
      // The exclusive end is the day after that on which the last moment lies; the last day of all has none after it.
      const start = dayOf(given[0].end.earliest);
      const end = dayOf(given[given.length - 1].end.latest - 1 + S.exports.dates.DAY);
      return [`DTSTART;VALUE=DATE:${start}`, ...(end > start ? [`DTEND;VALUE=DATE:${end}`] : [])];
    }
    const isFixed = given.every(({ time }) => time.offset);
    const moments = given.map(({ end, time }) => momentOf(end.earliest, isFixed ? time.offset : ""));
    return [
      `DTSTART:${moments[0]}`,
      ...moments
        .slice(1)
        .filter((moment) => moment > moments[0])
        .map((moment) => `DTEND:${moment}`),
    ];
  }

  function place(row) {
    const site = row.site || {};
    return [
      ...(row.place ? [`LOCATION:${escape(oneLine(row.place))}`] : []),
      ...("lat" in site && "lon" in site ? [`GEO:${site.lat};${site.lon}`] : []),
    ];
  }

  function description(chosen, row) {
    const { words } = S.exports;
    const people = words.participants(chosen, row);
    const sources = words.sourcesOf(chosen, row).map((source) => `${chosen.words.sources}: ${words.source(source)}`);
    return S.exports.text.joined(
      "\n",
      `${row.when} (${row.precision})`,
      row.status,
      row.summary,
      people && `${chosen.words.participants}: ${people}`,
      ...sources,
    );
  }

  function component(chosen, row) {
    const { date } = row;
    const [kind, statuses, otherwise] = date
      ? ["VEVENT", EVENT_STATUS, "TENTATIVE"]
      : ["VJOURNAL", JOURNAL_STATUS, "DRAFT"];
    const categories = [chosen.words.types[row.type], ...(row.tags || [])];
    return [
      `BEGIN:${kind}`,
      `UID:${uid(chosen, row.id)}`,
      `DTSTAMP:${STAMP}`,
      ...(date ? times(date) : []),
      `SUMMARY:${escape(S.exports.words.titleWithDate(row))}`,
      `DESCRIPTION:${escape(description(chosen, row))}`,
      ...(date ? place(row) : []),
      `CATEGORIES:${categories.map((word) => escape(oneLine(word))).join(",")}`,
      `STATUS:${statuses[row.state] || otherwise}`,
      ...(date ? ["TRANSP:TRANSPARENT"] : []),
      ...(row.part_of ? [`RELATED-TO;RELTYPE=PARENT:${uid(chosen, row.part_of)}`] : []),
      ...(date ? [`X-SIDELINES-EDTF:${S.exports.dates.edtf(date)}`] : []),
      `END:${kind}`,
    ];
  }

  /** The calendar. */
  function write(chosen) {
    const { title, version, hash } = chosen.collection;
    const { grouped } = S.notices;
    const name = oneLine(title);
    const count = `${grouped(chosen.events.length)} of ${grouped(chosen.total)} events`;
    const about = S.exports.text.joined("; ", version ? `${name}, version ${version}` : name, count, chosen.asked);
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Sidelines//Sidelines//EN",
      "CALSCALE:GREGORIAN",
      `NAME:${escape(name)}`,
      `X-WR-CALNAME:${escape(name)}`,
      `DESCRIPTION:${escape(about)}`,
      `X-SIDELINES-VIEW:${escape(chosen.asked)}`,
      `X-SIDELINES-CONTENT-HASH:${hash || ""}`,
      ...chosen.events.flatMap((row) => component(chosen, row)),
      "END:VCALENDAR",
    ];
    return lines.map(folded).join("");
  }

  S.exports = S.exports || {};
  S.exports.ics = { write, folded };
})((globalThis.sidelines = globalThis.sidelines || {}));
