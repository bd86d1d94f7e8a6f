/**
 * Binds the page to a document without a server behind it.
 * In: the payload in the document. Out: a started page; `<html data-ready="true">` once it is drawn.
 */
(function (S) {
  "use strict";

  function draw(figure) {
    S.painting.paint(figure);
    queueMicrotask(() => (document.documentElement.dataset.ready = "true"));
  }

  // On a web space the file is opened again with any view; on a disk its place is nobody else's.
  const address = /^https?:$/.test(location.protocol) ? location.origin + location.pathname : null;
  S.page.start(JSON.parse(S.dom.byId("payload").textContent), { draw, address });
})((globalThis.sidelines = globalThis.sidelines || {}));
