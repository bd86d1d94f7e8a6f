/**
 * The choices that a view has, by name. The twin of the class Vocabulary in app/vocabulary.py.
 * In: the vocabulary of a timeline, {parameter: [{id, names, many?, codes?}]}. Out: entries of it; it is never changed.
 */
(function (S) {
  "use strict";

  // A parameter whose values are those of others.
  const SHARED = { order: ["country", "org"] };
  // The indexes of each vocabulary, for as long as it is in use.
  const INDEXES = new WeakMap();

  /** The choices of a parameter, in the order in which they are offered. */
  const offered = (vocabulary, parameter) =>
    (SHARED[parameter] || [parameter]).flatMap((name) => vocabulary[name] || []);

  function index(entries) {
    const byName = new Map();
    const add = (key, entry) => key && !byName.has(key) && byName.set(key, entry);
    for (const entry of entries) add(S.search.fold(entry.id), entry);
    for (const entry of entries)
      for (const name of entry.names.concat(entry.codes || [])) add(S.search.fold(name), entry);
    return { byId: new Map(entries.map((entry) => [entry.id, entry])), byName };
  }

  function indexOf(vocabulary, parameter) {
    if (!INDEXES.has(vocabulary)) INDEXES.set(vocabulary, new Map());
    const indexes = INDEXES.get(vocabulary);
    if (!indexes.has(parameter)) indexes.set(parameter, index(offered(vocabulary, parameter)));
    return indexes.get(parameter);
  }

  /** The choice that `value` names by id or by any name, whatever its case and accents, or null; ids come first. */
  function find(vocabulary, parameter, value) {
    const { byId, byName } = indexOf(vocabulary, parameter);
    return byId.get(value) || byName.get(S.search.fold(value)) || null;
  }

  /** Every folded id and name of the parameter with what it means, ids first: [[text, entry]]. */
  const known = (vocabulary, parameter) => [...indexOf(vocabulary, parameter).byName];

  /** The name of an entry to show. */
  const nameOf = (entry) => (entry.names.length ? entry.names[0] : entry.id);

  /** The name to show for the id of a choice; the id itself where it is not known. */
  function name(vocabulary, parameter, id) {
    const entry = find(vocabulary, parameter, id);
    return entry ? nameOf(entry) : id;
  }

  S.choices = { find, known, name, nameOf, offered };
})((globalThis.sidelines = globalThis.sidelines || {}));
