/**
 * View -> screen: everything that the page shows for one state, computed in one place.
 * Needs: calendar
 * In: model, query string, what the screen is like. Out: {view, notices, selection, window, drawn, figure, words ...}.
 */
(function (S) {
  "use strict";

  const { MINUTE, HOUR } = S.calendar;
  const REPORT_FROM_PX = 640;

  /** The view that a query means for this model, and the notices on what could not be used. */
  const read = (model, query) => S.view.parse(query, model.vocabulary);

  /** The window kept within what there is: never narrower than an hour, never wider than the data and half as much again. */
  function bounded(window, whole) {
    const most = (whole[1] - whole[0]) * 1.5;
    const length = Math.min(Math.max(window[1] - window[0], HOUR), most);
    const middle = Math.min(Math.max((window[0] + window[1]) / 2, whole[0]), whole[1]);
    const start = Math.round((middle - length / 2) / MINUTE) * MINUTE;
    return [start, start + Math.max(HOUR, Math.round(length / MINUTE) * MINUTE)];
  }

  const same = (a, b) => a[0] === b[0] && a[1] === b[1];

  /** The windows of the presets, as far as they can be shown: {key: [start, end) or null}. */
  function presetsOf(model, selection, selected, whole) {
    const windows = Object.entries(S.overview.presets(model, selection, selected));
    return Object.fromEntries(windows.map(([key, window]) => [key, window && bounded(window, whole)]));
  }

  /** The preset that a screen shows, or null where its window is another one. */
  const presetOf = ({ presets, window }) =>
    Object.keys(presets).find((key) => presets[key] && same(presets[key], window)) || null;

  /** The window of a preset as a view says it: null for that with which a screen opens. */
  const presetWindow = ({ presets, opening }, key) =>
    presets[key] && !same(presets[key], opening) ? presets[key] : null;

  const count = (words, n) =>
    n === 1 ? words.events_one : words.events_many.replace("{n}", n.toLocaleString("en-GB"));

  /** Index of the chosen event, or null. */
  const chosen = (model, view) => (view.event && model.indexOf.has(view.event) ? model.indexOf.get(view.event) : null);

  /** What every panel of a drawing shares. `port` is {width, room, scheme, header?}, px. */
  function shared(model, view, { selection, beside }, whole, port) {
    const chosenOnes = new Set(selection);
    const alone = new Set(beside.claims.map((place) => model.claims[place]));
    return {
      selection,
      lanes: S.lanes.lanes(model, view),
      data: model.extent || whole,
      timeless: !model.extent,
      width: port.width,
      room: port.room,
      header: port.header,
      selected: chosen(model, view),
      claimShown: (claim) => alone.has(claim) || chosenOnes.has(model.indexOf.get(claim.said_at)),
    };
  }

  /** Whether the view asks for the report layout and there is room for it. */
  const isReport = (view, port) => view.layout === "report" && port.width >= REPORT_FROM_PX;

  /** The panels of a view: the window alone, or for a report the scales side by side. */
  function panelsOf(model, view, selection, window, whole, port) {
    if (!isReport(view, port)) return [{ window, near: true }];
    const plot = S.arrange.plotOf(model, port.width);
    return S.telescope.panels(
      S.telescope.scales(model, selection, view.window ? whole : window, view.window && window, chosen(model, view)),
      plot.left,
      plot.width,
    );
  }

  /** The drawing of what is chosen, {selection, beside}, in a window: its panels, arranged, and the figure. */
  function picture(model, view, chosenOnes, window, whole, port) {
    const same = shared(model, view, chosenOnes, whole, port);
    const options = panelsOf(model, view, chosenOnes.selection, window, whole, port);
    const panels = options.map((panel) => S.arrange.arrange(model, { ...same, ...panel }));
    const drawn = panels[options.findIndex((panel) => panel.near)];
    return { panels, drawn, figure: S.figure.figure(model, panels, port.scheme) };
  }

  /** The selected events that touch the window. */
  function inside(model, selection, window) {
    return selection.filter((index) => {
      const form = S.dates.shape(model.events[index].date);
      return form && S.dates.overlaps(form, window);
    });
  }

  /**
   * The heading over the drawing: the window in words, and how many events are in it; also as a tree. Without any date there is
   * no window, and without any event nothing but their number.
   */
  function heading(model, selection, window) {
    const seen = inside(model, selection, window).length;
    const undated = selection.filter((index) => !S.dates.shape(model.events[index].date)).length;
    const words = model.words;
    const events =
      seen === selection.length || !model.extent
        ? count(words, selection.length)
        : `${seen.toLocaleString("en-GB")} / ${count(words, selection.length)}`;
    const shown = model.extent ? S.calendar.windowWords(window, words.months) : selection.length ? words.undated : "";
    return {
      window: shown,
      events,
      tree: shown ? ["span", {}, ["b", {}, shown], ` · ${events}`] : ["span", {}, events],
      undated: undated ? words.undated_note.replace("{n}", undated) : "",
    };
  }

  /** The sentence of the live region; it starts with the number of events shown. */
  function status(model, view, selection) {
    const index = chosen(model, view);
    const open = index === null ? "" : `. ${model.events[index].title}, ${model.events[index].when}`;
    return `${count(model.words, selection.length)}${open}`;
  }

  /**
   * The whole screen of a query.
   * @param {object} model  see timeline.js  @param {string} query  @param {{width: number, room: number, scheme: string}} port
   */
  function build(model, query, port) {
    const { view, notices } = read(model, query);
    const found = S.filter.select(model.rows, view);
    const selection = found.rows;
    const beside = S.beside.chosen(model, view);
    const whole = S.overview.whole(model);
    const opening = bounded(S.overview.opening(model, view), whole);
    const window = view.window ? bounded(view.window, whole) : opening;
    return {
      view,
      notices,
      selection,
      whole,
      opening,
      window,
      selected: chosen(model, view),
      beside,
      ...picture(model, view, { selection, beside }, window, whole, port),
      sentence: S.sentence.view(view, model.vocabulary, found),
      heading: heading(model, selection, window),
      status: status(model, view, selection),
      presets: presetsOf(model, selection, chosen(model, view), whole),
    };
  }

  S.screen = { read, build, picture, heading, inside, bounded, presetOf, presetWindow };
})((globalThis.sidelines = globalThis.sidelines || {}));
