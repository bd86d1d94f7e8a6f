/**
 * The look of a mark by event family and status: shape first, colour second, so that neither alone carries the meaning.
 * In: a mark of the arrangement, palette and theme. Out: Plotly marker fields; also the same mark as a small SVG picture.
 */
(function (S) {
  "use strict";

  /** Family of an event type: {symbol, colour (a palette key)}. A type that the theme does not know counts as other. */
  function familyOf(theme, type) {
    return theme.families[theme.family_of_type[type] || theme.family_of_type.other];
  }

  /** The colour of what is drawn of an event type; of several types together, which are null, that of edges. */
  const hueOf = (theme, palette, type) => (type === null ? palette.edge : palette[familyOf(theme, type).colour]);

  const hollow = (symbol, line, size, palette) => ({ symbol, color: palette.card, line, lineWidth: 1.9, size });

  /** Statuses whose look does not depend on the event type. */
  const OWN = {
    absent: (palette) => hollow("circle-x", palette.absent, 14, palette),
    declined: (palette) => hollow("diamond-x", palette.absent, 14, palette),
    expelled: (palette) => hollow("square-x", palette.absent, 12, palette),
    suspended: (palette) => hollow("square-cross", palette.suspension, 12, palette),
    invited: (palette) => hollow("circle-cross", palette.unknown, 12, palette),
    unknown: (palette) => ({ ...hollow("circle", palette.unknown, 8, palette), lineWidth: 1.6 }),
    mentioned: (palette) => ({ symbol: "circle", color: palette.unknown, line: palette.card, lineWidth: 1, size: 5 }),
  };

  const AHEAD = new Set(["planned", "postponed", "cancelled"]);

  /** Whether nothing can be said of who came, because the event has not taken place: not stated is no presence that is unknown. */
  const isAhead = (mark) => AHEAD.has(mark.state) && ["unknown", "involved"].includes(mark.status);

  /** The sign beside a mark for what its shape does not say: "?" disputed, "×" cancelled, "°" reported, "~" date not sure; or "". */
  function signOf(mark) {
    if (mark.state === "disputed") return "?";
    if (mark.state === "cancelled") return "×";
    if (mark.state.startsWith("reported")) return "°";
    return mark.vague ? "~" : "";
  }

  /** {symbol, color, line, lineWidth, size, dot, ring}: `dot` is the colour of an inner dot, `ring` of an outer ring, or null. */
  function look(mark, theme, palette) {
    const own = OWN[mark.status];
    const asOwn = own && !isAhead(mark) && !(mark.host && mark.status === "unknown");
    return asOwn
      ? { dot: null, ring: mark.host ? palette.ink : null, ...own(palette) }
      : { ring: null, ...ofFamily(mark, theme, palette) };
  }

  function ofFamily(mark, theme, palette) {
    const family = familyOf(theme, mark.type);
    const colour = palette[family.colour];
    const size = theme.sizes.mark + (family.symbol === "star" ? 3 : family.symbol === "square" ? -1 : 1);
    const open = mark.status === "represented" || mark.status === "virtual" || AHEAD.has(mark.state);
    if (mark.host)
      return {
        symbol: family.symbol,
        color: open || mark.status === "unknown" ? palette.card : colour,
        line: palette.ink,
        lineWidth: 2.6,
        size: size + 1,
        dot: open || mark.status === "unknown" ? palette.unknown : palette.card,
      };
    if (open)
      return { ...hollow(family.symbol, colour, size, palette), dot: mark.status === "virtual" ? colour : null };
    return { symbol: family.symbol, color: colour, line: palette.card, lineWidth: 1.4, size, dot: null };
  }

  /** The look of an organisation's track by its place among all: {color, dash, lesser: its dash for lesser belonging}. */
  function trackOf(theme, palette, index) {
    const { tracks, track_dashes: rounds } = theme;
    const [dash, lesser] = rounds[Math.floor(index / tracks.length) % rounds.length];
    return { color: palette[tracks[index % tracks.length]], dash, lesser };
  }

  const star = () =>
    Array.from({ length: 10 }, (_, i) => {
      const r = i % 2 ? 3.1 : 7.4;
      const a = (Math.PI * i) / 5 - Math.PI / 2;
      return `${(8 + r * Math.cos(a)).toFixed(2)},${(8.4 + r * Math.sin(a)).toFixed(2)}`;
    }).join(" ");

  const polygon = (sides, r, turn) =>
    Array.from({ length: sides }, (_, i) => {
      const a = (2 * Math.PI * i) / sides + turn;
      return `${(8 + r * Math.cos(a)).toFixed(2)},${(8 + r * Math.sin(a)).toFixed(2)}`;
    }).join(" ");

  function outline(symbol, style) {
    const shape = symbol.split("-x")[0].replace("-cross", "");
    if (shape === "circle") return `<circle cx="8" cy="8" r="5.6" ${style}/>`;
    if (shape === "square") return `<rect x="3" y="3" width="10" height="10" ${style}/>`;
    const points = {
      diamond: polygon(4, 6.8, 0),
      star: star(),
      hexagon: polygon(6, 6.3, Math.PI / 6),
      pentagon: polygon(5, 6.4, -Math.PI / 2),
      "triangle-up": "8,2 14.4,13.4 1.6,13.4",
      "triangle-down": "8,14 14.4,2.6 1.6,2.6",
    }[shape];
    return `<polygon points="${points}" ${style}/>`;
  }

  function inside(symbol, line) {
    const stroke = `stroke="${line}" stroke-width="1.7" stroke-linecap="round"`;
    if (symbol.endsWith("-x")) return `<path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" ${stroke}/>`;
    if (symbol.endsWith("-cross")) return `<path d="M8 4.4v7.2M4.4 8h7.2" ${stroke}/>`;
    return "";
  }

  const asImage = (body, width) =>
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 16" width="${width}" height="16">${body}</svg>`)}`;

  /** The mark as a picture for lists and legends: a data URI of a 16 px SVG. */
  function icon(mark, theme, palette) {
    const one = look(mark, theme, palette);
    const small = one.size < 10 ? `transform="translate(3.2 3.2) scale(.6)"` : "";
    const width = one.line === palette.card ? 0 : one.lineWidth;
    const dot = one.dot ? `<circle cx="8" cy="8" r="1.9" fill="${one.dot}"/>` : "";
    const style = `fill="${one.color}" stroke="${one.line}" stroke-width="${width}"`;
    return asImage(`<g ${small}>${outline(one.symbol, style)}${inside(one.symbol, one.line)}${dot}</g>`, 16);
  }

  /** A dash as Plotly has it as an attribute of SVG. */
  const dashes = (dash) =>
    dash === "solid" ? "" : ` stroke-dasharray="${dash.replace(/px/g, "").replace(/,/g, " ")}"`;

  /** Pictures of what is no mark, 24 px wide: colour, and a second value -> SVG. */
  const SWATCHES = {
    track: (colour, dash) => `<path d="M1 8h22" stroke="${colour}" stroke-width="2.6"${dashes(dash)}/>`,
    onward: (colour) =>
      `<path d="M1 8h16" stroke="${colour}" stroke-width="2.6"/><path d="M16 4l7 4-7 4z" fill="${colour}"/>`,
    unsure: (colour) =>
      `<path d="M1 8h10" stroke="${colour}" stroke-width="1.4" stroke-dasharray="2 3"/><path d="M11 8h12" stroke="${colour}" stroke-width="2.6"/>`,
    lesser: (colour) => `<path d="M1 8h22" stroke="${colour}" stroke-width="1.4" stroke-dasharray="5 3"/>`,
    dense: (colour) =>
      [0.3, 0.6, 1]
        .map(
          (opacity, place) =>
            `<rect x="${place * 8}" y="2" width="7" height="12" fill="${colour}" opacity="${opacity}"/>`,
        )
        .join(""),
    hatch: (colour, ground) =>
      `<rect x="0" y="2" width="24" height="12" fill="${ground}"/><path d="M-2 14L10 2M4 14L16 2M10 14L22 2M16 14L28 2" stroke="${colour}" stroke-width="2.2"/>`,
    fade: (colour) =>
      `<linearGradient id="f"><stop offset="0" stop-color="${colour}" stop-opacity="0"/><stop offset=".2" stop-color="${colour}" stop-opacity=".42"/><stop offset=".8" stop-color="${colour}" stop-opacity=".42"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></linearGradient><rect y="3" width="24" height="10" fill="url(#f)"/>`,
    tail: (colour) =>
      `<path d="M2 8h13" stroke="${colour}" stroke-width="3" opacity=".4"/><circle cx="18.5" cy="8" r="4.5" fill="${colour}"/>`,
    open: (colour) =>
      `<circle cx="5.5" cy="8" r="4.5" fill="${colour}"/><path d="M10 8h8" stroke="${colour}" stroke-width="3" opacity=".5"/><path d="M17 4l6 4-6 4z" fill="${colour}"/>`,
    endless: (colour) =>
      `<circle cx="5.5" cy="8" r="4.5" fill="${colour}"/><path d="M11 8h12" stroke="${colour}" stroke-width="1.6" stroke-dasharray="2 2.4"/>`,
    ending: (colour) => `<path d="M12 1v14" stroke="${colour}" stroke-width="1.4" stroke-dasharray="2 2"/>`,
    tie: (colour) => `<path d="M3 12V6h18v6M12 6v6" fill="none" stroke="${colour}" stroke-width="2.2"/>`,
    sign: (colour, sign) =>
      `<text x="12" y="12" font-family="sans-serif" font-size="13" font-weight="700" text-anchor="middle" fill="${colour}">${sign}</text>`,
    bundle: (colour, ground) =>
      `<circle cx="12" cy="8" r="7" fill="${ground}" stroke="${colour}" stroke-width="1.6"/><text x="12" y="11.4" font-family="sans-serif" font-size="9.5" font-weight="700" text-anchor="middle" fill="${colour}">3</text>`,
  };

  /** The picture of tracks, bands, tails, bundles; `more` is what its kind needs besides the colour: ground, sign or dash. */
  const swatch = (kind, colour, more) => asImage(SWATCHES[kind](colour, more), 24);

  S.symbols = { familyOf, hueOf, trackOf, look, isAhead, signOf, icon, swatch };
})((globalThis.sidelines = globalThis.sidelines || {}));
