/**
 * What is chosen -> JSON (RFC 8259), one entry a line. The twin of app/export/json_form.py.
 */
(function (S) {
  "use strict";

  const FORMAT = "sidelines/selection/1";

  const lines = (entries) => (entries.length ? `[\n${entries.map(S.exports.text.json).join(",\n")}\n]` : "[]");

  /** The events with all that they lean on, and above them what they are a selection of. */
  function write(chosen) {
    const { json } = S.exports.text;
    const { plain } = S.exports;
    const parts = [
      `"format": ${json(FORMAT)}`,
      `"collection": ${json(plain.collection(chosen.collection, chosen.total))}`,
      `"view": ${json(chosen.view)}`,
      `"count": ${chosen.events.length}`,
      `"events": ${lines(chosen.events.map(plain.event))}`,
      `"claims": ${lines(chosen.claims.map(plain.claim))}`,
      `"memberships": ${lines(chosen.memberships.map(plain.membership))}`,
      `"sources": ${lines([...chosen.sources.values()].map(plain.source))}`,
      `"actors": ${lines(chosen.declared.map(plain.actor))}`,
    ];
    return `{\n${parts.join(",\n")}\n}\n`;
  }

  S.exports = S.exports || {};
  S.exports.json = { write };
})((globalThis.sidelines = globalThis.sidelines || {}));
