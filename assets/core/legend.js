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
    const drawn = new Set(
      marks
        .filter((mark) => mark.type)
        .map((mark) => model.theme.family_of_type[mark.type] || model.theme.family_of_type.other),
    );
    return Object.keys(model.theme.families).filter((name) => drawn.has(name));
  }

  function statuses(marks) {
    const seen = new Set(marks.filter((mark) => !S.symbols.isAhead(mark)).map((mark) => mark.status));
    return ["absent", "declined", "expelled", "suspended", "represented", "virtual", "invited", "unknown"].filter(
      (status) => seen.has(status),
    );
  }

  /** What the signs beside the marks mean, and the hollow marks of what has not taken place. */
  function states(model, single, icon, palette) {
    const entries = [...new Set(single.map((mark) => mark.state))]
      .filter(Boolean)
      .sort()
      .flatMap((state) => {
        const mark = single.find((one) => one.state === state);
        const sign = S.symbols.signOf({ state });
        if (sign) return [entry(S.symbols.swatch("sign", palette.ink, sign), S.wording.sentence(state), 24)];
        return S.symbols.isAhead({ state, status: "unknown" })
          ? [entry(icon({ type: mark.type, state, status: "attended" }), S.wording.sentence(state), 16)]
          : [];
      });
    const vague = single.some((mark) => S.symbols.signOf(mark) === "~");
    return vague ? [...entries, entry(S.symbols.swatch("sign", palette.ink, "~"), model.words.vague, 24)] : entries;
  }

  /** Bundles, plain and with an absence inside. */
  function bundles(model, marks, palette) {
    const kinds = [
      ["bundle", palette.edge, false],
      ["bundle_away", palette.absent, true],
    ];
    return kinds
      .filter(([, , away]) => marks.some((mark) => mark.count && mark.away === away))
      .map(([words, colour]) => entry(S.symbols.swatch("bundle", colour, palette.card), model.words[words], 24));
  }

  /** Tails of dates with one end, and wide dates. */
  function widths(model, drawn, palette) {
    const kinds = [
      ["fade", "year_only", (band) => band.kind === "single"],
      ["tail", "before", (band) => band.kind === "before"],
      ["open", "open_end", (band) => band.kind === "since" && band.open],
      ["endless", "unknown_end", (band) => band.kind === "since" && !band.open],
    ];
    return kinds
      .filter(([, , is]) => drawn.some(is))
      .map(([kind, words]) => entry(S.symbols.swatch(kind, palette.edge), model.words[words], 24));
  }

  /** Membership tracks: one entry for each organisation, then what their lines and ends may look like. */
  function tracks(model, drawn, palette) {
    const { theme, words, lanes } = model;
    const lookOf = (id) => S.symbols.trackOf(theme, palette, lanes.organisations.indexOf(id));
    const lesser = [...new Set(drawn.filter((track) => track.lesser).map((track) => track.words))].sort().join(", ");
    const manners = [
      ["lesser", lesser, S.wording.sentence(lesser)],
      ["onward", drawn.some((track) => track.arrow !== null), words.goes_on],
      ["unsure", drawn.some((track) => track.pieces.some((piece) => !piece.sure)), words.unsure],
    ];
    return [
      ...lanes.organisations
        .filter((id) => drawn.some((track) => track.organisation === id))
        .map((id) => {
          const { color, dash } = lookOf(id);
          const name = model.actors[id].short || model.actors[id].name;
          return entry(
            S.symbols.swatch("track", color, dash),
            words.members.replace("{organisation}", () => name),
            24,
          );
        }),
      ...manners.filter(([, is]) => is).map(([kind, , text]) => entry(S.symbols.swatch(kind, palette.edge), text, 24)),
    ];
  }

  /** Events inside bundles count too: what a bundle hides still belongs to the window. */
  function allMarks(model, drawn) {
    const inside = drawn.marks
      .filter((mark) => mark.events)
      .flatMap((mark) => mark.events.map((index) => ({ type: model.events[index].type })));
    return [...drawn.marks.filter((mark) => !mark.events), ...inside];
  }

  const merged = (panels, name) => panels.flatMap((panel) => panel[name]);

  /** The legend of all panels of a drawing. */
  function legend(model, panels, palette) {
    const { words, theme } = model;
    const drawn = Object.fromEntries(
      ["marks", "tracks", "ties", "bands", "widths", "claims", "strips"].map((name) => [name, merged(panels, name)]),
    );
    const marks = allMarks(model, drawn);
    const typeOf = (family) => Object.keys(theme.family_of_type).find((type) => theme.family_of_type[type] === family);
    const icon = (mark) => S.symbols.icon({ state: "", ...mark }, theme, palette);
    const first = marks.find((mark) => mark.type) || { type: "summit" };
    return [
      "ul",
      { class: "legend" },
      ...families(model, marks).map((family) =>
        entry(icon({ type: typeOf(family), status: "attended" }), words.families[family], 16),
      ),
      ...(marks.some((mark) => mark.host)
        ? [entry(icon({ type: marks.find((mark) => mark.host).type, status: "attended", host: true }), words.host, 16)]
        : []),
      ...statuses(marks).map((status) =>
        entry(
          icon({ type: (marks.find((mark) => mark.status === status) || first).type, status }),
          status === "unknown" ? words.unknown : S.wording.sentence(words.statuses[status]),
          16,
        ),
      ),
      ...states(
        model,
        drawn.marks.filter((mark) => !mark.count),
        icon,
        palette,
      ),
      ...bundles(model, drawn.marks, palette),
      ...(drawn.strips.length ? [entry(S.symbols.swatch("dense", palette.summit), words.dense, 24)] : []),
      ...(drawn.ties.length
        ? [entry(S.symbols.swatch("tie", palette[S.symbols.familyOf(theme, drawn.ties[0].type).colour]), words.tie, 24)]
        : []),
      ...(drawn.bands.length
        ? [entry(S.symbols.swatch("hatch", palette.suspension, palette.suspensionground), words.suspended, 24)]
        : []),
      ...widths(model, drawn.widths, palette),
      ...(drawn.claims.length ? [entry(S.symbols.swatch("fade", palette.claim), words.claim, 24)] : []),
      ...tracks(model, drawn.tracks, palette),
      ...(panels.some(S.shapes.showsEnd) ? [entry(S.symbols.swatch("ending", palette.edge), words.data_end, 24)] : []),
    ];
  }

  S.legend = { legend };
})((globalThis.sidelines = globalThis.sidelines || {}));
