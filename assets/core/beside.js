/**
 * What stands in the list below the events: claims that belong to none of them, and memberships, each a line that unfolds.
 * In: model, view. Out: the indices of those that the view chooses; neutral trees. What is folded away is a tree of its own,
 * to be made when it is first unfolded: a filter that changes must not pay for it.
 */
(function (S) {
  "use strict";

  const OPEN_UP_TO = 12; // more memberships than these are folded away

  const name = (model, id) => (model.actors[id] ? model.actors[id].name : id);

  /**
   * What the view chooses, by the rules for events, as app/beside.py does: {claims: [index], memberships: [index]}.
   * Memberships go with the lanes: what only an event can have says nothing of them, and one has one member, so that of
   * several countries any is meant.
   */
  function chosen(model, view) {
    const some = { ...view, match: "any", type: [], role: [], tag: [], place: [] };
    return {
      claims: S.filter.select(model.claimRows, view).rows,
      memberships: S.filter.select(model.membershipRows, some).rows,
    };
  }

  /** A line that unfolds: its picture, its year, its words; inside, all that is known of it, or nothing yet. */
  const folded = (data, image, year, words, inside) => [
    "li",
    {},
    [
      "details",
      data,
      [
        "summary",
        { class: "event" },
        ["img", { alt: "", width: "16", height: "11", src: image }],
        ["span", { class: "day" }, year],
        ["span", { class: "title", dir: "auto" }, ...words],
      ],
      inside && ["ul", { class: "claims" }, inside],
    ],
  ];

  /** A claim that belongs to no event: in a line what is claimed of when. */
  function claim(model, one, palette) {
    const parties = (one.parties || []).map((id) => name(model, id)).join(" – ");
    const head = [one.value, one.measure, parties, one.period_words].filter(Boolean).join(" · ");
    const image = S.symbols.swatch("fade", palette.claim);
    const year = S.list.yearIn(one.period);
    return folded({ "data-claim": one.id }, image, year, [head || one.id], S.panel.claim(model, one));
  }

  /** "participation suspended since 2022, by its own decision", its note and who says so. */
  function restriction(model, layer) {
    const words = model.words.membership;
    const by = layer.by ? `, ${words.by[layer.by]}` : "";
    return [
      "section",
      {},
      ["p", { class: "head" }, S.wording.sentence(`${words.restrictions[layer.kind]} ${layer.when}${by}`)],
      S.panel.line(layer.note),
      S.panel.sources(model, layer.citations),
    ];
  }

  /** All that is known of a membership by its index: since when, in what way, what lies on it, and who says so. */
  function facts(model, index) {
    const fact = model.memberships[index];
    const words = model.words.membership;
    const kind = fact.founder ? words.founder : words.kinds[fact.kind];
    const state = fact.status === "occurred" ? "" : model.words.event_statuses[fact.status];
    const all = [
      "li",
      { class: "claim" },
      ["p", { class: "head" }, `${name(model, fact.actor)} · ${name(model, fact.organisation)}`],
      ["p", {}, [kind, fact.when, state].filter(Boolean).join(" · ")],
      S.panel.line(fact.end_reason && words.ends[fact.end_reason]),
      S.panel.line(fact.note),
      S.panel.line(fact.confidence && `${model.words.confidence}: ${fact.confidence}`),
      S.panel.sources(model, fact.citations) || S.panel.line(model.words.no_sources),
      ...(fact.restrictions || []).map((layer) => restriction(model, layer)),
      fact.accounts ? ["h4", {}, model.words.accounts] : null,
      S.panel.accounts(model, fact.accounts),
      fact.origin ? ["p", { class: "from" }, `${model.words.file}: `, S.panel.origin(model, fact.origin)] : null,
    ];
    return ["ul", { class: "claims" }, all];
  }

  function membership(model, index, palette) {
    const fact = model.memberships[index];
    const words = model.words.membership;
    const organisation = model.actors[fact.organisation] || { name: fact.organisation };
    const { color, dash } = S.symbols.trackOf(
      model.theme,
      palette,
      Math.max(0, model.lanes.organisations.indexOf(fact.organisation)),
    );
    const said = [name(model, fact.actor), organisation.short || organisation.name, words.kinds[fact.kind], fact.when];
    if (fact.status !== "occurred") said.push(model.words.event_statuses[fact.status]);
    const layers = (fact.restrictions || []).map((layer) => `${words.restrictions[layer.kind]} ${layer.when}`);
    return folded(
      { "data-membership": fact.id, "data-index": String(index) },
      S.symbols.swatch("track", color, dash),
      S.list.yearIn(S.timeline.opened(fact.during)),
      [said.join(" · "), layers.length ? ["span", { class: "halted" }, ` ${layers.join("; ")}`] : ""],
      null,
    );
  }

  /** The memberships, the largest organisation first, its members by name. */
  function inOrder(model, indices) {
    const facts = model.memberships;
    const place = new Map(model.lanes.organisations.map((id, index) => [id, index]));
    const last = place.size;
    const of = (fact) => (place.has(fact.organisation) ? place.get(fact.organisation) : last);
    const key = (fact) => S.search.fold(name(model, fact.actor));
    return [...indices].sort((a, b) => of(facts[a]) - of(facts[b]) || S.search.compare(key(facts[a]), key(facts[b])));
  }

  /** A line for each of the memberships. */
  const memberships = (model, indices, palette) => [
    "ol",
    {},
    ...inOrder(model, indices).map((index) => membership(model, index, palette)),
  ];

  /**
   * The lists below that of the events, as trees; null for what is not chosen.
   * @param {{claims: number[], memberships: number[]}} beside see `chosen`
   */
  function lists(model, beside, palette) {
    const { words } = model;
    const claims = beside.claims.map((index) => claim(model, model.claims[index], palette));
    const count = beside.memberships.length;
    const title = words.membership.title.replace("{n}", S.notices.grouped(count));
    const isOpen = count <= OPEN_UP_TO;
    return [
      claims.length ? ["section", {}, ["h3", {}, words.claims_alone], ["ol", {}, ...claims]] : null,
      count
        ? [
            "details",
            { class: "memberships", ...(isOpen ? { open: "" } : {}) },
            ["summary", {}, ["h3", {}, title]],
            isOpen ? memberships(model, beside.memberships, palette) : null,
          ]
        : null,
    ];
  }

  S.beside = { chosen, lists, memberships, facts };
})((globalThis.sidelines = globalThis.sidelines || {}));
