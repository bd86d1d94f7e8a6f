/**
 * Model x ids -> what a download holds: the events chosen, and all that they lean on. The twin of app/export/selection.py,
 * where its rules are written.
 * In: the model (timeline.js) and ids. Out: {collection, view, asked, total, isWhole, events, claims, memberships, declared, actors,
 * words, name(actor)} and, as maps by id, {sources, titles}; nothing computed.
 */
(function (S) {
  "use strict";

  // The parameters of a view that choose events; the others say how they are shown.
  const FILTERS = new Set(
    "country match mentions role status type org person tag place source from to dates q".split(" "),
  );

  // What a download depends on: besides them the language.
  const ASKED = new Set([...FILTERS, "lang"]);

  const NOTHING = Object.freeze([]);
  const byCode = (one, other) => (one < other ? -1 : Number(one > other));

  const parts = (query, names) =>
    query
      .split("&")
      .filter((part) => names.has(part.split("=")[0]))
      .join("&");

  /** The part of a canonical query that chooses events. */
  const filterOf = (query) => parts(query, FILTERS);

  const languageOf = (query) => parts(query, new Set(["lang"])).replace("lang=", "");

  /** The organisations and people of the collection, by id. */
  function declaredIn(model) {
    const all = Object.entries(model.actors).filter(([, fact]) => fact.declared);
    return new Map(all.map(([id, fact]) => [id, { id, kind: fact.kind, ...fact.declared }]));
  }

  /** Every actor that entries name, also where a text may happen to be the id of one. */
  function actorsIn(entries) {
    const found = new Set();
    for (const entry of entries) {
      for (const field of ["actor", "organisation", "speaker", "speaker_actor"])
        if (entry[field]) found.add(entry[field]);
      for (const field of ["organisations", "mentions", "parties"])
        (entry[field] || NOTHING).forEach((id) => found.add(id));
      for (const part of entry.participants || NOTHING) {
        for (const field of ["actor", "person", "represented_by", "announced_by"])
          if (part[field]) found.add(part[field]);
      }
    }
    return found;
  }

  /** The ids, with the organisations in which the people among them hold an office. */
  function reached(known, ids) {
    const offices = [...ids].flatMap((id) => (known.has(id) && known.get(id).offices) || NOTHING);
    return new Set([...ids, ...offices.map((office) => office.actor).filter(Boolean)]);
  }

  /** The ids of all sources that entries and what stands in them cite. */
  function sourcesIn(entries) {
    const found = new Set();
    const note = (thing) => (thing.citations || NOTHING).forEach((citation) => found.add(citation.source));
    for (const entry of entries) {
      note(entry);
      for (const field of ["participants", "accounts", "restrictions"]) (entry[field] || NOTHING).forEach(note);
    }
    return found;
  }

  /**
   * The content of a download of the events, claims and memberships with these ids.
   * @param {object} model  @param {string[]} ids  @param {string} query the canonical view behind them
   */
  function choose(model, ids, query = "") {
    const wanted = new Set(ids);
    const { events } = S.timeline.inLanguage(
      { events: model.events.filter((event) => wanted.has(event.id)) },
      languageOf(query),
    );
    const isWhole = events.length === model.events.length;
    const claims = model.claims.filter((claim) => isWhole || wanted.has(claim.id) || wanted.has(claim.said_at));
    const there = new Set(events.flatMap((event) => (event.participants || NOTHING).map((part) => part.actor)));
    const memberships = model.memberships.filter((fact) => isWhole || there.has(fact.actor) || wanted.has(fact.id));
    const known = declaredIn(model);
    const named = isWhole ? new Set(known.keys()) : reached(known, actorsIn([...events, ...claims, ...memberships]));
    const declared = [...known.keys()]
      .filter((id) => named.has(id))
      .sort(byCode)
      .map((id) => known.get(id));
    const cited = sourcesIn([...events, ...claims, ...memberships, ...declared]);
    const sources = Object.keys(model.sources)
      .filter((id) => isWhole || cited.has(id))
      .sort(byCode);
    return {
      collection: model.collection,
      view: filterOf(query),
      asked: parts(query, ASKED),
      total: model.events.length,
      isWhole,
      events,
      claims,
      memberships,
      sources: new Map(sources.map((id) => [id, { id, ...model.sources[id] }])),
      declared,
      actors: model.actors,
      titles: new Map(model.events.map((event) => [event.id, S.exports.plain.wordsOf(event, "title", "titles")])),
      words: model.words,
      name: (id) => (Object.hasOwn(model.actors, id) ? model.actors[id].name : id),
    };
  }

  S.exports = S.exports || {};
  S.exports.selection = { FILTERS, ASKED, choose, filterOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
