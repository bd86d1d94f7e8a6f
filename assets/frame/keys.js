/**
 * Keys -> moves of the page: the arrows walk events in time and lanes, the others zoom, open and go back (`keys_list` of the
 * words says which).
 * In: events of the keyboard on drawing, list, table and details. Out: calls of S.page.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;

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
    if (index !== null) S.controls.open(S.page.model.events[index].id, { replace: true });
  };

  const KEYS = {
    ArrowRight: () => walk(neighbour(1)),
    ArrowLeft: () => walk(neighbour(-1)),
    ArrowDown: () => walk(laneNeighbour(1)),
    ArrowUp: () => walk(laneNeighbour(-1)),
    Enter: () => S.controls.focusDetails(),
    Escape: () => S.page.go({ event: null }),
    "+": () => zoom(0.5),
    "=": () => zoom(0.5),
    "-": () => zoom(2),
    0: () => S.controls.preset("all"),
    f: () => S.controls.preset("fit"),
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
    byId("timeline").addEventListener("keydown", onTimelineKey);
    byId("list").addEventListener("keydown", onListKey);
    byId("list").addEventListener("keydown", onKeyBehind);
    byId("table").addEventListener("keydown", onKeyBehind);
    byId("details").addEventListener("keydown", onDetailsKey);
  }

  S.keys = { listen };
})((globalThis.sidelines = globalThis.sidelines || {}));
