/**
 * The page in the browser: one state, kept in the address, shown by the core. The same in all frames.
 * In: a model and a frame {draw(figure)}. Out: S.page with the current screen and the moves `go` and `preview`.
 */
(function (S) {
  "use strict";

  const { byId, fill, refill } = S.dom;
  const LIST_STEP = 200;
  const wantsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");

  let model = null;
  let unpacked = null;
  let frame = null;
  let opening = "";
  let query = "";
  let screen = null;
  let listKey = "";
  let listRange = null;

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

  /** What the screen is like now: the width of the drawing, the height it may take, the scheme. px. */
  function port(view) {
    const width = Math.max(260, Math.floor(byId("timeline").clientWidth));
    const free = width < 560 ? 0 : Math.min(640, Math.max(300, globalThis.innerHeight - 440));
    return { width, room: frame.room === undefined ? free : frame.room, scheme: scheme(view) };
  }

  function palette() {
    return model.theme[scheme(screen.view)];
  }

  let spoken = null;

  /** Takes the titles and summaries of a language, where the collection has them. */
  function speak(lang) {
    if (lang === spoken) return;
    spoken = lang;
    model = S.timeline.inLanguage(unpacked, lang);
    S.page.model = model;
    listKey = "";
    byId("details").replaceChildren();
  }

  /** Computes and shows the whole screen of the current query; on paper the port is another one. */
  function render(paper) {
    const { view } = S.screen.read(unpacked, query);
    speak(view.lang);
    document.documentElement.toggleAttribute("data-dark", scheme(view) === "dark");
    if (view.theme === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", view.theme);
    screen = S.screen.build(model, query, paper || port(view));
    showFigure();
    showControls();
    showDetails();
    showList(); // after the details, which leave it the rest of the height
    byId("status").textContent = screen.status;
    screen.scheme = (paper && paper.scheme) || scheme(view);
    S.page.screen = screen;
    S.grid.show();
  }

  function showFigure() {
    frame.draw(screen.figure);
    const heading = byId("heading");
    fill(heading, ["span", {}, ["b", {}, screen.heading.window], ` · ${screen.heading.events}`]);
    byId("undated").textContent = screen.heading.undated;
    fill(byId("axis"), S.overview.axis(screen.panels));
    refill(byId("groups"), groupButtons(screen.drawn.frame.lanes));
    fill(byId("legend"), S.legend.legend(model, screen.panels, palette()));
    S.brush.show(screen);
  }

  /** A button over each heading of lanes, which folds the group into one lane and unfolds it again. */
  function groupButtons(lanes) {
    return [
      "div",
      {},
      ...lanes
        .filter((lane) => lane.heading || lane.folded)
        .map((lane) => [
          "button",
          {
            type: "button",
            class: "group",
            "data-fold": lane.group,
            "aria-expanded": String(!lane.folded),
            "aria-label": lane.name,
            style: { top: `${lane.y0}px`, height: `${lane.y1 - lane.y0}px` },
          },
          lane.folded ? "▸" : "▾",
        ]),
    ];
  }

  function press(selector, attribute, chosen) {
    document
      .querySelectorAll(selector)
      .forEach((button) => button.setAttribute("aria-pressed", String(chosen.includes(button.dataset[attribute]))));
  }

  function showControls() {
    const { view, notices } = screen;
    press("[data-country]", "country", view.country);
    press("[data-type]", "type", view.type);
    press("[data-match]", "match", [view.match]);
    press("[data-lanes]", "lanes", [view.lanes]);
    press("[data-group]", "group", [view.group]);
    press("[data-orgs]", "orgs", view.orgs ? ["1"] : []);
    press("[data-tab]", "tab", [view.tab]);
    byId("list").hidden = view.tab === "table";
    press("[data-layout]", "layout", [view.layout]);
    press("[data-theme-choice]", "themeChoice", [view.theme]);
    byId("all-countries").setAttribute("aria-pressed", String(!view.country.length));
    byId("match").hidden = view.country.length < 2;
    byId("clear").hidden = !S.menu.isFiltered(view);
    const { presets } = screen;
    const same = (a, b) => (a === null || b === null ? a === b : a[0] === b[0] && a[1] === b[1]);
    document.querySelectorAll("[data-preset]").forEach((button) => {
      const window = presets[button.dataset.preset];
      const own = button.dataset.preset === "all" ? null : window && S.screen.bounded(window, screen.whole);
      button.disabled = button.dataset.preset === "days" && !window;
      button.setAttribute("aria-pressed", String(same(own, view.window) && !(button.dataset.preset !== "all" && !own)));
    });
    const search = byId("search");
    if (document.activeElement !== search) search.value = view.q;
    byId("filters-count").textContent = S.menu.chosenCount(view) ? ` (${S.menu.chosenCount(view)})` : "";
    byId("sentence").textContent = screen.sentence;
    byId("sentence").parentNode.hidden = !S.menu.isFiltered(view);
    showCounts();
    showNotices(notices);
    byId("empty").hidden = Boolean(screen.selection.length);
    byId("empty").textContent = model.events.length ? model.words.nothing : model.words.empty;
    fill(
      byId("overview-bars"),
      S.overview.strip(model, screen.selection, screen.whole, byId("overview").clientWidth || 600),
    );
  }

  /** How many events each choice would give: beside the countries, and in the menu of filters while it is open. */
  function showCounts() {
    const counts = S.facets.count(model.rows, screen.view);
    document.querySelectorAll(".filters .chip > .count").forEach((span) => {
      const [facet, id] = Object.entries(span.parentNode.dataset)[0];
      const n = (counts[facet] || {})[id] || 0;
      span.textContent = n;
      span.parentNode.classList.toggle("nil", !n);
    });
    if (byId("filters-menu").open)
      refill(byId("filters-panel"), S.menu.panel(model, screen.view, counts, S.controls.wanted()));
  }

  /** The part of the list that is shown: around the chosen event, else from the start; it grows by buttons. */
  function range(selection, selected) {
    const at = Math.max(0, selected === null ? 0 : selection.indexOf(selected));
    if (listRange && listRange.from <= at && at < listRange.to) return listRange;
    const from = at < LIST_STEP ? 0 : at - LIST_STEP / 2;
    return { from, to: from + LIST_STEP };
  }

  function showList() {
    const { selection, selected, view } = screen;
    const ends = [selection.length, selection[0], selection[selection.length - 1]];
    const picked = [...ends, S.view.format({ ...view, event: null, window: null }), scheme(view)].join(":");
    if (picked !== listKey.split("|")[0]) listRange = null;
    listRange = range(selection, selected);
    const key = `${picked}|${listRange.from}-${listRange.to}`;
    if (key !== listKey) {
      listKey = key;
      refill(
        byId("list"),
        S.list.list(model, selection, {
          from: listRange.from,
          to: Math.min(listRange.to, selection.length),
          step: LIST_STEP,
          selected,
          palette: palette(),
        }),
      );
    }
    markChosen();
  }

  /** Scrolls the list to the first event of the window, where no event is chosen. */
  function intoWindow(list) {
    const [first] = screen.view.window ? S.screen.inside(model, screen.selection, screen.window) : [];
    const button =
      first === undefined ? null : list.querySelector(`[data-event="${CSS.escape(model.events[first].id)}"]`);
    if (button) list.scrollTop = Math.max(0, button.offsetTop - 40);
  }

  function markChosen() {
    const list = byId("list");
    list.querySelectorAll('[aria-current="true"]').forEach((button) => button.setAttribute("aria-current", "false"));
    const button = screen.view.event && list.querySelector(`[data-event="${CSS.escape(screen.view.event)}"]`);
    if (!button) return intoWindow(list);
    button.setAttribute("aria-current", "true");
    const [top, bottom] = [button.offsetTop, button.offsetTop + button.offsetHeight]; // the list is what these count from
    if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight)
      list.scrollTop = Math.max(0, top - list.clientHeight / 3);
  }

  function showDetails() {
    const details = byId("details");
    const shown = details.firstElementChild && details.firstElementChild.dataset.shown;
    if (screen.selected !== null && shown === screen.view.event && details.dataset.scheme === scheme(screen.view))
      return;
    details.dataset.scheme = scheme(screen.view);
    fill(details, screen.selected === null ? S.panel.hint(model) : S.panel.details(model, screen.selected, palette()));
    details.scrollTop = 0;
  }

  /**
   * Moves to another view and writes it into the address.
   * @param {object} changes fields of the view  @param {{replace?: boolean}} how replace: no new step for Back
   */
  function go(changes, how = {}) {
    const next = S.view.format({ ...screen.view, ...changes });
    if (next === query) return render();
    query = next;
    address(query, how.replace || frame.replaces);
    return render();
  }

  const MOVE_MS = 220;
  const still = globalThis.matchMedia("(prefers-reduced-motion: reduce)");

  /** Moves to another view whose window differs: softly, unless the reader wants no motion. */
  function glide(changes) {
    const from = screen.window;
    const to = changes.window || screen.whole;
    const begun = performance.now();
    const step = (now) => {
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
    const { panels, drawn, figure } = S.screen.picture(model, view, selection, kept, whole, port(view));
    screen = { ...screen, window: kept, panels, drawn, figure, heading: S.screen.heading(model, selection, kept) };
    S.page.screen = screen;
    showFigure();
    return kept;
  }

  /** Shows more of the list; the button that was pressed gives way to the first new event. */
  function more(where) {
    listRange =
      where === "earlier"
        ? { from: Math.max(0, listRange.from - LIST_STEP), to: listRange.to }
        : { from: listRange.from, to: listRange.to + LIST_STEP };
    const count = byId("list").querySelectorAll("[data-event]").length;
    showList();
    const buttons = byId("list").querySelectorAll("[data-event]");
    const first = where === "earlier" ? buttons[0] : buttons[count];
    if (first) first.focus();
  }

  /**
   * Starts the page: `payload` as sent, `drawing` = {draw(figure), replaces?, room?}: with `replaces` no move is a new step
   * for Back; `room` is the height of the lanes where the height of the document must not decide it, 0 for as they come.
   */
  function start(payload, drawing) {
    unpacked = S.timeline.unpack(payload);
    model = unpacked;
    frame = drawing;
    S.page.model = model;
    S.page.root = drawing.root || null;
    opening = payload.query || "";
    query = opening;
    const first = S.screen.read(model, addressed());
    query = S.view.format(first.view);
    fill(byId("search-slot"), [
      "input",
      {
        id: "search",
        type: "search",
        autocomplete: "off",
        spellcheck: "false",
        maxlength: "100",
        "aria-label": model.words.search,
        placeholder: model.words.search_hint,
      },
    ]);
    fill(byId("filters-slot"), [
      "input",
      {
        id: "filters-find",
        type: "search",
        autocomplete: "off",
        spellcheck: "false",
        "aria-label": model.words.find_choice,
        placeholder: model.words.find_choice,
      },
    ]);
    render();
    if (first.notices.length) showNotices(first.notices);
    globalThis.addEventListener("popstate", () => {
      query = addressed();
      render();
    });
    globalThis.addEventListener("hashchange", () => {
      if (!onServer()) {
        query = addressed();
        render();
      }
    });
    wantsDark.addEventListener("change", () => render());
    watchWidth();
    S.grid.listen();
    S.sharing.listen();
    S.controls.listen();
    S.pointer.listen();
    S.brush.listen();
    S.printing.listen();
  }

  /** Says what of the address could not be used. */
  function showNotices(notices) {
    fill(byId("notices"), ["ul", {}, ...notices.map((notice) => ["li", {}, `${notice.what} ${notice.fix}`])]);
    byId("notices").hidden = !notices.length;
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

  S.page = { start, render, go, glide, preview, showCounts, more, model: null, screen: null };
})((globalThis.sidelines = globalThis.sidelines || {}));
