/**
 * Binds the page to a document inside another one: tells the host its height, and keeps out of the
 * host's history, focus and scrolling.
 * In: the payload in the document. Out: a started page, and messages {type: "sidelines:height", height} to the host.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;
  const root = document.documentElement;
  const framed = globalThis.parent !== globalThis;
  const page = document.querySelector(".page");
  const fixed = Number(root.dataset.height) || 0;
  let told = 0;

  function draw(figure) {
    S.painting.paint(figure);
    queueMicrotask(lead);
  }

  /** Lets the link lead to what is shown now, without what only concerns the embed. */
  function lead() {
    const { view } = S.page.screen;
    const version = root.dataset.frozen || null; // the page says what has changed since
    const query = S.view.format({
      ...view,
      cited: version || view.cited,
      controls: S.view.DEFAULT.controls,
      theme: S.view.DEFAULT.theme,
      height: null,
    });
    byId("open").href = new URL(byId("open").dataset.home + (query ? `?${query}` : ""), location.href).href;
    root.dataset.ready = "true";
    if (framed && !told) tell(false); // a browser does not observe what lies far below the screen
  }

  /** Tells the host the height that shows everything, once it has changed or is asked for. px. */
  function tell(asked) {
    const height = fixed || Math.ceil(page.getBoundingClientRect().height);
    if (!root.dataset.ready || (height === told && !asked)) return;
    told = height;
    globalThis.parent.postMessage({ type: "sidelines:height", height }, "*");
    S.wordpress.tell(height);
  }

  /** A host that once gave the height that was asked for is taken to go on: then nothing has to scroll inside. */
  function notice() {
    if (!fixed && told && Math.abs(globalThis.innerHeight - told) < 2) root.classList.add("followed");
  }

  function onAsked(event) {
    if (event.source !== globalThis.parent || !event.data) return;
    if (event.data.type === "sidelines:ask" || S.wordpress.asks(event.data)) tell(true);
  }

  if (framed) {
    root.classList.add("framed");
    new ResizeObserver(() => tell(false)).observe(page);
    globalThis.addEventListener("resize", notice);
    globalThis.addEventListener("message", onAsked);
    globalThis.addEventListener("load", () => tell(true)); // some hosts listen only by now, and never ask
    document.addEventListener("click", S.wordpress.follow);
  }
  S.page.start(JSON.parse(byId("payload").textContent), { draw, isHosted: framed, room: 0 });
})((globalThis.sidelines = globalThis.sidelines || {}));
