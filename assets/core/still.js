/**
 * The still picture of a view as one SVG: its title, what is asked for, the drawing, the legend, and where it is from.
 * Needs: svg
 * In: model, screen, the words over it. Out: {svg, title, alt, width, height}; self-contained, no script, no request.
 */
(function (S) {
  "use strict";

  const { element, escape, text } = S.svg;
  const SMALL_PX = 12.5;
  const LINE = 1.4;
  const NAMED_SOURCES = 3;

  /** A short text that stands for a longer one (FNV-1a, 32 bits), so that two pictures on one page share no ids. */
  function fingerprint(words) {
    let hash = 0x811c9dc5;
    for (let place = 0; place < words.length; place += 1) hash = Math.imul(hash ^ words.charCodeAt(place), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  /** A block of wrapped lines from y on, as many as it takes: {markup, y: where the next one may begin}. */
  function block(words, area, y, look) {
    const lines = words ? S.measure.wrap(words, area.width, look.size * look.narrow, Infinity) : [];
    const step = look.size * LINE;
    const markup = lines.map((line, index) =>
      text(area.left, y + index * step, S.annotations.plain(line), { ...look, x: "left", y: "top" }),
    );
    return { markup: markup.join(""), y: y + lines.length * step };
  }

  /** Each picture of the legend as its own small drawing; its ids are made its own. */
  function inlined(source, x, y, width, id) {
    const inside = /^<svg[^>]*>(.*)<\/svg>$/s.exec(decodeURIComponent(source.slice(source.indexOf(",") + 1)))[1];
    return element(
      "svg",
      { x, y, width, height: 16, viewBox: `0 0 ${width} 16` },
      inside.replace(/id="f"/g, `id="${id}"`).replace(/url\(#f\)/g, `url(#${id})`),
    );
  }

  /** The legend in rows: {markup, y}. */
  function legend(model, screen, palette, area, y, prefix) {
    let [x, row] = [area.left, y];
    const [, , ...items] = S.legend.legend(model, screen.panels, palette);
    const markup = items.map(([, , [, image], whole], index) => {
      const icon = Number(image.width);
      const words = S.measure.cut(whole, area.width - icon - 7, SMALL_PX * 0.9);
      const room = S.measure.width(words, SMALL_PX * 0.9);
      if (x > area.left && x + icon + 7 + room > area.left + area.width) [x, row] = [area.left, row + 23];
      const at = x;
      x += icon + 7 + room + 18;
      return (
        inlined(image.src, at, row, icon, `${prefix}l${index}`) +
        text(at + icon + 7, row + 8, S.annotations.plain(words), {
          size: SMALL_PX,
          color: palette.muted,
          x: "left",
          y: "middle",
        })
      );
    });
    return { markup: markup.join(""), y: items.length ? row + 16 : y };
  }

  /** The collection's title in the language of the view, unless the page has another title for it. */
  function titleOf({ collection }, { view }) {
    const titles = (collection.texts || {}).title || {};
    const isItsOwn = Object.values(titles).includes(collection.title);
    return (isItsOwn && view.lang && titles[view.lang]) || collection.title;
  }

  /** What is asked for and when; where the view is a part of the time, how many of the events lie in it. */
  function asking(model, screen) {
    const { words } = model;
    if (!screen.view.window) return `${screen.sentence} · ${screen.heading.window}`;
    const n = shown(model, screen).length;
    const events = n === 1 ? words.events_one : words.events_many.replace("{n}", n.toLocaleString("en-GB"));
    return `${screen.sentence} · ${words.shown_part.replace("{window}", () => screen.heading.window).replace("{events}", events)}`;
  }

  /** The selected events that are to be seen: of a part of the time those that touch it. */
  const shown = (model, { view, selection, window }) =>
    view.window ? S.screen.inside(model, selection, window) : selection;

  /** The sources that the events in the picture rest on: by name where they are few, else how many. */
  function sources(model, screen) {
    const ids = [...new Set(shown(model, screen).flatMap((index) => model.rows[index].sources))];
    const name = (id) => (model.sources[id] ? model.sources[id].title : id);
    if (ids.length && ids.length <= NAMED_SOURCES) return `${model.words.sources}: ${ids.map(name).join("; ")}`;
    return ids.length ? model.words.sources_many.replace("{n}", ids.length) : "";
  }

  /** What stands under every picture: from what, by whom it may be used, on what it rests, which state of it. */
  function origin(model, screen) {
    const { collection, words } = model;
    return [
      titleOf(model, screen),
      collection.version ? `${words.version} ${collection.version}` : "",
      sources(model, screen),
      collection.licence ? `${words.licence}: ${collection.licence}` : "",
      collection.hash ? `${words.hash} ${collection.hash.slice(0, S.cite.HASH_LETTERS)}` : "",
    ]
      .filter(Boolean)
      .join(" · ");
  }

  /** The document around the parts, with its words for those who do not see it (SVG 2, 5.8; WAI-ARIA 1.2, img). */
  function sheet(model, palette, size, id, told, parts, more) {
    const look = {
      "font-family": model.theme.font,
      "font-size": 12,
      fill: palette.ink,
      style: "font-variant-numeric:tabular-nums",
    };
    const names = { role: "img", "aria-labelledby": `${id}t ${id}d` };
    const box = {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${S.svg.number(size.width)} ${S.svg.number(size.height)}`,
      ...size,
    };
    const words = [
      element("title", { id: `${id}t` }, escape(told.title)),
      element("desc", { id: `${id}d` }, escape(told.alt)),
    ];
    return element("svg", { ...box, ...more, ...names, ...look }, words, parts);
  }

  function hintOf(model) {
    return (index) => (index === undefined ? "" : `${model.events[index].title}, ${model.events[index].when}`);
  }

  /**
   * The picture of a screen.
   * @param {object} model  @param {object} screen  see screen.js, built for the width of the picture
   * @param {{title?: string, width?: number, height?: number, scheme: string}} options title: over the picture, "" for
   *   none; width and height: the least ones in px, filled with ground; the picture is as high as what is in it, never cut
   */
  function still(model, screen, options) {
    const palette = model.theme[options.scheme];
    const { height } = screen.figure.layout;
    const width = Math.max(screen.figure.layout.width, options.width || 0);
    const alt = S.alt.words(model, screen);
    const id = `s${fingerprint(JSON.stringify(screen.figure))}`;
    const air = width < model.theme.sizes.narrow ? 14 : 20;
    const area = { left: air, width: width - air * 2 };
    const own = titleOf(model, screen);
    const title = options.title === undefined ? own : options.title;
    const small = { size: SMALL_PX, color: palette.muted, narrow: 0.9 };
    const head = block(title, area, air - 2, { size: 22, color: palette.ink, weight: 650, narrow: 1 });
    const asked = block(asking(model, screen), area, head.y + (title ? 2 : 0), { ...small, size: 13.5 });
    const top = asked.y + 10;
    const picture = element(
      "g",
      { transform: `translate(0 ${S.svg.number(top)})` },
      S.picture.drawing(screen.figure, id, hintOf(model)),
    );
    const undated = block(screen.heading.undated, area, top + height + 4, small);
    const key = legend(model, screen, palette, area, undated.y + 10, id);
    const rule = element("path", {
      d: `M${area.left} ${S.svg.number(key.y + 13)}h${area.width}`,
      ...S.svg.stroke(palette.rule, 1),
      fill: "none",
    });
    const foot = block(origin(model, screen), area, key.y + 22, { ...small, size: 11.5 });
    const size = { width, height: Math.max(Math.ceil(foot.y + air - 6), options.height || 0) };
    const ground = element("rect", { ...size, ...S.svg.fill(palette.card) });
    return {
      ...size,
      title,
      alt,
      svg: sheet(model, palette, size, id, { title: title || own, alt }, [
        ground,
        head.markup,
        asked.markup,
        picture,
        undated.markup,
        key.markup,
        rule,
        foot.markup,
      ]),
    };
  }

  /** The drawing alone, as `still` gives it; for a place that has its title and legend already. */
  function bare(model, screen, scheme) {
    const { width, height } = screen.figure.layout;
    const title = titleOf(model, screen);
    const alt = S.alt.words(model, screen);
    const id = `d${fingerprint(JSON.stringify(screen.figure))}`;
    return {
      width,
      height,
      title,
      alt,
      svg: sheet(
        model,
        model.theme[scheme],
        { width, height },
        id,
        { title, alt },
        [S.picture.drawing(screen.figure, id, () => "")],
        { preserveAspectRatio: "xMinYMin meet" },
      ),
    };
  }

  S.still = { still, bare, asking, titleOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
