/**
 * The picture that other sites show with a link: 1200 x 630 px, the title in large letters over the top of the drawing.
 * Needs: svg
 * In: model, query, scheme. Out: {svg, title, alt, width, height}. What does not fit fades out at the foot.
 */
(function (S) {
  "use strict";

  const { element, text } = S.svg;
  const SIZE = { width: 1200, height: 630 };
  const SIDE_PX = 56;
  const FADE_PX = 110;
  // Shown at half its size in most places: the words of the drawing grow, as far as there is room.
  const LEAST = 1.05;
  const MOST = 1.7;

  function lines(words, y, look, most) {
    const plain = S.annotations.plain;
    const made = S.measure.wrap(words, SIZE.width - SIDE_PX * 2, look.size, most);
    return {
      markup: made.map((line, index) =>
        text(SIDE_PX, y + index * look.size * 1.25, plain(line), { ...look, x: "left", y: "top" }),
      ),
      y: y + made.length * look.size * 1.25,
    };
  }

  /** The screen whose drawing fills the room, and how much larger it is drawn. */
  function sized(model, query, scheme, room) {
    const at = (scale, lanes) =>
      S.screen.build(model, query, { width: (SIZE.width - SIDE_PX) / scale, room: Math.max(1, lanes), scheme });
    const natural = at(1, 1).figure.layout.height;
    const scale = Math.min(MOST, Math.max(LEAST, room / natural));
    const { figure, drawn } = at(scale, 1);
    const around = figure.layout.height - (drawn.frame.height - drawn.frame.header);
    return { screen: at(scale, room / scale - around), scale };
  }

  function card(model, query, { scheme, title }) {
    const palette = model.theme[scheme];
    const first = S.screen.build(model, query, { width: SIZE.width, room: 1, scheme });
    const name = title || S.still.titleOf(model, first);
    const head = lines(name, 42, { size: 46, color: palette.ink, weight: 700 }, 2);
    const asked = lines(S.still.asking(model, first), head.y + 8, { size: 24, color: palette.muted }, 2);
    const top = asked.y + 14;
    const { screen, scale } = sized(model, query, scheme, SIZE.height - top - 14);
    const drawing = S.picture.drawing(screen.figure, "card", () => "");
    const overflows = screen.figure.layout.height * scale > SIZE.height - top;
    const stops = [0, 1].map((offset) =>
      element("stop", { offset, "stop-color": palette.card, "stop-opacity": offset }),
    );
    const fade = element("linearGradient", { id: "cardfade", x1: 0, y1: 0, x2: 0, y2: 1 }, stops);
    const alt = S.alt.words(model, screen);
    const parts = [
      element("title", {}, S.svg.escape(name)),
      element("desc", {}, S.svg.escape(alt)),
      element("rect", { ...SIZE, ...S.svg.fill(palette.card) }),
      head.markup,
      asked.markup,
      element(
        "g",
        { transform: `translate(${SIDE_PX / 2} ${S.svg.number(top)}) scale(${S.svg.number(scale)})` },
        drawing,
      ),
      overflows
        ? element("defs", {}, fade) +
          element("rect", {
            x: 0,
            y: SIZE.height - FADE_PX,
            width: SIZE.width,
            height: FADE_PX,
            fill: "url(#cardfade)",
          })
        : "",
      element("rect", { width: SIZE.width, height: 10, ...S.svg.fill(palette.accent) }),
    ];
    const root = {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
      ...SIZE,
      role: "img",
      "font-family": model.theme.font,
      "font-size": 12,
    };
    return { ...SIZE, title: name, alt, svg: element("svg", root, parts) };
  }

  S.card = { card };
})((globalThis.sidelines = globalThis.sidelines || {}));
