/**
 * The legend of what the drawing now contains, and nothing else.
 * In: model and arrangement. Out: a neutral tree.
 */
(function (S) {
  "use strict";

  function entry(src, words, width) {
    return ["li", {}, ["img", { src, alt: "", width: String(width), height: "16" }], words];
  }

  /** Families of the drawn marks, in the theme's order. */
  function families(model, marks) {
    const drawn = new Set(marks.filter((mark) => mark.type).map((mark) => model.theme.family_of_type[mark.type] || model.theme.family_of_type.other));
    return Object.keys(model.theme.families).filter((name) => drawn.has(name));
  }

  function statuses(marks) {
    const seen = new Set(marks.map((mark) => mark.status));
    return ["absent", "declined", "expelled", "suspended", "represented", "virtual", "invited", "unknown"].filter((status) => seen.has(status));
  }

  /** Events inside bundles count too: what a bundle hides still belongs to the window. */
  function allMarks(model, drawn) {
    const inside = drawn.marks.filter((mark) => mark.events).flatMap((mark) => mark.events.map((index) => ({ type: model.events[index].type })));
    return [...drawn.marks.filter((mark) => !mark.events), ...inside];
  }

  const merged = (panels, name) => panels.flatMap((panel) => panel[name]);

  /** The legend of all panels of a drawing. */
  function legend(model, panels, palette) {
    const { words, theme } = model;
    const drawn = Object.fromEntries(["marks", "tracks", "ties", "bands", "widths", "claims"].map((name) => [name, merged(panels, name)]));
    const marks = allMarks(model, drawn);
    const typeOf = (family) => Object.keys(theme.family_of_type).find((type) => theme.family_of_type[type] === family);
    const icon = (mark) => S.symbols.icon({ state: "", ...mark }, theme, palette);
    const first = marks.find((mark) => mark.type) || { type: "summit" };
    const organisations = model.lanes.organisations.filter((id) => drawn.tracks.some((track) => track.organisation === id));
    return [
      "ul", { class: "legend" },
      ...families(model, marks).map((family) => entry(icon({ type: typeOf(family), status: "attended" }), words.families[family], 16)),
      ...(marks.some((mark) => mark.host) ? [entry(icon({ type: marks.find((mark) => mark.host).type, status: "attended", host: true }), words.host, 16)] : []),
      ...statuses(marks).map((status) => entry(icon({ type: (marks.find((mark) => mark.status === status) || first).type, status }), status === "unknown" ? words.unknown : sentence(words.statuses[status]), 16)),
      ...(drawn.marks.some((mark) => mark.count) ? [entry(S.symbols.swatch("bundle", palette.edge, palette.card), words.bundle, 24)] : []),
      ...(drawn.ties.length ? [entry(S.symbols.swatch("tie", palette[S.symbols.familyOf(theme, drawn.ties[0].type).colour]), words.tie, 24)] : []),
      ...(drawn.bands.length ? [entry(S.symbols.swatch("hatch", palette.suspension, palette.suspensionground), words.suspended, 24)] : []),
      ...(drawn.widths.some((band) => band.kind === "single") ? [entry(S.symbols.swatch("fade", palette.edge), words.year_only, 24)] : []),
      ...(drawn.widths.some((band) => band.kind === "before") ? [entry(S.symbols.swatch("tail", palette.edge), words.before, 24)] : []),
      ...(drawn.claims.length ? [entry(S.symbols.swatch("fade", palette.claim), words.claim, 24)] : []),
      ...organisations.map((id) => entry(S.symbols.swatch("track", palette[theme.tracks[model.lanes.organisations.indexOf(id) % theme.tracks.length]]), words.members.replace("{organisation}", model.actors[id].short || model.actors[id].name), 24)),
    ];
  }

  const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  S.legend = { legend };
})((globalThis.sidelines = globalThis.sidelines || {}));
