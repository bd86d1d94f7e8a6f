/**
 * The details of one event as a neutral tree: who was there, who was absent, and who says so.
 * In: model and event index. Out: [tag, attributes, ...children]; texts are texts, links only http, https and mailto.
 */
(function (S) {
  "use strict";

  /** A link if its scheme is allowed, else the words alone. */
  function link(url, words) {
    return /^(https?:\/\/|mailto:)/i.test(url || "")
      ? ["a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words]
      : ["span", {}, words];
  }

  const name = (model, id) => (model.actors[id] ? model.actors[id].name : id);
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const line = (words) => (words ? ["p", { class: "line" }, words] : null);

  function section(title, className, ...children) {
    const kept = children.filter(Boolean);
    return kept.length ? ["section", { class: className }, ["h3", {}, title], ...kept] : null;
  }

  /** "“…” — Title, publisher, date, locator · archived copy" of one citation. */
  function cited(model, citation) {
    const source = model.sources[citation.source] || { title: citation.source };
    const facts = [source.author, source.publisher, source.issued, citation.locator].filter(Boolean).join(", ");
    return [
      "li",
      { class: "source" },
      citation.quote
        ? ["blockquote", source.lang ? { lang: source.lang, dir: "auto" } : { dir: "auto" }, citation.quote]
        : null,
      [
        "p",
        { class: "from" },
        source.url ? link(source.url, source.title) : ["cite", {}, source.title],
        facts ? ` · ${facts}` : "",
        source.archived ? " · " : "",
        source.archived ? link(source.archived, model.words.archived) : "",
      ],
    ];
  }

  function sources(model, citations) {
    return citations && citations.length
      ? ["ul", { class: "sources" }, ...citations.map((one) => cited(model, one))]
      : null;
  }

  /** What a participation adds to the state's name: "host", "absent", "presence not stated". */
  function standing(model, event, part) {
    const role = part.role === "participant" || part.role === "member" ? "" : model.words.roles[part.role];
    const silent = part.status === "attended" || (part.status === "unknown" && !event.presence);
    return [role, silent ? "" : model.words.statuses[part.status]].filter(Boolean).join(", ");
  }

  function tone(part, event) {
    if (["absent", "declined", "expelled"].includes(part.status)) return "away";
    if (part.status === "suspended") return "halted";
    if (part.role === "host") return "host";
    return part.status === "unknown" && event.presence ? "open" : "there";
  }

  function participant(model, event, part) {
    const words = model.words;
    const more = standing(model, event, part);
    const person = part.person ? [name(model, part.person), part.office].filter(Boolean).join(", ") : "";
    const lines = [
      part.represented_by ? `${words.represented_by} ${name(model, part.represented_by)}` : "",
      part.reason ? `${words.reason}: ${part.reason}` : "",
      part.announced_by ? `${words.announced_by} ${name(model, part.announced_by)}` : "",
      part.note || "",
      words.part_bases[part.basis] || "",
    ].filter(Boolean);
    return [
      "li",
      { class: `part ${tone(part, event)}${person || lines.length || part.citations ? " full" : ""}` },
      ["span", { class: "chip" }, name(model, part.actor), more ? ` · ${more}` : ""],
      person ? ["span", { class: "who" }, ` ${person}`] : null,
      ...lines.map((line) => ["span", { class: "line" }, line]),
      sources(model, part.citations),
    ];
  }

  const plainPart = (part) =>
    (!part.basis || part.basis === "stated") &&
    !part.person &&
    !part.reason &&
    !part.note &&
    !part.citations &&
    !part.announced_by &&
    !part.represented_by;

  /** The participants; those of whom nothing more is known than one common status stand together under it. */
  function participants(model, event) {
    const alike = new Map();
    const shared = (part) =>
      plainPart(part) &&
      ["member", "participant"].includes(part.role) &&
      part.status !== "attended" &&
      (part.status !== "unknown" || event.presence);
    event.participants
      .filter(shared)
      .forEach((part) => alike.set(part.status, [...(alike.get(part.status) || []), part]));
    const grouped = new Set([...alike.values()].filter((list) => list.length > 1).flat());
    const single = event.participants.filter((part) => !grouped.has(part));
    const groups = [...alike].filter(([, list]) => list.length > 1);
    return [
      "ul",
      { class: "parts", "aria-label": model.words.participants },
      ...single.map((part) => participant(model, event, part)),
      ...groups.map(([status, list]) => [
        "li",
        { class: `part full ${tone(list[0], event)}` },
        ["span", { class: "line" }, `${S.wording.sentence(model.words.statuses[status])}:`],
        [
          "ul",
          { class: "parts" },
          ...list.map((part) => [
            "li",
            { class: `part ${tone(part, event)}` },
            ["span", { class: "chip" }, name(model, part.actor)],
          ]),
        ],
      ]),
    ];
  }

  const jump = (model, id) => {
    const index = model.indexOf.get(id);
    const event = index === undefined ? null : model.events[index];
    return event
      ? [
          "button",
          { type: "button", class: "jump", "data-open": id },
          ["span", {}, event.title],
          ["small", {}, event.when],
        ]
      : ["span", {}, id];
  };

  const jumps = (model, ids) =>
    ids.length ? ["ul", { class: "jumps" }, ...ids.map((id) => ["li", {}, jump(model, id)])] : null;

  function related(model, event) {
    const words = model.words.relations;
    return (event.relations || []).map(([kind, id]) => [
      "p",
      { class: "relation" },
      `${words[kind]}: `,
      jump(model, id),
    ]);
  }

  /** One claim: its figure or words, its period, who says it, its quote. */
  function claim(model, one) {
    const speaker = name(model, one.speaker) + (one.speaker_actor ? ` (${name(model, one.speaker_actor)})` : "");
    const head = [one.measure, (one.parties || []).map((id) => name(model, id)).join(" – "), one.period_words]
      .filter(Boolean)
      .join(" · ");
    return [
      "li",
      { class: "claim" },
      ["p", { class: "head" }, head],
      one.value ? ["p", { class: "value" }, one.value] : null,
      one.text ? ["p", {}, one.text] : null,
      one.quote ? ["blockquote", { dir: "auto" }, one.quote] : null,
      ["p", { class: "from" }, fill(model.words.said_by, { speaker }), one.said_on ? ` · ${one.said_on}` : ""],
      line(one.note),
      line(one.confidence && `${model.words.confidence}: ${one.confidence}`),
      accounts(model, one.accounts),
      sources(model, one.citations),
    ];
  }

  function accounts(model, list) {
    if (!list || !list.length) return null;
    return [
      "ul",
      { class: "accounts" },
      ...list.map((one) => [
        "li",
        {},
        [
          "p",
          {},
          ["b", {}, `${one.attribute}: `],
          one.value,
          one.when && one.when !== one.value ? ` (${one.when})` : "",
          one.preferred ? ["em", {}, ` · ${model.words.preferred}`] : "",
        ],
        line(one.reason),
        sources(model, one.citations),
      ]),
    ];
  }

  function heading(model, event, palette) {
    const mark = { type: event.type, status: "attended", state: event.status || "" };
    return [
      [
        "p",
        { class: "kind" },
        ["img", { src: S.symbols.icon(mark, model.theme, palette), alt: "", width: "16", height: "16" }],
        model.words.types[event.type],
        event.status ? ["span", { class: "state" }, event.status] : "",
      ],
      ["h2", { tabindex: "-1" }, event.title],
      [
        "p",
        { class: "when" },
        [event.when, event.place || (event.presence && model.words.place_unknown)].filter(Boolean).join(" · "),
      ],
      ["p", { class: "precision" }, event.precision],
      event.as_written ? ["p", { class: "precision" }, `${model.words.as_written}: “${event.as_written}”`] : null,
    ];
  }

  /** Where an event is written, `file:line`; a link where the server shows the files. */
  function origin({ source_root: root }, written) {
    if (!root) return written;
    const at = written.lastIndexOf(":");
    const path = written.slice(0, at).split("/").map(encodeURIComponent).join("/");
    return ["a", { href: `${root}${path}#L${written.slice(at + 1)}`, target: "_blank" }, written];
  }

  /** The details of an event by its index. */
  function details(model, index, palette) {
    const event = model.events[index];
    const words = model.words;
    const sidelines = model.events.filter((one) => one.part_of === event.id).map((one) => one.id);
    const claims = model.claims.filter((one) => one.said_at === event.id);
    return [
      "article",
      { "data-shown": event.id },
      ...heading(model, event, palette),
      event.participants ? participants(model, event) : line(words.participants_unknown),
      event.summary ? ["p", { class: "summary" }, event.summary] : null,
      line(event.note),
      event.part_of ? section(words.part_of, "tie", jump(model, event.part_of)) : null,
      section(words.sidelines, "tie", jumps(model, sidelines)),
      section(words.related, "tie", ...related(model, event)),
      section(words.claims, "claims", claims.length ? ["ul", {}, ...claims.map((one) => claim(model, one))] : null),
      section(words.accounts, "differ", accounts(model, event.accounts)),
      event.mentions
        ? section(words.mentions, "mentions", ["p", {}, event.mentions.map((id) => name(model, id)).join(", ")])
        : null,
      section(words.facets.org, "about", line((event.organisations || []).map((id) => name(model, id)).join(", "))),
      section(words.facets.tag, "about", line((event.tags || []).join(", "))),
      section(words.sources, "evidence", sources(model, event.citations) || line(words.no_sources)),
      ["button", { type: "button", class: "tool cite-event", "data-share-open": "event" }, words.cite_event],
      [
        "p",
        { class: "facts" },
        [event.confidence ? `${words.confidence}: ${event.confidence}` : "", ...(event.codes || []), event.id]
          .filter(Boolean)
          .join(" · "),
        ...(event.origin ? [` · ${words.file}: `, origin(model, event.origin)] : []),
      ],
    ].filter(Boolean);
  }

  /** What the panel says when no event is chosen. */
  const hint = (model) => [
    "article",
    {},
    ["h2", { tabindex: "-1" }, model.words.select_title],
    ["p", {}, model.events.length ? model.words.select_hint : model.words.empty],
  ];

  S.panel = { details, hint, line, claim, accounts, sources, origin };
})((globalThis.sidelines = globalThis.sidelines || {}));
