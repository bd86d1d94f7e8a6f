/**
 * The table on the page: only the rows that are in sight stand in the document, however many there are.
 * In: the screen. Out: rows in `#table-rows`; copying of all rows.
 */
(function (S) {
  "use strict";

  const { byId, fill, make } = S.dom;
  const ROW_PX = 36;
  const AROUND = 12;
  const LEAST_PX = 760; // the height that the table may grow to: before it has rows it is none

  let shown = { order: [], from: -1, to: -1, key: "" };

  const scroller = () => byId("table").parentNode;
  const spacer = (height) => ["tr", { "aria-hidden": "true", style: { height: `${height}px` } }];

  /** Puts the rows around the scroll position into the document. */
  function paint(force) {
    const { screen, model } = S.page;
    const box = scroller();
    const from = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - AROUND);
    const to = Math.min(
      shown.order.length,
      Math.ceil((box.scrollTop + Math.max(box.clientHeight, LEAST_PX)) / ROW_PX) + AROUND,
    );
    if (!force && from === shown.from && to === shown.to) return;
    shown = { ...shown, from, to };
    const held =
      document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.row : undefined;
    const rows = shown.order
      .slice(from, to)
      .map((index, place) => S.table.row(model, screen.view, index, from + place, index === screen.selected));
    byId("table-rows").replaceChildren(
      ...[spacer(from * ROW_PX), ...rows, spacer((shown.order.length - to) * ROW_PX)].map(make),
    );
    const again = held === undefined ? null : byId("table-rows").querySelector(`[data-row="${CSS.escape(held)}"]`);
    if (again) again.focus({ preventScroll: true });
  }

  /** Shows the table of the screen, or hides it where the view asks for the list. */
  function show() {
    const { screen, model } = S.page;
    const { view, selection } = screen;
    const wanted = view.tab === "table";
    byId("table-card").hidden = !wanted;
    if (!wanted) return;
    shown.order = S.table.sorted(model, view, selection);
    byId("table").setAttribute("aria-rowcount", String(selection.length + 1));
    byId("table").caption.textContent = model.words.table_caption.replace("{n}", () => screen.sentence);
    S.dom.refill(byId("table-head"), S.table.head(model, view));
    fill(byId("table-note"), ["span", {}, screen.sentence]);
    const chosen = S.table.columns(model, view);
    S.dom.refill(byId("columns-panel"), [
      "div",
      { class: "chips" },
      ...Object.entries(model.words.columns).map(([column, words]) => [
        "button",
        { type: "button", class: "chip", "data-column": column, "aria-pressed": String(chosen.includes(column)) },
        words,
      ]),
    ]);
    paint(true);
  }

  /** Moves the focus by so many rows, at most to the first or the last; a row out of sight is brought into it first. */
  function step(by) {
    const ids = shown.order.map((index) => S.page.model.events[index].id);
    const wanted = ids.indexOf(document.activeElement.dataset.row) + by;
    const next = Math.min(Math.max(wanted, 0), ids.length - 1);
    const box = scroller();
    const [top, bottom] = [next * ROW_PX, (next + 2) * ROW_PX];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    paint(false);
    byId("table-rows")
      .querySelector(`[data-row="${CSS.escape(ids[next])}"]`)
      .focus({ preventScroll: true });
  }

  function onKey(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity }[event.key];
    if (!by || !document.activeElement.dataset.row) return;
    event.preventDefault();
    step(by);
  }

  /** Adds or takes away a column; the last one stays. */
  function toggleColumn(column) {
    const { screen, model } = S.page;
    const now = S.table.columns(model, screen.view);
    const next = now.includes(column) ? now.filter((one) => one !== column) : [...now, column];
    const usual = Object.keys(model.words.columns).slice(0, model.words.columns_default);
    const same = next.length === usual.length && usual.every((one) => next.includes(one));
    if (next.length) S.page.go({ columns: same ? [] : next.sort() }, { replace: true });
  }

  /** Copies all rows, also those out of sight. */
  function copy() {
    const { screen, model } = S.page;
    const text = S.table.tsv(model, screen.view, screen.selection);
    S.copying.copy(text).then((done) => {
      byId("table-note").textContent = done
        ? model.words.copied.replace("{n}", screen.selection.length.toLocaleString("en-GB"))
        : model.words.copy_failed;
    });
  }

  function listen() {
    scroller().addEventListener("scroll", () => requestAnimationFrame(() => paint(false)), { passive: true });
    byId("table").addEventListener("keydown", onKey);
  }

  S.grid = { show, listen, toggleColumn, copy };
})((globalThis.sidelines = globalThis.sidelines || {}));
