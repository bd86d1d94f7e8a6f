/**
 * Buttons, menus and search box -> moves of the page. One listener each on the document, so that nothing has to be re-bound.
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

  /** Shows the window of a preset. */
  const preset = (key) => S.page.glide({ window: S.screen.presetWindow(S.page.screen, key) });

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
    preset,
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

  /** Leads into the details of the chosen event. */
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

  function listen() {
    document.addEventListener("click", onClick);
    listenToMenu();
    listenToPopovers();
    listenToSearch();
  }

  S.controls = { listen, open, preset, focusDetails, wanted };
})((globalThis.sidelines = globalThis.sidelines || {}));
