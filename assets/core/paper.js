/**
 * Payload x query -> what is drawn without a screen, each in one call: for files, images and notebooks.
 * In: a payload, a query and a port {width, height?, scheme, title?}, px. Out: a figure or a picture.
 */
(function (S) {
  "use strict";

  // Who draws many pictures of one payload has it unpacked once, as long as the payload is there.
  const models = new WeakMap();

  function unpacked(payload) {
    if (!models.has(payload)) models.set(payload, S.timeline.unpack(payload));
    return models.get(payload);
  }

  /** The model, in the language that the query asks for. */
  function modelOf(payload, query) {
    const model = unpacked(payload);
    return S.timeline.inLanguage(model, S.screen.read(model, query).view.lang);
  }

  /** {data, layout, config}: what Plotly draws on a page whose drawing is so wide. */
  const figure = (payload, query, port) => S.screen.build(modelOf(payload, query), query, port).figure;

  /** The screen without what is empty over its lanes: nobody zooms in a picture, so nothing can move. */
  function trimmed(model, query, port) {
    const screen = S.screen.build(model, query, port);
    const spare = Math.floor(Math.min(...screen.panels.map(S.header.spare)));
    return spare ? S.screen.build(model, query, { ...port, header: screen.drawn.frame.header - spare }) : screen;
  }

  /**
   * The screen for a picture. With a height, its lanes take the room that title, legend and origin leave, as far as lanes
   * may grow.
   */
  function screenOf(model, query, { width, height, scheme, title }) {
    const port = { width, scheme };
    if (!height) return trimmed(model, query, port);
    const least = trimmed(model, query, { ...port, room: 1 });
    const { lanes, laneHeight } = least.drawn.frame;
    const own = Math.max(1, lanes.filter((lane) => !lane.heading).length);
    const free = height - S.still.still(model, least, { scheme, title }).height;
    return trimmed(model, query, {
      ...port,
      room: Math.max(1, Math.floor(laneHeight + free / own) * lanes.length),
    });
  }

  /** The whole picture of a model, see `S.still.still`. */
  const still = (model, query, port) => S.still.still(model, screenOf(model, query, port), port);

  /** The same of a payload. */
  const picture = (payload, query, port) => still(modelOf(payload, query), query, port);

  /** The picture for links, see `S.card.card`. */
  const card = (payload, query, port) => S.card.card(modelOf(payload, query), query, port);

  /** The model with one more scheme, "page", whose colours are the variables of the page's own style sheet. */
  function coloured(model) {
    const names = Object.keys(model.theme.light);
    const page = Object.fromEntries(names.map((name, place) => [name, `#0${String(place).padStart(3, "0")}FF`]));
    // In words a quotation mark is escaped, so that only attributes are found.
    const shown = (svg) => svg.replace(/="#0(\d{3})FF"/g, (_, place) => `="var(--${names[Number(place)]})"`);
    return { model: { ...model, theme: { ...model.theme, page } }, shown };
  }

  /**
   * What a page shows before its scripts run, in the page's own colours: the drawing alone for each port {width, room},
   * and as trees the words over it and the legend under it.
   */
  function front(payload, query, ports) {
    const { model, shown } = coloured(modelOf(payload, query));
    const screens = ports.map((port) => S.screen.build(model, query, { ...port, scheme: "page" }));
    const drawings = screens.map((screen) => {
      const bare = S.still.bare(model, screen, "page");
      return { ...bare, svg: shown(bare.svg) };
    });
    const { heading, panels } = screens[0];
    return {
      drawings,
      preset: S.screen.presetOf(screens[0]),
      undated: heading.undated,
      heading: heading.tree,
      legend: S.legend.legend(model, panels, model.theme.light),
    };
  }

  S.paper = { figure, still, picture, card, front };
})((globalThis.sidelines = globalThis.sidelines || {}));
