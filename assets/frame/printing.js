/**
 * Paper: before printing the drawing is made light and as wide as a sheet, and the events in the window are written out in full.
 * In: the browser's print events. Out: `#paper` filled, and emptied again.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;
  const SHEET_PX = 1000;
  const MOST_EVENTS = 300;

  /** Draws the figure at once, where a frame would draw it later: printing does not wait. */
  function drawNow() {}

  function before() {
    const { screen, model } = S.page;
    const palette = model.theme.light;
    S.page.onto({ width: SHEET_PX, room: 0, scheme: "light" });
    S.printing.drawNow(S.page.screen.figure);
    const wanted = screen.view.window ? S.screen.inside(model, screen.selection, screen.window) : screen.selection;
    const shown = wanted.slice(0, MOST_EVENTS);
    const rest = wanted.length - shown.length;
    fill(byId("paper"), [
      "div",
      {},
      ...shown.map((index) => S.panel.details(model, index, palette)),
      rest > 0 ? ["p", {}, model.words.print_rest.replace("{n}", rest)] : null,
    ]);
  }

  function after() {
    byId("paper").replaceChildren();
    S.page.onto(null);
  }

  function listen() {
    globalThis.addEventListener("beforeprint", before);
    globalThis.addEventListener("afterprint", after);
  }

  S.printing = { listen, drawNow };
})((globalThis.sidelines = globalThis.sidelines || {}));
