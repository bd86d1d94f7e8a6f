/**
 * View x selection -> one readable sentence: what is asked for, and how many events that gives. In: a view, the
 * vocabulary and a selection {ids, possible}. Out: plain English without a full stop. The twin of app/sentence.py.
 */
(function (S) {
  "use strict";

  const NAMED = 5;
  const MONTHS = [
    ...["January", "February", "March", "April", "May", "June", "July"],
    ...["August", "September", "October", "November", "December"],
  ];

  /** The names as a list in words; more than five are counted. */
  function joined(names, word, plural) {
    if (names.length > NAMED) return `${word === "and" ? "all" : "any"} of ${names.length} ${plural}`;
    return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${word} ${names[names.length - 1]}` : names[0];
  }

  function namesOf(view, parameter, vocabulary, plural) {
    const names = view[parameter].map((id) => S.choices.name(vocabulary, parameter, id));
    return joined(names, "or", plural);
  }

  /** In what role, and whether it came: " as host or chair (absent)"; "" when neither is asked for. */
  function capacity(view, vocabulary) {
    const roles = view.role.length ? ` as ${namesOf(view, "role", vocabulary, "roles")}` : "";
    return view.status.length ? `${roles} (${namesOf(view, "status", vocabulary, "statuses")})` : roles;
  }

  function who(view, vocabulary) {
    const how = capacity(view, vocabulary);
    const said = [];
    if (view.country.length) {
      const names = view.country.map((code) => S.choices.name(vocabulary, "country", code));
      const mentioned = view.mentions && !view.role.length && !view.status.length ? " (taking part or mentioned)" : "";
      said.push(joined(names, view.match === "all" ? "and" : "or", "countries") + how + mentioned);
    }
    const withThem = said.length ? "with " : "";
    if (view.person.length) said.push(withThem + namesOf(view, "person", vocabulary, "people") + how);
    return how && !said.length ? [`any participant${how}`] : said;
  }

  /** A day, month or year in words: "22 December 2025", "December 2025", "2025". */
  function date(text) {
    const [year, month, day] = text.split("-").map(Number);
    return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  /** The dates asked for; both are inclusive, so the end needs no more words than "until". */
  function when(begin, end) {
    if (begin && begin === end) return `${/-[0-9]{2}-[0-9]{2}$/.test(begin) ? "on" : "in"} ${date(begin)}`;
    if (begin && end) return `from ${date(begin)} to ${date(end)}`;
    return begin ? `since ${date(begin)}` : `until ${date(end)}`;
  }

  function parts(view, vocabulary) {
    const plural = (entry) => entry && (entry.many || S.choices.nameOf(entry));
    const types = view.type.map((id) => plural(S.choices.find(vocabulary, "type", id)) || id);
    const some = (parameter, before, plurals) =>
      view[parameter].length ? [`${before} ${namesOf(view, parameter, vocabulary, plurals)}`] : [];
    const certainly = view.dates === "certain" ? "certainly " : "";
    return [
      ...who(view, vocabulary),
      ...(types.length ? [joined(types, "or", "event types")] : []),
      ...some("org", "organisation", "organisations"),
      ...some("place", "in", "places"),
      ...some("tag", "tagged", "tags"),
      ...some("source", "citing", "sources"),
      ...(view.from || view.to ? [certainly + when(view.from, view.to)] : []),
      ...(view.q ? [`matching “${view.q}”`] : []),
    ];
  }

  /** What is asked for: "Armenia or Kazakhstan, bilateral meetings, since 2020"; "All events" when nothing is. */
  function filter(view, vocabulary) {
    const said = parts(view, vocabulary).join(", ") || "all events";
    return said[0].toUpperCase() + said.slice(1);
  }

  /** What a view is called: the collection's title and what is asked for; the title alone where nothing is. */
  const titled = (title, view, vocabulary) =>
    parts(view, vocabulary).length ? `${title}: ${filter(view, vocabulary)}` : title;

  /** How many events there are, and how many of them only possibly: "12 events, 2 of them possibly". */
  function count(selection) {
    const { possible } = selection;
    const all = selection.ids.length;
    if (all === 1) return possible ? "1 event, possibly" : "1 event";
    const howMany = possible === all ? "all" : S.notices.grouped(possible);
    return `${S.notices.grouped(all)} events${possible ? `, ${howMany} of them possibly` : ""}`;
  }

  /** The whole sentence: "Armenia or Kazakhstan, since 2020: 12 events, 2 of them possibly". */
  const view = (chosen, vocabulary, selection) => `${filter(chosen, vocabulary)}: ${count(selection)}`;

  S.sentence = { view, filter, titled, count };
})((globalThis.sidelines = globalThis.sidelines || {}));
