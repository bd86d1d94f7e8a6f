/**
 * What is chosen, in words for people: participants and sources on a line. The twin of app/export/words.py.
 * In: a selection (export_selection.js) and rows of it. Out: texts without markup.
 */
(function (S) {
  "use strict";

  const SILENT_ROLES = ["participant", "member"];
  const TO_THE_MONTH = "2025-12".length;
  const line = (text) => S.exports.text.oneLine(text);

  function participant(chosen, row, part) {
    const { words, name } = chosen;
    const { role, status } = part;
    const isUsual = status === "attended" || (status === "unknown" && !row.presence);
    const isTold = isUsual || (status === "represented" && part.represented_by);
    const details = [
      [part.person && name(part.person), part.office].filter(Boolean).join(", "),
      SILENT_ROLES.includes(role) ? "" : words.roles[role],
      isTold ? "" : words.statuses[status],
      part.represented_by ? `${words.represented_by} ${name(part.represented_by)}` : "",
      part.reason ? `${words.reason}: ${part.reason}` : "",
    ];
    const said = details.filter(Boolean).join("; ");
    return line(said ? `${name(part.actor)} (${said})` : name(part.actor));
  }

  /** Who took part and how: "Armenia (Nikol Pashinyan, Prime Minister), Azerbaijan (absent)"; "" for nobody. */
  const participants = (chosen, row) =>
    (row.participants || []).map((part) => participant(chosen, row, part)).join(", ");

  /** A source on a line: title, author, publisher, day of issue, address. */
  const source = ({ title, author, publisher, issued, url }) =>
    [title, author, publisher, issued, url].filter(Boolean).map(line).join(", ");

  /** The sources that an event itself cites, each once, in its own order. */
  function sourcesOf(chosen, row) {
    const cited = [...new Set((row.citations || []).map((citation) => citation.source))];
    return cited.filter((id) => chosen.sources.has(id)).map((id) => chosen.sources.get(id));
  }

  /** Whether the date of an event says to the day when it began and ended, with certainty. */
  function isExact(row) {
    const { sides, isPlainSide } = S.exports.dates;
    return Boolean(row.date) && sides(row.date).every((side) => isPlainSide(side) && side.length > TO_THE_MONTH);
  }

  /** The title, and behind it the date in words where a calendar alone would say more than is known. */
  function titleWithDate(row) {
    const title = line(row.title || "");
    return isExact(row) ? title : `${title} (${row.when})`;
  }

  S.exports = S.exports || {};
  S.exports.words = { participants, source, sourcesOf, titleWithDate };
})((globalThis.sidelines = globalThis.sidelines || {}));
