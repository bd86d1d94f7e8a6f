/**
 * What a view may choose from, of a timeline. The twin of the function `vocabulary` in app/vocabulary.py, where the rules
 * are written: what stands in the events and sources anyway is not sent a second time.
 * Needs: search
 * In: the vocabulary as sent, events (timeline.js), sources. Out: {parameter: [{id, names, many?, codes?}]}.
 */
(function (S) {
  "use strict";

  const { fold, compare } = S.search;

  /** The sources by their titles, those with the same title by their ids. */
  function sourcesOf(sources) {
    const entry = ([id, { title }]) => ({ key: fold(title || id), id, names: title ? [title] : [] });
    return Object.entries(sources)
      .map(entry)
      .sort((one, other) => compare(one.key, other.key) || compare(one.id, other.id))
      .map(({ id, names }) => ({ id, names }));
  }

  /** The countries, then the cities and venues in which something took place; one entry for what folds alike. */
  function placesOf(events, countries) {
    const sites = events.map((event) => event.site).filter(Boolean);
    const used = new Set(sites.map((site) => site.country));
    const names = new Set(sites.flatMap(({ venue, city }) => [venue, city]).filter(Boolean));
    const named = new Map([...names].sort(compare).map((name) => [fold(name), name]));
    named.delete("");
    return [
      ...countries.filter((entry) => used.has(entry.id)),
      ...[...named.keys()].sort(compare).map((id) => ({ id, names: [named.get(id)] })),
    ];
  }

  /** The whole vocabulary. */
  function whole(sent, events, sources) {
    const ids = events.map((event) => event.id).sort(); // of ASCII
    return {
      ...sent,
      event: ids.map((id) => ({ id, names: [] })),
      source: sourcesOf(sources),
      place: placesOf(events, sent.country),
    };
  }

  S.vocabulary = { whole };
})((globalThis.sidelines = globalThis.sidelines || {}));
