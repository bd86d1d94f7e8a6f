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
  const distinct = (values) => Array.from(new Set(values));

  // The choices of each facet that a row has.
  const PRESENT = {
    country: (row) =>
      distinct([...row.participants.map((part) => part.country).filter(Boolean), ...(row.mentions || [])]),
    person: (row) => distinct(row.participants.flatMap((part) => part.people || [])),
    role: (row) => distinct(row.participants.map((part) => part.role)),
    status: (row) => distinct(row.participants.map((part) => part.status)),
    org: (row) => row.organisations || [],
    source: (row) => row.sources || [],
    tag: (row) => row.tags || [],
    type: (row) => [row.type],
  };

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

  /** The number of events that each choice would show if it were the only one of its parameter, all else staying. */
  function count(rows, view) {
    const checks = S.filter.checks(view);
    const facets = Object.entries(FACETS).map(([facet, check]) => {
      const test = check === "who" ? testsOf(view, facet) : () => true;
      return { facet, check, test, counts: new Map() };
    });
    for (const row of rows) {
      const reason = obstacle(row, checks);
      if (reason === null) continue;
      for (const { facet, check, test, counts } of facets) {
        if (reason !== "" && reason !== check) continue;
        for (const choice of PRESENT[facet](row)) {
          if (test(row, choice)) counts.set(choice, (counts.get(choice) || 0) + 1);
        }
      }
    }
    return Object.fromEntries(facets.map(({ facet, counts }) => [facet, Object.fromEntries([...counts].sort())]));
  }

  S.facets = { count };
})((globalThis.sidelines = globalThis.sidelines || {}));
