/**
 * View x rows -> the events that are shown, and which of them certainly belong to the dates asked for. The twin of
 * app/filters.py, where the rules are written.
 *
 * In: rows as rows.js makes them, in time order:
 *   {index, id, type, status, start_ms, end_ms, sure,
 *    participants: [{country, role, status, people: [id]}], mentions: [country], organisations: [id], tags: [tag],
 *    places: [folded name or alpha-3], sources: [id], text: folded texts}
 * and a view (view.js). Out: a selection {ids, rows, certain}. A field that a row does not have counts as empty.
 */
(function (S) {
  "use strict";

  const NOTHING = Object.freeze([]);
  const some = (values, wanted) => (values || NOTHING).some((value) => wanted.includes(value));
  const absent = (value) => value === null || value === undefined;

  /**
   * Whether the states and the people asked for take part as asked; absence is a way of taking part.
   * @param {Object} row  @param {Object} view of which country, match, person, role, status, mentions count
   */
  function takesPart(row, view) {
    const { country, person, role, status } = view;
    const asks = role.length > 0 || status.length > 0;
    const fits = (part) =>
      (!role.length || role.includes(part.role)) && (!status.length || status.includes(part.status));
    const parts = row.participants || NOTHING;
    if (!country.length && !person.length) return !asks || parts.some(fits);
    const mentions = view.mentions && !asks ? row.mentions || NOTHING : NOTHING;
    const takes = (code) => mentions.includes(code) || parts.some((part) => part.country === code && fits(part));
    if (country.length && !(view.match === "all" ? country.every(takes) : country.some(takes))) return false;
    return !person.length || parts.some((part) => fits(part) && some(part.people, person));
  }

  /** The half-open interval [start, end) of `from` and `to` in ms; null on a side that is not asked for. */
  function asked(view) {
    const first = view.from ? S.bounds.period(view.from) : null;
    const last = view.to ? S.bounds.period(view.to) : null;
    return [first && first[0], last && last[1]];
  }

  /** A test whether a row certainly lies within `from` and `to`: its whole date is inside, and that date is sure. */
  function certainly(view) {
    const [start, end] = asked(view);
    return (row) =>
      (start === null || (row.sure && !absent(row.start_ms) && row.start_ms >= start)) &&
      (end === null || (row.sure && !absent(row.end_ms) && row.end_ms <= end));
  }

  /** A test whether the interval in which a row possibly lies overlaps `from` and `to`; an open side has no end. */
  function possibly(view) {
    const [start, end] = asked(view);
    return (row) =>
      (end === null || absent(row.start_ms) || row.start_ms < end) &&
      (start === null || absent(row.end_ms) || row.end_ms > start);
  }

  /** The checks that a view makes, by what they look at: [[name, row => boolean]]; only those that can fail. */
  function checks(view) {
    const query = S.search.read(view.q);
    const named = (row, place) => (row.places || NOTHING).some((own) => S.search.contains(own, place));
    const isAt = (row) => view.place.some((place) => named(row, place));
    const who = view.country.length || view.person.length || view.role.length || view.status.length;
    const all = [
      ["who", who, (row) => takesPart(row, view)],
      ["type", view.type.length, (row) => view.type.includes(row.type)],
      ["org", view.org.length, (row) => some(row.organisations, view.org)],
      ["tag", view.tag.length, (row) => some(row.tags, view.tag)],
      ["source", view.source.length, (row) => some(row.sources, view.source)],
      ["place", view.place.length, isAt],
      ["when", view.from || view.to, view.dates === "certain" ? certainly(view) : possibly(view)],
      ["text", query.length, (row) => S.search.matches(query, row.text || "")],
    ];
    return all.filter(([, needed]) => needed).map(([name, , check]) => [name, check]);
  }

  /**
   * The selection of rows, which keep their order.
   * @returns {{ids: string[], rows: number[], certain: boolean[], possible: number}} rows are the indexes of the events
   *   shown, `certain` says of each whether it surely lies in the dates asked for, `possible` counts those that do not
   */
  function select(rows, view) {
    const tests = checks(view).map(([, check]) => check);
    const sure = certainly(view);
    const chosen = rows.filter((row) => tests.every((test) => test(row)));
    const certain = chosen.map(sure);
    return {
      ids: chosen.map((row) => row.id),
      rows: chosen.map((row) => row.index),
      certain,
      possible: certain.filter((known) => !known).length,
    };
  }

  S.filter = { select, checks, takesPart, asked };
})((globalThis.sidelines = globalThis.sidelines || {}));
