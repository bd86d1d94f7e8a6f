/**
 * The brush on the overview strip: drag its middle or its ends, or move them by keys; a click elsewhere centres it there.
 * In: the screen and pointer or key events. Out: windows for S.page.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;
  const ENDS = { "brush-start": 0, "brush-end": 1 };

  const share = (at, whole) => Math.min(1, Math.max(0, (at - whole[0]) / (whole[1] - whole[0])));

  /** Places the brush over the window of the screen and says its ends in words. */
  function show(screen) {
    const { window, whole } = screen;
    const [from, to] = window.map((at) => share(at, whole));
    const brush = byId("brush");
    brush.style.setProperty("left", `${from * 100}%`);
    brush.style.setProperty("width", `${(to - from) * 100}%`);
    brush.classList.toggle("slim", (to - from) * screen.overview < 18);
    for (const [id, end] of Object.entries(ENDS)) {
      const handle = byId(id);
      handle.setAttribute("aria-valuemin", "0");
      handle.setAttribute("aria-valuemax", "1000");
      handle.setAttribute("aria-valuenow", String(Math.round(share(window[end], whole) * 1000)));
      handle.setAttribute("aria-valuetext", S.calendar.endWords(window, end));
    }
  }

  /** The window after its ends moved by so many ms; an end cannot pass the other. */
  function moved(window, what, by) {
    if (what === "both") return [window[0] + by, window[1] + by];
    const next = [...window];
    next[what] += by;
    const least = S.calendar.HOUR;
    if (what === 0) next[0] = Math.min(next[0], window[1] - least);
    else next[1] = Math.max(next[1], window[0] + least);
    return next;
  }

  function grab(event) {
    const strip = byId("overview");
    const { window, whole } = S.page.screen;
    const box = strip.getBoundingClientRect();
    const perPx = (whole[1] - whole[0]) / box.width;
    const id = event.target.closest("[role=slider]") ? event.target.closest("[role=slider]").id : null;
    const inBrush = Boolean(event.target.closest("#brush"));
    let start = window;
    if (!id && !inBrush) {
      const at = whole[0] + (event.clientX - box.left) * perPx;
      const half = Math.min(window[1] - window[0], (whole[1] - whole[0]) / 6) / 2;
      start = S.page.preview([at - half, at + half]);
    }
    return { start, perPx, from: event.clientX, what: id ? ENDS[id] : "both" };
  }

  function onDown(event) {
    if (event.button !== 0) return;
    const held = grab(event);
    let last = held.start;
    event.preventDefault();
    const handle = event.target.closest("[role=slider]");
    if (handle) handle.focus();
    const move = (next) => {
      last = S.page.preview(moved(held.start, held.what, (next.clientX - held.from) * held.perPx));
    };
    S.pointer.follow(event, move, () => S.page.go({ window: last }));
  }

  function onKey(event) {
    const id = event.target.id;
    const { window, whole } = S.page.screen;
    const step = (window[1] - window[0]) * (event.shiftKey ? 0.25 : 0.05);
    const by = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -step * 5,
      PageUp: step * 5,
      Home: whole[0] - window[ENDS[id]],
      End: whole[1] - window[ENDS[id]],
    }[event.key];
    if (by === undefined || !(id in ENDS)) return;
    event.preventDefault();
    S.page.go({ window: S.screen.bounded(moved(window, ENDS[id], by), whole) }, { replace: true });
  }

  function listen() {
    byId("overview").addEventListener("pointerdown", onDown);
    byId("overview").addEventListener("keydown", onKey);
  }

  S.brush = { show, listen };
})((globalThis.sidelines = globalThis.sidelines || {}));
