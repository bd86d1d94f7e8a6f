/**
 * Payload -> model: the columns that were sent become events, indexed once.
 * In: the payload (see app/payload.py), as it is or packed (see app/packing.py). Out: {events, rows, claims, lanes, actors,
 * sources, vocabulary, words, theme, ...}, never changed afterwards; `extent` is that of all that is dated, `told` that of
 * events and claims alone, both [start, end) in ms or null.
 */
(function (S) {
  "use strict";

  const VERSION = 2;
  const PRECISIONS = { 10: "day", 7: "month", 4: "year" }; // by the letters of an ISO day

  /** The values of a column; of a packed one {values, at}, where `at` says which value stands at each place. */
  const valuesOf = (column) => (Array.isArray(column) ? column : column.at.map((place) => column.values[place]));

  /** Columns {size, columns: {name: column}} -> things with an index; a null is a field that a thing does not have. */
  function thingsOf(table) {
    const columns = Object.entries(table.columns).map(([name, column]) => [name, valuesOf(column)]);
    return Array.from({ length: table.size }, (_, index) => {
      const thing = { index };
      for (const [name, values] of columns) if (values[index] !== null) thing[name] = values[index];
      return thing;
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

  /**
   * A date as the drawing needs it, or null: {first, last, precision, range, shape}, with what else was sent of it. Its shape
   * (dates.js) is made here, once: every drawing asks for the shapes of all dates.
   */
  function date(sent) {
    if (!sent) return null;
    const first = end(sent.first);
    const ends = { first, last: sent.last ? end(sent.last) : first, range: Boolean(sent.last) };
    const shape = S.dates.shapeOf(Object.assign({}, sent, ends));
    return Object.assign({}, sent, ends, { shape: shape && Object.freeze(shape) });
  }

  /** A date that is not drawn, which may be sent as the EDTF text of a year, a month or a day alone; as `date` gives it. */
  function opened(sent) {
    if (!sent) return null;
    if (typeof sent === "string")
      return date({ first: ["given", ...S.bounds.period(sent), ""], precision: PRECISIONS[sent.length] });
    return Array.isArray(sent.first) ? date(sent) : sent;
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

  /** The events: the date of each with both ends, its `state` as the files have it and in words as `status`. */
  function eventsOf({ events, words }) {
    const sent = thingsOf(events);
    for (const event of sent) {
      event.date = date(event.date);
      event.state = event.state || "occurred";
      event.status = words.event_statuses[event.state];
    }
    return sent;
  }

  /** The model of a payload. Of another version than ours it is refused in words. */
  function unpack(payload) {
    if (payload.version !== VERSION)
      throw new Error(`This page reads payload version ${VERSION}, not ${payload.version}.`);
    const events = eventsOf(payload);
    const claims = payload.claims.map((claim) => dated(claim, "period"));
    const model = Object.assign({}, payload, {
      // With nothing that objects have of themselves: an office may be called "constructor", and is no actor.
      actors: Object.assign(Object.create(null), payload.actors),
      events,
      rows: S.rows.rows(events, payload),
      vocabulary: S.vocabulary.whole(payload.vocabulary, events, payload.sources),
      claims,
      claimRows: S.rows.claimRows(claims, payload),
      membershipRows: S.rows.membershipRows(payload),
      indexOf: new Map(events.map((event) => [event.id, event.index])),
      tracks: payload.lanes.tracks.map((track) => dated(track, "during")),
      organisationsOf: organisationsOf(payload.lanes),
      bands: payload.lanes.bands.map((band) => dated(band, "during")),
    });
    return Object.assign(model, { extent: S.dates.extent(model), told: S.dates.extent({ ...model, tracks: [] }) });
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

  S.timeline = { unpack, date, opened, inLanguage };
})((globalThis.sidelines = globalThis.sidelines || {}));
