/**
 * Payload -> model: the columns that were sent become rows, indexed once.
 * In: the payload (see app/payload.py). Out: {rows, events, claims, lanes, actors, sources, words, theme, ...}, never changed afterwards.
 */
(function (S) {
  "use strict";

  /** Columns {size, columns: {name: [values]}} -> rows; a null is a field that the row does not have. */
  function rowsOf(table) {
    const names = Object.keys(table.columns);
    return Array.from({ length: table.size }, (_, index) => {
      const row = { index };
      for (const name of names) {
        const value = table.columns[name][index];
        if (value !== null) row[name] = value;
      }
      return row;
    });
  }

  /** The end of a date as it was sent: [kind, earliest_ms, latest_ms, qualifier]. */
  function end(sent) {
    const [kind, earliest, latest, qualifier] = sent;
    return {
      kind,
      earliest,
      latest,
      approximate: /[~%]/.test(qualifier || ""),
      uncertain: /[?%]/.test(qualifier || ""),
    };
  }

  /** A date as the drawing needs it, or null: {first, last, precision, range}, with what else was sent of it. */
  function date(sent) {
    if (!sent) return null;
    const first = end(sent.first);
    return Object.assign({}, sent, { first, last: sent.last ? end(sent.last) : first, range: Boolean(sent.last) });
  }

  const dated = (thing, field) => Object.assign({}, thing, { [field]: date(thing[field]) });

  /** lane -> the organisations that have a track in it, the largest first. */
  function organisationsOf({ organisations, tracks }) {
    const lanes = new Map(tracks.map((track) => [track.lane, new Set()]));
    tracks.forEach((track) => lanes.get(track.lane).add(track.organisation));
    return new Map(
      [...lanes].map(([lane, used]) => [lane, organisations.filter((organisation) => used.has(organisation))]),
    );
  }

  /** The model of a payload. Version 1 is the only one there is; another is refused in words. */
  function unpack(payload) {
    if (payload.version !== 1) throw new Error(`This page reads payload version 1, not ${payload.version}.`);
    const events = rowsOf(payload.events).map((event) => dated(event, "date"));
    const claims = payload.claims.map((claim) => dated(claim, "period"));
    const model = Object.assign({}, payload, {
      rows: payload.rows,
      events,
      claims,
      indexOf: new Map(events.map((event) => [event.id, event.index])),
      tracks: payload.lanes.tracks.map((track) => dated(track, "during")),
      organisationsOf: organisationsOf(payload.lanes),
      bands: payload.lanes.bands.map((band) => dated(band, "during")),
    });
    return Object.assign(model, { extent: S.dates.extent(model) });
  }

  /** The model with titles and summaries in a language, where there are any; the same model for null. */
  function inLanguage(model, lang) {
    if (!lang) return model;
    const said = (event) => ({
      title: (event.titles || {})[lang] || event.title,
      summary: (event.summaries || {})[lang] || event.summary,
    });
    return { ...model, events: model.events.map((event) => ({ ...event, ...said(event) })) };
  }

  S.timeline = { unpack, date, inLanguage };
})((globalThis.sidelines = globalThis.sidelines || {}));
