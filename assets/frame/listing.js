/**
 * The list beside the drawing: the part of it that stands in the document, and where it is scrolled to.
 * In: the screen. Out: `#list` filled; a long list grows by its buttons, and begins where the window does.
 */
(function (S) {
  "use strict";

  const { byId, make, refill } = S.dom;
  const STEP = 150;

  const NOTHING = { key: "", start: null, from: 0, to: 0 };

  let shown = NOTHING; // `start` is the place with which it was made to begin, if it was; earlier ones may have come to it

  /** What the list depends on besides the part that is shown. */
  function keyOf({ selection, view, scheme }) {
    const ends = [selection.length, selection[0], selection[selection.length - 1]];
    return [...ends, S.view.format({ ...view, event: null, window: null }), scheme].join(":");
  }

  /** The event that has to be in sight: the chosen one, else the first of the window; its place, or -1. */
  function wantedPlace({ selection, selected, view, window }) {
    if (selected !== null) return selection.indexOf(selected);
    const [first] = view.window ? S.screen.inside(S.page.model, selection, window) : [];
    return first === undefined ? -1 : selection.indexOf(first);
  }

  /** Whether the list scrolls in a box of its own; on a small screen the page scrolls, and nothing else. */
  const hasBox = () => getComputedStyle(byId("list")).overflowY !== "visible";

  /**
   * The part of the list around a place; the one that is shown where it holds the place. Without a box it begins with the
   * first event of the window, which no scrolling would bring into sight, until the reader asks for earlier ones.
   */
  function range(place, key) {
    const at = Math.max(0, place);
    const begins = S.page.screen.selected === null && !hasBox();
    const holds = begins ? shown.start === at : place < 0 || (shown.from <= at && at < shown.to);
    if (key === shown.key && holds) return shown;
    const from = begins ? at : at < STEP ? 0 : at - STEP / 2;
    return { start: begins ? at : null, from, to: from + STEP };
  }

  function paint(key, { start, from, to }) {
    const { screen, model } = S.page;
    const { selection, selected, beside } = screen;
    shown = { key, start, from, to };
    const palette = model.theme[screen.scheme];
    const part = { from, to: Math.min(to, selection.length), step: STEP, selected, palette, beside };
    refill(byId("list"), S.list.list(model, selection, part));
  }

  const entry = (index) => byId("list").querySelector(`[data-event="${CSS.escape(S.page.model.events[index].id)}"]`);

  function markChosen() {
    byId("list")
      .querySelectorAll('[aria-current="true"]')
      .forEach((button) => button.setAttribute("aria-current", "false"));
    const { selected } = S.page.screen;
    const button = selected === null ? null : entry(selected);
    if (button) button.setAttribute("aria-current", "true");
    return button;
  }

  /** Scrolls an entry into the list's own box, never the page: a chosen one only if it is out of sight. */
  function reveal(button, always) {
    const list = byId("list");
    const [top, bottom] = [button.offsetTop, button.offsetTop + button.offsetHeight]; // the list is what these count from
    if (always) list.scrollTop = Math.max(0, top - 40);
    else if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight)
      list.scrollTop = Math.max(0, top - list.clientHeight / 3);
  }

  /** Shows the list of the screen. */
  function show() {
    const { screen } = S.page;
    const key = keyOf(screen);
    const place = wantedPlace(screen);
    const part = range(place, key);
    if (key !== shown.key || part.from !== shown.from || part.to !== shown.to) paint(key, part);
    const button = markChosen() || (place < 0 ? null : entry(screen.selection[place]));
    if (button) reveal(button, screen.selected === null);
  }

  /** Makes what an unfolded line hides, when it is first unfolded. */
  function fillIn(line) {
    const { model, screen } = S.page;
    if (line.children.length > 1) return;
    const { index } = line.dataset;
    const palette = model.theme[screen.scheme];
    const { facts, memberships } = S.beside;
    const tree = index ? facts(model, Number(index)) : memberships(model, screen.beside.memberships, palette);
    line.append(make(tree));
  }

  /** Unfolds what stands in the list beside the events, a "claim" or a "membership", and leads to it. */
  function unfold(kind, id) {
    if (byId("list").hidden) S.page.go({ tab: "list" });
    const all = byId("list").querySelector(".memberships");
    if (kind === "membership" && all) fillIn(all);
    const found = byId("list").querySelector(`[data-${kind}="${CSS.escape(id)}"]`);
    for (let each = found; each; each = each.parentElement.closest("details")) each.open = true;
    if (found) found.querySelector("summary").focus();
  }

  /** Has the list made anew the next time it is shown: its words have changed. */
  function forget() {
    shown = NOTHING;
  }

  /** Shows more of the list; the button that was pressed gives way to the first new event. */
  function more(where) {
    const earlier = where === "earlier";
    const count = byId("list").querySelectorAll("[data-event]").length;
    paint(shown.key, {
      start: shown.start,
      from: earlier ? Math.max(0, shown.from - STEP) : shown.from,
      to: earlier ? shown.to : shown.to + STEP,
    });
    markChosen();
    const first = byId("list").querySelectorAll("[data-event]")[earlier ? 0 : count];
    if (first) first.focus();
  }

  /** A line that is unfolded is filled in; `toggle` does not bubble, so it is caught on its way down. */
  function listen() {
    const onToggle = ({ target }) => target.open && fillIn(target);
    byId("list").addEventListener("toggle", onToggle, { capture: true });
  }

  S.listing = { show, listen, forget, more, unfold };
})((globalThis.sidelines = globalThis.sidelines || {}));
