/**
 * Binds the page to a document without a server behind it: draws with Plotly directly.
 * In: the payload in the document. Out: a started page.
 */
(function (S) {
  "use strict";

  const graph = S.dom.byId("graph");

  /** Draws the figure in place of the one before; the first in place of the still picture. */
  function draw({ data, layout, config }) {
    if (!graph.data) graph.replaceChildren();
    globalThis.Plotly.react(graph, data, layout, config);
    S.ready.watch();
  }

  S.page.start(JSON.parse(S.dom.byId("payload").textContent), { draw });
})((globalThis.sidelines = globalThis.sidelines || {}));
