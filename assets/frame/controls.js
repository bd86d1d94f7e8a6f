/**
 * Buttons, search box and keys -> moves of the page. One listener each on the document, so that nothing has to be re-bound.
 * In: events of the browser. Out: calls of S.page.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;

  const toggled = (list, value) =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value].sort();

  /** Opens an event; the window moves only if the event lies outside of it. */
  function open(id, how) {
    const { screen, model } = S.page;
    const form = S.dates.shape(model.events[model.indexOf.get(id)].date);
    const changes = { event: id };
    if (form && screen.view.window && !S.dates.overlaps(form, screen.window)) {
      const half = (screen.window[1] - screen.window[0]) / 2;
      changes.window = S.screen.bounded([form.at - half, form.at + half], screen.whole);
    }
    S.page.go(changes, how);
  }

  const ACTIONS = {
    country: (id) => S.page.go({ country: toggled(S.page.screen.view.country, id) }),
    ...Object.fromEntries(
      ["type", "status", "role", "org", "person", "tag", "place", "source"].map((facet) => [
        facet,
        (id) => S.page.go({ [facet]: toggled(S.page.screen.view[facet], id) }),
      ]),
    ),
    dates: (value) => S.page.go({ dates: value }),
    mentions: () => S.page.go({ mentions: !S.page.screen.view.mentions }),
    choose: (ids) => S.page.go({ country: ids.split(",").sort() }),
    members: () => chooseMembers(),
    match: (value) => S.page.go({ match: value }),
    lanes: (value) => S.page.go({ lanes: value, order: [] }),
    group: (value) => S.page.go({ group: value, fold: [] }),
    orgs: () => S.page.go({ orgs: !S.page.screen.view.orgs }),
    fold: (value) => S.page.go({ fold: toggled(S.page.screen.view.fold, value) }),
    layout: (value) => S.page.go({ layout: value }),
    themeChoice: (value) => S.page.go({ theme: value }),
    event: (id) => open(id),
    open: (id) => {
      open(id);
      focusDetails();
    },
    tab: (value) => S.page.go({ tab: value }),
    sort: (value) => S.page.go({ sort: value }, { replace: true }),
    row: (id) => open(id),
    column: (value) => S.grid.toggleColumn(value),
    copyTsv: () => S.grid.copy(),
    more: (where) => S.listing.more(where),
    lane: (id) => S.handles.openMenu(id),
    move: (key) => S.handles.choose(key),
    keys: () => byId("help").showModal(),
    leave: () => S.sheet.leave(),
    close: (id) => byId(id).close(),
    shareOpen: (scope) => S.sharing.open(scope),
    copy: (id) => S.sharing.copy(id),
    download: (format) => S.sharing.download(format),
    image: (kind) => S.sharing.image(kind),
    clear() {
      S.page.go({ ...S.menu.UNFILTERED, match: "any" });
      byId("all-countries").focus({ preventScroll: true }); // the button itself is gone
    },
    allCountries: () => S.page.go({ country: [], match: "any" }),
    preset(key) {
      S.page.glide({ window: S.screen.presetWindow(S.page.screen, key) });
    },
  };

  /**
   * Chooses the countries that were in an organisation on a day. A day that cannot be read, or on which there were none, is
   * marked, and nothing changes: no country chosen would be all.
   */
  function chooseMembers() {
    const field = byId("members-on");
    const period = S.bounds.period(field.value.trim());
    const { model } = S.page;
    const members = new Set(period ? S.menu.membersAt(model, byId("members-of").value, period[0]) : []);
    field.setAttribute("aria-invalid", String(!members.size));
    field.setCustomValidity(period && !members.size ? model.words.members_none : "");
    field.reportValidity();
    if (members.size) S.page.go({ country: [...members].sort() });
  }

  /**
   * Moves to another view once the focus has gone on from a field of the menu, and with it the click that led it away: the
   * menu is filled anew, and what is replaced under them would lose both.
   */
  function goOn(changes) {
    const go = () => setTimeout(() => S.page.go(changes));
    if (byId("filters-menu").matches(":active")) globalThis.addEventListener("pointerup", go, { once: true });
    else go();
  }

  /** Takes a date field of the menu into the view, once it can be read or is empty. */
  function onDate(event) {
    const name = event.target.dataset.date;
    if (!name) return;
    const value = event.target.value.trim();
    const valid = !value || Boolean(S.bounds.period(value));
    event.target.setAttribute("aria-invalid", String(!valid));
    if (valid) goOn({ [name]: value || null });
  }

  /** Takes what was written as a place into the view, if all of it can be read: one place, whole or in part, or several. */
  function onPlace({ target }) {
    if (target.dataset.placeAdd === undefined || !target.value.trim()) return;
    const { model, screen } = S.page;
    const { view, notices } = S.view.parse(`place=${encodeURIComponent(target.value)}`, model.vocabulary);
    const isRead = view.place.length > 0 && !notices.length;
    target.setAttribute("aria-invalid", String(!isRead));
    if (isRead) goOn({ place: [...new Set([...screen.view.place, ...view.place])].sort() });
  }

  let typed = "";

  /** What was typed to find a choice in the menu of filters. */
  const wanted = () => typed;

  function listenToMenu() {
    const menu = byId("filters-menu");
    menu.addEventListener("toggle", () => S.showing.counts());
    menu.addEventListener("change", onDate);
    menu.addEventListener("change", onPlace);
    byId("filters-find").addEventListener("input", (event) => {
      typed = event.target.value;
      S.showing.counts();
    });
  }

  /** A menu closes by Escape, which leads back to its button, and by a press anywhere else. */
  function listenToPopovers() {
    document.addEventListener("keydown", (event) => {
      const menu = event.key === "Escape" && event.target.closest("details.popover[open]");
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", (event) =>
      document.querySelectorAll("details.popover[open]").forEach((one) => {
        if (!one.contains(event.target)) one.open = false;
      }),
    );
  }

  /** The first letter is a step for Back, the rest of the words belongs to it. */
  function listenToSearch() {
    const search = byId("search");
    let begun = false;
    search.addEventListener("input", () => {
      S.page.go({ q: search.value }, { replace: begun && S.page.screen.view.q !== "" });
      begun = true;
    });
    search.addEventListener("change", () => {
      begun = false;
    });
  }

  function focusDetails() {
    const heading = byId("details").querySelector("h2");
    if (heading) heading.focus();
  }

  function onClick(event) {
    const button = event.target.closest("button, a");
    if (!button) return;
    for (const [name, act] of Object.entries(ACTIONS)) {
      if (button.dataset[name] === undefined || button.disabled) continue;
      act(button.dataset[name]);
      if (name === "event") S.sheet.keepInSight(event.clientY);
      return;
    }
  }

  /** The event before or after the chosen one in the list, or the first or last in the window. */
  function neighbour(step) {
    const { screen, model } = S.page;
    const { selection, selected, window } = screen;
    if (!selection.length) return null;
    const at = selected === null ? -1 : selection.indexOf(selected);
    if (at >= 0) return selection[Math.min(selection.length - 1, Math.max(0, at + step))];
    const seen = S.screen.inside(model, selection, window);
    const from = seen.length ? seen : selection;
    return step > 0 ? from[0] : from[from.length - 1];
  }

  /** The nearest event in time that has the chosen one's neighbouring lane. */
  function laneNeighbour(step) {
    const { screen, model } = S.page;
    if (screen.selected === null) return neighbour(step);
    const { laneOf: places } = screen.drawn.frame;
    const laneOf = (index) =>
      Math.min(...model.events[index].lanes.filter((id) => places.has(id)).map((id) => places.get(id)));
    const here = laneOf(screen.selected);
    const at = screen.selection.indexOf(screen.selected);
    const others = screen.selection
      .map((index, place) => ({ index, away: Math.abs(place - at), lane: laneOf(index) }))
      .filter((one) => Number.isFinite(one.lane) && Math.sign(one.lane - here) === step);
    others.sort((a, b) => Math.abs(a.lane - here) - Math.abs(b.lane - here) || a.away - b.away);
    return others.length ? others[0].index : screen.selected;
  }

  function zoom(factor) {
    const { screen } = S.page;
    const [from, to] = screen.window;
    const form = screen.selected === null ? null : S.dates.shape(S.page.model.events[screen.selected].date);
    const middle = form && form.at > from && form.at < to ? form.at : (from + to) / 2;
    S.page.go(
      { window: S.screen.bounded([middle - (middle - from) * factor, middle + (to - middle) * factor], screen.whole) },
      { replace: true },
    );
  }

  const walk = (index) => {
    if (index !== null) open(S.page.model.events[index].id, { replace: true });
  };

  const KEYS = {
    ArrowRight: () => walk(neighbour(1)),
    ArrowLeft: () => walk(neighbour(-1)),
    ArrowDown: () => walk(laneNeighbour(1)),
    ArrowUp: () => walk(laneNeighbour(-1)),
    Enter: focusDetails,
    Escape: () => S.page.go({ event: null }),
    "+": () => zoom(0.5),
    "=": () => zoom(0.5),
    "-": () => zoom(2),
    0: () => ACTIONS.preset("all"),
    f: () => ACTIONS.preset("fit"),
    "?": () => byId("help").showModal(),
    "/": () => byId("search").focus(),
  };

  function onTimelineKey(event) {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    if (event.key === "Escape") S.tooltip.hide();
    else S.tooltip.follow();
  }

  /** In the list the arrows move the focus, as in any list; Escape in the panel leads back to the chosen event. */
  function onListKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...byId("list").querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))].focus();
  }

  /** Where the details lie over the list or the table, Escape puts them away. */
  function onKeyBehind(event) {
    if (event.key === "Escape" && S.sheet.isOnDemand()) S.page.go({ event: null });
  }

  function onDetailsKey(event) {
    if (event.key !== "Escape") return;
    if (S.sheet.isOnDemand()) return S.sheet.leave();
    const { view } = S.page.screen;
    const button = view.event && byId("list").querySelector(`[data-event="${CSS.escape(view.event)}"]`);
    (button || byId("timeline")).focus();
  }

  function listen() {
    document.addEventListener("click", onClick);
    byId("timeline").addEventListener("keydown", onTimelineKey);
    byId("list").addEventListener("keydown", onListKey);
    byId("list").addEventListener("keydown", onKeyBehind);
    byId("table").addEventListener("keydown", onKeyBehind);
    byId("details").addEventListener("keydown", onDetailsKey);
    listenToMenu();
    listenToPopovers();
    listenToSearch();
  }

  S.controls = { listen, open, wanted };
})((globalThis.sidelines = globalThis.sidelines || {}));
