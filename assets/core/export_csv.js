/**
 * What is chosen -> CSV (RFC 4180), one row for each participation, one for an event that has none. The twin of
 * app/export/csv_form.py, where its rules are written.
 */
(function (S) {
  "use strict";

  const RISKY = /^[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]/;
  const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?(e-[0-9]+)?$/;
  const QUOTED = /[",\r\n]|^ | $/;
  const EVENT = [
    ..."event_id event type event_status date date_from date_to date_in_words date_precision".split(" "),
    ..."date_basis date_as_written date_zone venue city country lat lon part_of organisations tags".split(" "),
    ..."summary confidence event_sources".split(" "),
  ];
  const PARTICIPATION = [
    ..."actor actor_name actor_kind role status person person_name office represented_by".split(" "),
    ..."reason announced_by basis note sources".split(" "),
  ];
  const SELECTION = ["collection", "collection_version", "content_hash", "view"];

  function cell(value) {
    let text = value === null || value === undefined ? "" : String(value);
    if (RISKY.test(text) && !NUMBER.test(text)) text = `'${text}`;
    return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  const cells = (values) => values.map(cell).join(",");
  const list = (texts) => (texts || []).join("; ");
  const sources = (thing) => list([...new Set((thing.citations || []).map((citation) => citation.source))]);

  function eventCells(row) {
    const { edtf, inclusiveDays } = S.exports.dates;
    const { date } = row;
    const site = row.site || {};
    return [
      row.id,
      row.title,
      row.type,
      row.state,
      ...(date ? [edtf(date), ...inclusiveDays(date)] : ["", "", ""]),
      row.when,
      date ? date.precision : "",
      date ? date.basis || "stated" : "",
      date ? row.as_written || edtf(date) : "",
      date && /\//.test(date.zone) ? date.zone : "",
      site.venue,
      site.city,
      site.country,
      site.lat,
      site.lon,
      row.part_of,
      list(row.organisations),
      list(row.tags),
      row.summary,
      row.confidence,
      sources(row),
    ];
  }

  function partCells(chosen, part) {
    if (!part) return PARTICIPATION.map(() => "");
    const actor = Object.hasOwn(chosen.actors, part.actor) ? chosen.actors[part.actor] : {};
    return [
      part.actor,
      chosen.name(part.actor),
      actor.kind,
      part.role,
      part.status,
      part.person,
      part.person ? chosen.name(part.person) : "",
      part.office,
      part.represented_by,
      part.reason,
      part.announced_by,
      part.basis || "stated",
      part.note,
      sources(part),
    ];
  }

  /** The table of participations; each row says of which selection it is. */
  function write(chosen) {
    const { title, version, hash } = chosen.collection;
    const behind = cells([title, version, hash, chosen.asked]);
    const lines = chosen.events.flatMap((row) => {
      const before = cells(eventCells(row));
      return (row.participants || [null]).map((part) => `${before},${cells(partCells(chosen, part))},${behind}`);
    });
    return [cells([...EVENT, ...PARTICIPATION, ...SELECTION]), ...lines].map((line) => `${line}\r\n`).join("");
  }

  S.exports = S.exports || {};
  S.exports.csv = { write };
})((globalThis.sidelines = globalThis.sidelines || {}));
