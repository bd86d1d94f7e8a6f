/**
 * View x rows -> what each choice would give: the counts beside the controls. The twin of app/facets.py.
 * In: rows and a view. Out: {parameter: {choice: number of events}}; choices that would show nothing are left out.
 */
(function (S) {
  "use strict";

  // parameter -> the check that it belongs to (filter.js)
  const FACETS = {
    country: "who",
    person: "who",
    role: "who",
    status: "who",
    org: "org",
    source: "source",
    tag: "tag",
    type: "type",
  };
  const distinct = (values) => (values.length < 2 ? values : [...new Set(values)]);

  /** An object that has the pairs and nothing else, so that a tag may be called "constructor". */
  const dictionary = (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs));

  // The choices of each facet that a row has, of countries those that are only mentioned apart.
  const PRESENT = {
    country: (row) => distinct(row.participants.map((part) => part.country).filter(Boolean)),
    mention: (row) => row.mentions || [],
    person: (row) => distinct(row.participants.flatMap((part) => part.people || [])),
    role: (row) => distinct(row.participants.map((part) => part.role)),
    status: (row) => distinct(row.participants.map((part) => part.status)),
    org: (row) => row.organisations || [],
    source: (row) => row.sources || [],
    tag: (row) => row.tags || [],
    type: (row) => [row.type],
  };

  // What a row has does not change with the view, and every change of the view asks for it again.
  const KNOWN = Object.fromEntries(Object.keys(PRESENT).map((facet) => [facet, new WeakMap()]));

  function present(facet, row) {
    const known = KNOWN[facet];
    if (!known.has(row)) known.set(row, PRESENT[facet](row));
    return known.get(row);
  }

  /** As `present`; of countries those that are only mentioned, too, where the view counts them. */
  function choices(facet, row, view) {
    const own = present(facet, row);
    const mentioned = facet === "country" && view.mentions ? present("mention", row) : [];
    return mentioned.length ? distinct([...own, ...mentioned]) : own;
  }

  /** Whether a choice that a row has may still not show it, since the view asks more of those who take part. */
  const asksMore = (view, facet) =>
    ["country", "person", "role", "status"].some(
      (name) => view[name].length > 0 && (name !== facet || (name === "country" && view.match === "all")),
    );

  /** The view with one choice of a facet instead of those chosen; with `match=all` a country is added to them. */
  function chosen(view, facet, choice) {
    const others = facet === "country" && view.match === "all" ? view.country : [];
    return Object.assign({}, view, { [facet]: [...others, choice] });
  }

  /** choice -> whether a row that has it would be shown under it, made once for every choice. */
  function testsOf(view, facet) {
    const views = new Map();
    return (row, choice) => {
      if (!views.has(choice)) views.set(choice, chosen(view, facet, choice));
      return S.filter.takesPart(row, views.get(choice));
    };
  }

  /** The check that alone keeps a row out, "" if none does, null if more than one does. */
  function obstacle(row, checks) {
    let name = "";
    for (const [check, holds] of checks) {
      if (holds(row)) continue;
      if (name) return null;
      name = check;
    }
    return name;
  }

  /**
   * The number of events that each choice would show if it were the only one of its parameter, all else staying.
   * @param {string[]} [names] the facets that are counted, else all
   */
  function count(rows, view, names = Object.keys(FACETS)) {
    const checks = S.filter.checks(view);
    const facets = names.map((facet) => {
      const check = FACETS[facet];
      const test = check === "who" && asksMore(view, facet) ? testsOf(view, facet) : null;
      return { facet, check, test, counts: new Map() };
    });
    for (const row of rows) {
      const reason = obstacle(row, checks);
      if (reason === null) continue;
      for (const { facet, check, test, counts } of facets) {
        if (reason !== "" && reason !== check) continue;
        for (const choice of choices(facet, row, view)) {
          if (!test || test(row, choice)) counts.set(choice, (counts.get(choice) || 0) + 1);
        }
      }
    }
    return Object.fromEntries(facets.map(({ facet, counts }) => [facet, dictionary([...counts].sort())]));
  }

  S.facets = { count };
})((globalThis.sidelines = globalThis.sidelines || {}));
