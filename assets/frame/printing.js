/**
 * Paper: before printing the drawing is made light and as wide as a sheet, and the events in the window are written out in full.
 * In: the browser's print events, and the frame's {drawNow(figure)?, isHosted?}. Out: `#paper` filled, and emptied again.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;
  const SHEET_PX = 1000;
  const MOST_EVENTS = 300;

  /** Inside a host the sheet is the host's: the drawing keeps its place and width, and only what is open is read. */
  function before({ drawNow, isHosted }) {
    const width = isHosted ? S.page.screen.figure.layout.width : SHEET_PX;
    S.page.onto({ width, room: 0, scheme: "light" });
    if (drawNow) drawNow(S.page.screen.figure);
    if (!isHosted) writeOut();
  }

  function writeOut() {
    const { screen, model } = S.page;
    const wanted = screen.view.window ? S.screen.inside(model, screen.selection, screen.window) : screen.selection;
    const shown = wanted.slice(0, MOST_EVENTS);
    const rest = wanted.length - shown.length;
    fill(byId("paper"), [
      "div",
      {},
      ...shown.map((index) => S.panel.details(model, index, model.theme.light)),
      rest > 0 ? ["p", {}, model.words.print_rest.replace("{n}", rest)] : null,
    ]);
  }

  function after() {
    byId("paper").replaceChildren();
    S.page.onto(null);
  }

  function listen(frame) {
    globalThis.addEventListener("beforeprint", () => before(frame));
    globalThis.addEventListener("afterprint", after);
  }

  S.printing = { listen };
})((globalThis.sidelines = globalThis.sidelines || {}));
