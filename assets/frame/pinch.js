/**
 * Two fingers on the drawing: the moments under them stay under them.
 * In: touch pointers on `#timeline`. Out: windows for S.page.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;
  const LEAST_PX = 24;

  const fingers = new Map();
  let held = null;
  let shown = null;

  /** Whether two fingers are down, so that neither of them drags or clicks. */
  const active = () => held !== null;

  /** The places of the two fingers, px from the left of the plot. */
  function places() {
    const left = byId("timeline").getBoundingClientRect().left + S.page.screen.drawn.frame.left;
    return [...fingers.values()].slice(0, 2).map((x) => x - left);
  }

  function begin() {
    const { window, drawn } = S.page.screen;
    held = places().map((x) => window[0] + x / drawn.frame.pxPerMs);
  }

  /** The window in which the moments that were taken hold of lie under the fingers again. */
  function follow() {
    const [a, b] = places();
    if (Math.abs(b - a) < LEAST_PX) return;
    const msPerPx = Math.abs((held[1] - held[0]) / (b - a));
    const start = (held[0] + held[1]) / 2 - ((a + b) / 2) * msPerPx;
    shown = S.page.preview([start, start + S.page.screen.drawn.frame.width * msPerPx]);
  }

  function onDown(event) {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 2) begin();
  }

  function onMove(event) {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX);
    if (held && fingers.size === 2) follow();
  }

  function onUp(event) {
    if (!fingers.delete(event.pointerId) || fingers.size || !held) return;
    setTimeout(finish); // after every listener of this event, so that the last finger clicks nothing
  }

  function finish() {
    held = null;
    if (shown) S.page.go({ window: shown });
    shown = null;
  }

  function listen() {
    byId("timeline").addEventListener("pointerdown", onDown);
    globalThis.addEventListener("pointermove", onMove);
    globalThis.addEventListener("pointerup", onUp);
    globalThis.addEventListener("pointercancel", onUp);
  }

  S.pinch = { listen, active };
})((globalThis.sidelines = globalThis.sidelines || {}));
