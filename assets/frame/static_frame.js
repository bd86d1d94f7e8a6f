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

  S.page.start(JSON.parse(S.dom.byId("payload").textContent), { draw });
})((globalThis.sidelines = globalThis.sidelines || {}));
