/**
 * The screen -> the document: drawing, controls, counts, notices and details show what the core has computed.
 * In: S.page.screen and S.page.model. Out: elements filled; nothing here knows the address or keeps a state.
 */
(function (S) {
  "use strict";

  const { byId, fill, refill } = S.dom;

  const palette = () => S.page.model.theme[S.page.screen.scheme];

  /** The drawing and what lies over it; `draw` is the frame's. */
  function showFigure(draw) {
    const { model, screen } = S.page;
    draw(screen.figure);
    fill(byId("heading"), screen.heading.tree);
    byId("undated").textContent = screen.heading.undated;
    fill(byId("axis"), S.overview.axis(screen.panels));
    S.handles.show();
    fill(byId("legend"), S.legend.legend(model, screen.panels, palette()));
    S.brush.show(screen);
  }

  function press(selector, attribute, chosen) {
    document
      .querySelectorAll(selector)
      .forEach((button) => button.setAttribute("aria-pressed", String(chosen.includes(button.dataset[attribute]))));
  }

  function showPresets() {
    const { presets } = S.page.screen;
    const shown = S.screen.presetOf(S.page.screen);
    document.querySelectorAll("[data-preset]").forEach((button) => {
      const { preset } = button.dataset;
      button.disabled = !presets[preset];
      button.setAttribute("aria-pressed", String(preset === shown));
    });
  }

  function showChoices(view) {
    press("[data-country]", "country", view.country);
    press("[data-type]", "type", view.type);
    press("[data-match]", "match", [view.match]);
    press("[data-lanes]", "lanes", view.order.length ? [] : [view.lanes]);
    press("[data-group]", "group", [view.group]);
    press("[data-orgs]", "orgs", view.orgs ? ["1"] : []);
    press("[data-tab]", "tab", [view.tab]);
    press("[data-layout]", "layout", [view.layout]);
    press("[data-theme-choice]", "themeChoice", [view.theme]);
    byId("all-countries").setAttribute("aria-pressed", String(!view.country.length));
    byId("match").hidden = view.country.length < 2;
    byId("clear").hidden = !S.menu.isFiltered(view);
    byId("list").hidden = view.tab === "table";
  }

  /** Everything around the drawing that says or changes the view. */
  function showControls() {
    const { model, screen } = S.page;
    const { view } = screen;
    showChoices(view);
    showPresets();
    const search = byId("search");
    if (document.activeElement !== search) search.value = view.q;
    byId("filters-count").textContent = S.menu.chosenCount(view) ? `\u00a0(${S.menu.chosenCount(view)})` : "";
    byId("sentence").textContent = screen.sentence;
    byId("sentence").parentNode.hidden = !S.menu.isFiltered(view);
    showCounts();
    byId("empty").hidden = Boolean(screen.selection.length);
    byId("empty").textContent = model.events.length ? model.words.nothing : model.words.empty;
    fill(byId("overview-bars"), S.overview.strip(model, screen.selection, screen.whole, screen.overview));
  }

  /** How many events each choice would give: beside the countries, and in the menu of filters while it is open. */
  function showCounts() {
    const { model, screen } = S.page;
    const open = byId("filters-menu").open;
    const counts = S.facets.count(model.rows, screen.view, open ? undefined : ["country", "type"]);
    document.querySelectorAll(".filters .chip > .count").forEach((span) => {
      const [facet, id] = Object.entries(span.parentNode.dataset)[0];
      const n = (counts[facet] || {})[id] || 0;
      span.textContent = n;
      span.parentNode.classList.toggle("nil", !n);
    });
    if (open) refill(byId("filters-panel"), S.menu.panel(model, screen.view, counts, S.controls.wanted()));
  }

  /** Says what of the address could not be used. */
  function showNotices(notices) {
    fill(byId("notices"), ["ul", {}, ...notices.map((notice) => ["li", {}, `${notice.what} ${notice.fix}`])]);
    byId("notices").hidden = !notices.length;
  }

  function showDetails() {
    const { model, screen } = S.page;
    const details = byId("details");
    const key = `${screen.scheme} ${screen.selected === null ? "" : screen.view.event}`;
    if (details.firstElementChild && details.dataset.key === key) return;
    details.dataset.key = key;
    fill(details, screen.selected === null ? S.panel.hint(model) : S.panel.details(model, screen.selected, palette()));
    details.scrollTop = 0;
  }

  /** Brings the first chosen country into its row of chips, where there are more than fit. */
  function revealChosen() {
    const chip = document.querySelector('.countries [data-country][aria-pressed="true"]');
    if (!chip) return;
    const row = chip.parentNode;
    row.scrollTop = Math.max(0, chip.offsetTop - row.offsetTop - row.clientHeight / 2);
    row.scrollLeft = Math.max(0, chip.offsetLeft - row.offsetLeft - row.clientWidth / 2);
  }

  S.showing = {
    figure: showFigure,
    controls: showControls,
    counts: showCounts,
    notices: showNotices,
    details: showDetails,
    revealChosen,
  };
})((globalThis.sidelines = globalThis.sidelines || {}));
