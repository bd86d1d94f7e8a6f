/**
 * The menu of filters: every choice with the number of events that it would give.
 * In: model, view, counts of facets.js, words typed to find a choice. Out: a neutral tree.
 */
(function (S) {
  "use strict";

  const FACETS = ["status", "role", "org", "person", "tag", "source"];
  const MOST = 40;

  /** The parameters that choose events, as they are where nothing is chosen. */
  const UNFILTERED = {
    country: [],
    role: [],
    status: [],
    type: [],
    org: [],
    person: [],
    tag: [],
    place: [],
    source: [],
    from: null,
    to: null,
    q: "",
  };

  /** Whether a view chooses among the events. */
  const isFiltered = (view) =>
    Object.keys(UNFILTERED).some((name) => (Array.isArray(view[name]) ? view[name].length > 0 : Boolean(view[name])));

  /** How many choices the menu holds that are made, countries and the search box apart. */
  const chosenCount = (view) =>
    [...FACETS, "place"].reduce((sum, name) => sum + view[name].length, 0) +
    [view.from, view.to, view.mentions].filter(Boolean).length;

  function chip(facet, id, name, count, pressed) {
    return [
      "button",
      {
        type: "button",
        class: count || pressed ? "chip" : "chip nil",
        [`data-${facet}`]: id,
        "aria-pressed": String(pressed),
      },
      `${name} `,
      ["span", { class: "count" }, count],
    ];
  }

  /** The choices of a facet: those made first, then by what they give; only those that fit the typed words. */
  function choices(model, view, facet, counts, wanted) {
    const entries = model.vocabulary[facet].map((entry) => ({
      id: entry.id,
      name: S.choices.nameOf(entry),
      count: counts[entry.id] || 0,
      pressed: view[facet].includes(entry.id),
    }));
    const fits = (entry) =>
      entry.pressed || (entry.count && (!wanted || S.search.contains(S.search.fold(entry.name), wanted)));
    return entries
      .filter(fits)
      .sort((a, b) => Number(b.pressed) - Number(a.pressed) || b.count - a.count || (a.name < b.name ? -1 : 1));
  }

  function facetSection(model, view, facet, counts, wanted) {
    const all = choices(model, view, facet, counts, wanted);
    if (!all.length) return null;
    const rest = all.length - MOST;
    return [
      "fieldset",
      {},
      ["legend", {}, model.words.facets[facet]],
      [
        "div",
        { class: "chips" },
        ...all.slice(0, MOST).map((one) => chip(facet, one.id, one.name, one.count, one.pressed)),
        rest > 0 ? ["span", { class: "rest" }, model.words.facet_rest.replace("{n}", rest)] : null,
      ],
    ];
  }

  function dateSection(model, view) {
    const words = model.words;
    const field = (name) => [
      "label",
      {},
      words[`date_${name}`],
      [
        "input",
        {
          type: "text",
          "data-date": name,
          value: view[name] || "",
          placeholder: "2022-05",
          size: "11",
          spellcheck: "false",
          autocomplete: "off",
        },
      ],
    ];
    const choice = (value) => [
      "button",
      { type: "button", class: "tool", "data-dates": value, "aria-pressed": String(view.dates === value) },
      words[`dates_${value}`],
    ];
    return [
      "fieldset",
      {},
      ["legend", {}, words.date_range],
      [
        "div",
        { class: "fields" },
        field("from"),
        field("to"),
        ["span", { class: "segments" }, choice("possible"), choice("certain")],
      ],
    ];
  }

  /** Places: those chosen, and a field that proposes all. One may be named in part and so hold another: they are not counted. */
  function placeSection({ vocabulary, words }, view) {
    if (!vocabulary.place.length) return null;
    const pressed = (id) => [
      "button",
      { type: "button", class: "chip", "data-place": id, "aria-pressed": "true" },
      S.choices.name(vocabulary, "place", id),
    ];
    const field = { type: "text", "data-place-add": "1", list: "places", spellcheck: "false", autocomplete: "off" };
    return [
      "fieldset",
      {},
      ["legend", {}, words.places],
      ["div", { class: "chips" }, ...view.place.map(pressed)],
      ["div", { class: "fields" }, ["label", {}, words.place_add, ["input", field]]],
      ["datalist", { id: "places" }, ...vocabulary.place.map((one) => ["option", { value: S.choices.nameOf(one) }])],
    ];
  }

  /** Countries by region or by membership on a day: one click chooses them all. */
  function countrySection(model, view) {
    const words = model.words;
    const regions = new Map();
    model.lanes.order.forEach((lane) => {
      if (lane.region && lane.region !== model.lanes.no_group)
        regions.set(lane.region, [...(regions.get(lane.region) || []), lane.id]);
    });
    const region = ([slug, ids]) => [
      "button",
      { type: "button", class: "chip", "data-choose": ids.join(",") },
      `${S.wording.fromSlug(slug)} `,
      ["span", { class: "count" }, ids.length],
    ];
    const organisation = (id) => ["option", { value: id }, model.actors[id].short || model.actors[id].name];
    const day = S.calendar.iso(S.calendar.dayStart((model.extent || [0, 1])[1] - 1));
    return [
      "fieldset",
      {},
      ["legend", {}, words.choose_countries],
      ["div", { class: "chips" }, ...[...regions].sort().map(region)],
      model.lanes.organisations.length
        ? [
            "div",
            { class: "fields" },
            [
              "label",
              {},
              words.members_of,
              ["select", { id: "members-of" }, ...model.lanes.organisations.map(organisation)],
            ],
            [
              "label",
              {},
              words.members_on,
              [
                "input",
                { type: "text", id: "members-on", value: day, size: "11", spellcheck: "false", autocomplete: "off" },
              ],
            ],
            ["button", { type: "button", class: "tool", "data-members": "1" }, words.choose],
          ]
        : null,
      [
        "button",
        { type: "button", class: "tool", "data-mentions": "1", "aria-pressed": String(view.mentions) },
        words.mentions_too,
      ],
    ];
  }

  /** The states that are, or may be, in an organisation at a moment: full and associate members. */
  function membersAt(model, organisation, at) {
    const open = (end, fallback) => (end === null ? fallback : end);
    return model.tracks
      .filter(
        (track) =>
          track.organisation === organisation &&
          ["full", "associate"].includes(track.kind) &&
          open(track.during.first.earliest, -Infinity) <= at &&
          at < open(track.during.last.latest, Infinity),
      )
      .map((track) => track.lane);
  }

  /** The whole menu. `wanted` is what was typed into its search box. */
  function panel(model, view, counts, wanted) {
    const folded = S.search.fold(wanted || "");
    return [
      "div",
      { class: "facets" },
      ...FACETS.map((facet) => facetSection(model, view, facet, counts[facet] || {}, folded)).filter(Boolean),
      placeSection(model, view),
      dateSection(model, view),
      countrySection(model, view),
    ];
  }

  S.menu = { panel, chosenCount, membersAt, isFiltered, UNFILTERED };
})((globalThis.sidelines = globalThis.sidelines || {}));
