/**
 * What can be taken hold of beside the lanes: headings fold their group; a lane is dragged to another place, and its menu
 * does the same by keys or a tap. One stop for Tab: arrows go on from lane to lane, with Alt they move the lane.
 * In: pointer and key events. Out: buttons over the names of the lanes, `#lane-menu`, and `order` and `country` for S.page.
 */
(function (S) {
  "use strict";

  const { byId, fill, refill } = S.dom;
  const DRAG_PX = 4;

  let current = null; // the lane that Tab leads to
  let held = null; // {id, at}: the lane that is being dragged and the place it would take

  const { movable, moved } = S.lanes;
  const ids = () => movable(S.page.model, S.page.screen.view);
  const lanesOf = () => S.page.screen.drawn.frame.lanes;
  const button = (id) => byId("groups").querySelector(`[data-lane="${CSS.escape(id)}"]`);
  const spoken = (words, id, all) =>
    words
      .replace("{place}", all.indexOf(id) + 1)
      .replace("{n}", all.length)
      .replace("{name}", () => S.page.model.actors[id].name);

  const box = (lane) => ({ top: `${lane.y0}px`, height: `${lane.y1 - lane.y0}px` });

  function heading(lane) {
    const attributes = { "aria-expanded": String(!lane.folded), "aria-label": lane.name, style: box(lane) };
    const sign = lane.folded ? "▸" : "▾";
    return ["button", { type: "button", class: "group", "data-fold": lane.group, ...attributes }, sign];
  }

  function handle(lane, all) {
    const attributes = {
      "aria-label": spoken(S.page.model.words.lane_handle, lane.id, all),
      "aria-haspopup": "menu",
      tabindex: lane.id === current ? "0" : "-1",
      style: box(lane),
    };
    return ["button", { type: "button", class: "lane", "data-lane": lane.id, ...attributes }];
  }

  /** Puts a button over each heading and each lane that can be moved. */
  function show() {
    const all = ids();
    if (!all.includes(current)) current = all[0] || null;
    const buttons = lanesOf().flatMap((lane) => {
      if (lane.heading || lane.folded) return [heading(lane)];
      return all.includes(lane.id) ? [handle(lane, all)] : [];
    });
    refill(byId("groups"), ["div", {}, ...buttons, dropLine()]);
  }

  /** The lanes that can be moved besides this one, from the top. */
  function othersThan(id) {
    const all = ids();
    return lanesOf().filter((lane) => lane.id !== id && all.includes(lane.id));
  }

  /** The line at which a dragged lane would be dropped. */
  function dropLine() {
    if (!held) return null;
    const rest = othersThan(held.id);
    const below = rest[held.at];
    const y = below ? below.y0 : rest[rest.length - 1].y1;
    return ["div", { class: "drop", style: { top: `${y - 1}px` } }];
  }

  function putAt(id, place) {
    const { model, screen } = S.page;
    const at = Math.min(ids().length - 1, Math.max(0, place));
    current = id;
    S.page.go({ order: moved(model, screen.view, id, at) });
    byId("status").textContent = spoken(model.words.lane_moved, id, ids());
    const again = button(id);
    if (again) again.focus({ preventScroll: true });
  }

  // --- by pointer

  /** The place that the lane takes when it is let go at a height of the drawing, px. */
  function placeAt(id, y) {
    return othersThan(id).filter((lane) => (lane.y0 + lane.y1) / 2 < y).length;
  }

  function onDown(event) {
    const target = event.target.closest("[data-lane]");
    if (!target || event.button !== 0 || event.pointerType === "touch") return;
    if (ids().length < 2) return; // a lane alone has no other place
    const id = target.dataset.lane;
    const top = byId("timeline").getBoundingClientRect().top;
    const move = (next) => {
      if (!held && Math.abs(next.clientY - event.clientY) < DRAG_PX) return;
      held = { id, at: placeAt(id, next.clientY - top) };
      byId("timeline").classList.add("held");
      show();
    };
    S.pointer.follow(event, move, (end) => {
      const at = held && held.at;
      held = null;
      byId("timeline").classList.remove("held");
      if (at === null) return;
      if (end.type !== "pointerup") return show();
      dragged = true; // the click that follows is the end of the drag
      setTimeout(() => (dragged = false));
      return putAt(id, at);
    });
  }

  let dragged = false;

  // --- by menu

  const close = () => {
    byId("lane-menu").hidden = true;
  };

  /** What the menu of a lane offers: [key, words, whether it can be done]. */
  function offers(id) {
    const { model, screen } = S.page;
    const { view } = screen;
    const words = model.words.lane_menu_items;
    const at = ids().indexOf(id);
    const only = view.country.length === 1 && view.country[0] === id;
    const isCountry = model.vocabulary.country.some((entry) => entry.id === id);
    return [
      isCountry && [
        only ? "all" : "only",
        only ? words.all : words.only.replace("{name}", () => model.actors[id].name),
      ],
      at > 0 && ["up", words.up],
      at < ids().length - 1 && ["down", words.down],
      at > 1 && ["top", words.top],
      view.order.length > 0 && ["usual", words.usual],
    ].filter(Boolean);
  }

  function openMenu(id) {
    if (dragged) return;
    current = id;
    const menu = byId("lane-menu");
    const lane = lanesOf().find((one) => one.id === id);
    const item = ([key, words]) => [
      "button",
      { type: "button", role: "menuitem", tabindex: "-1", "data-move": key },
      words,
    ];
    fill(menu, ["div", { "data-of": id }, ...offers(id).map(item)]);
    menu.setAttribute("aria-label", S.page.model.actors[id].name);
    menu.hidden = false;
    const most = byId("timeline").clientHeight - menu.offsetHeight - 4;
    menu.style.setProperty("left", `${S.page.screen.panels[0].frame.left - 4}px`);
    menu.style.setProperty("top", `${Math.max(4, Math.min(lane.y0 + 6, most))}px`);
    const first = menu.querySelector("button");
    if (first) first.focus({ preventScroll: true });
  }

  const MOVES = {
    only: (id) => S.page.go({ country: [id], match: "any" }),
    all: () => S.page.go({ country: [], match: "any" }),
    up: (id) => putAt(id, ids().indexOf(id) - 1),
    down: (id) => putAt(id, ids().indexOf(id) + 1),
    top: (id) => putAt(id, 0),
    usual: () => S.page.go({ order: [] }),
  };

  /** Does what was chosen in the menu of a lane; the focus goes back to the lane. */
  function choose(key) {
    const id = byId("lane-menu").firstElementChild.dataset.of;
    close();
    MOVES[key](id);
    const again = button(id) || byId("timeline");
    again.focus({ preventScroll: true });
  }

  // --- by keys

  function onLaneKey(event, id) {
    const all = ids();
    const at = all.indexOf(id);
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -at, End: all.length - 1 - at }[event.key];
    if (event.key === "Escape") byId("timeline").focus({ preventScroll: true });
    else if (step === undefined || event.ctrlKey || event.metaKey) return;
    else if (event.altKey) putAt(id, at + step);
    else walkTo(all[Math.min(all.length - 1, Math.max(0, at + step))]);
    event.preventDefault();
  }

  function walkTo(id) {
    current = id;
    show();
    button(id).focus();
  }

  function onMenuKey(event) {
    const items = [...byId("lane-menu").querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      close();
      button(current).focus({ preventScroll: true });
    } else if (to === undefined) return;
    else items[(to + items.length) % items.length].focus();
    event.preventDefault();
  }

  function onKey(event) {
    const lane = event.target.closest("[data-lane]");
    const inside = event.target.closest("#groups, #lane-menu");
    if (lane) onLaneKey(event, lane.dataset.lane);
    else if (event.target.closest("#lane-menu")) onMenuKey(event);
    if (inside) event.stopImmediatePropagation(); // the keys of the drawing are not meant
  }

  function listen() {
    byId("timeline").addEventListener("keydown", onKey);
    byId("groups").addEventListener("pointerdown", onDown);
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#lane-menu, [data-lane]")) close();
    });
  }

  S.handles = { show, listen, openMenu, choose };
})((globalThis.sidelines = globalThis.sidelines || {}));
