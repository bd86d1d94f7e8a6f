/**
 * The page in the browser: one state, kept in the address, shown by the core. The same in all frames.
 * In: a model and a frame {draw(figure)}. Out: S.page with the current screen and the moves `go`, `glide` and `preview`.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;
  const wantsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const wantsContrast = globalThis.matchMedia("(prefers-contrast: more)");

  let model = null;
  let unpacked = null;
  let frame = null;
  let opening = "";
  let query = "";
  let screen = null;
  let sheet = null; // what is drawn on while printing, instead of the screen: {width, room, scheme}
  // What was wrong with the address stands until the reader goes on: no resize or change of theme takes it away.
  let unread = { query: "", notices: [] };

  const onServer = () => /^https?:$/.test(location.protocol);

  /** The query in the address: after `?`, or where there is no server behind the page after `#`. */
  function addressed() {
    if (onServer()) return location.search.slice(1);
    const at = location.href.indexOf("#");
    if (at < 0) return location.search.slice(1) || opening;
    const hash = location.href.slice(at + 1);
    // A link to a place of the page, such as "#list", says nothing of the view.
    return !hash || /=|%3D/i.test(hash) ? hash : query;
  }

  /** Writes the state into the address. A document without a usable one (a sandbox, a data URL) goes on without. */
  function address(next, replace) {
    const url = onServer() ? location.pathname + (next ? `?${next}` : "") : next ? `#${next}` : "#";
    try {
      history[replace ? "replaceState" : "pushState"](null, "", url);
    } catch {
      return;
    }
  }

  const scheme = (view) => (view.theme === "system" ? (wantsDark.matches ? "dark" : "light") : view.theme);

  /** What the screen is like now: the widths of drawing and overview, the height of the lanes, the scheme. px. */
  function port(view) {
    if (sheet) return sheet;
    const overview = byId("overview").clientWidth;
    const width = Math.max(260, Math.floor(byId("timeline").clientWidth));
    const free = width < 560 ? 0 : Math.min(640, Math.max(300, globalThis.innerHeight - 440));
    return { width, overview, room: frame.room === undefined ? free : frame.room, scheme: scheme(view) };
  }

  let suited = null;

  /** Takes the titles and summaries of a language, where the collection has them, and the contrast that the reader wants. */
  function suit(lang) {
    const wanted = `${lang} ${wantsContrast.matches}`;
    if (wanted === suited) return;
    suited = wanted;
    model = S.timeline.inLanguage(unpacked, lang);
    if (wantsContrast.matches) model = { ...model, theme: S.ink.stronger(model.theme) };
    S.page.model = model;
    S.listing.forget();
    byId("details").replaceChildren();
  }

  /** Takes the state from the address, where the reader has changed it or gone back. */
  function read() {
    const first = S.screen.read(unpacked, addressed());
    query = S.view.format(first.view);
    unread = { query, notices: first.notices };
  }

  function showTheme(view) {
    const root = document.documentElement;
    root.toggleAttribute("data-dark", scheme(view) === "dark");
    if (view.theme === "system") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", view.theme);
  }

  /** Computes and shows the whole screen of the current query. */
  function render() {
    const { view } = S.screen.read(unpacked, query);
    suit(view.lang);
    showTheme(view);
    const shown = port(view); // read before anything is written, so that the browser lays out once
    screen = { ...S.screen.build(model, query, shown), scheme: shown.scheme, overview: shown.overview || 600 };
    S.page.screen = screen;
    S.showing.figure(frame.draw);
    S.showing.controls();
    S.showing.notices(query === unread.query ? unread.notices : screen.notices);
    S.showing.details();
    S.listing.show(); // after the details, which leave it the rest of the height
    byId("status").textContent = screen.status;
    S.grid.show();
    S.cited.show();
  }

  /** Shows the same on a sheet of paper, {width, room, scheme} in px; again on the screen for null. */
  function onto(paper) {
    sheet = paper;
    render();
  }

  /**
   * Moves to another view and writes it into the address.
   * @param {object} changes fields of the view  @param {{replace?: boolean}} how replace: no new step for Back
   */
  function go(changes, how = {}) {
    const next = S.view.format({ ...screen.view, ...changes });
    if (next === query) return render();
    query = next;
    address(query, how.replace || frame.isHosted);
    return render();
  }

  const MOVE_MS = 220;
  let moves = 0;
  const still = globalThis.matchMedia("(prefers-reduced-motion: reduce)");

  /** Moves to another view whose window differs: softly, unless the reader wants no motion. */
  function glide(changes) {
    const from = screen.window;
    const to = changes.window || screen.opening;
    const begun = performance.now();
    moves += 1;
    const own = moves;
    const step = (now) => {
      if (own !== moves) return undefined; // the reader has gone elsewhere meanwhile
      const share = Math.min(1, (now - begun) / MOVE_MS);
      const eased = 1 - (1 - share) ** 3;
      if (share >= 1) return go(changes);
      preview([from[0] + (to[0] - from[0]) * eased, from[1] + (to[1] - from[1]) * eased]);
      return requestAnimationFrame(step);
    };
    if (still.matches) go(changes);
    else requestAnimationFrame(step);
  }

  /** Shows a window while it is being dragged, without touching address, list or panel. */
  function preview(window) {
    const kept = S.screen.bounded(window, screen.whole);
    const { view, selection, whole } = screen;
    const { panels, drawn, figure } = S.screen.picture(model, view, screen, kept, whole, port(view));
    screen = { ...screen, window: kept, panels, drawn, figure, heading: S.screen.heading(model, selection, kept) };
    S.page.screen = screen;
    S.showing.figure(frame.draw);
    return kept;
  }

  const typing = (id, label, hint, more = {}) => [
    "input",
    { id, type: "search", autocomplete: "off", spellcheck: "false", "aria-label": label, placeholder: hint, ...more },
  ];

  function onAddress() {
    read();
    byId("search").value = S.screen.read(unpacked, query).view.q; // also where it has the focus: its words are gone back, too
    render();
  }

  function listen() {
    globalThis.addEventListener("popstate", onAddress);
    globalThis.addEventListener("hashchange", () => {
      if (!onServer()) onAddress();
    });
    [wantsDark, wantsContrast].forEach((wish) => wish.addEventListener("change", () => render()));
    watchWidth();
    // The handles come before the keys: those on a lane are not those of the drawing.
    const parts = [S.grid, S.listing, S.sharing, S.handles, S.controls, S.keys, S.pointer, S.brush, S.printing];
    parts.filter(Boolean).forEach((part) => part.listen(frame)); // an embed with few controls shares nothing
  }

  /**
   * Starts the page: `payload` as sent, `drawing` = {draw(figure), drawNow?, isHosted?, room?, root?, address?}: `drawNow`
   * draws at once where `draw` is done later; in a host (`isHosted`) no move is a new step for Back, and the paper is the
   * host's; `room` is the height of the lanes where the height of the document must not decide it, 0 for as they come;
   * `root` is where the server of the page is, `address` where the document is opened again.
   */
  function start(payload, drawing) {
    unpacked = { ...S.timeline.unpack(payload), source_root: document.querySelector(".page").dataset.source };
    model = unpacked;
    frame = drawing;
    S.page.model = model;
    S.page.root = drawing.root || null;
    S.page.address = drawing.address || S.page.root;
    opening = payload.query || "";
    query = opening;
    read();
    const { words } = model;
    fill(byId("search-slot"), typing("search", words.search, words.search_hint, { maxlength: "100" }));
    fill(byId("filters-slot"), typing("filters-find", words.find_choice, words.find_choice));
    render();
    S.showing.revealChosen();
    listen();
  }

  function watchWidth() {
    let width = byId("timeline").clientWidth;
    new ResizeObserver(() => {
      const now = byId("timeline").clientWidth;
      if (now === width) return;
      width = now;
      requestAnimationFrame(() => render());
    }).observe(byId("timeline"));
  }

  S.page = { start, onto, go, glide, preview, model: null, screen: null };
})((globalThis.sidelines = globalThis.sidelines || {}));
