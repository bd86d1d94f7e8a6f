/**
 * Binds the page to Dash: its graph is given each figure as a property, and draws it.
 * In: the layout that Dash has rendered. Out: a started page.
 */
(function (S) {
  "use strict";

  let drawn = false;

  /** Hands the figure to Dash's graph. A store and a callback between the two would cost as much as the drawing. */
  function draw(figure) {
    globalThis.dash_clientside.set_props("graph", { figure });
    if (!drawn) S.ready.watch();
    drawn = true;
  }

  /** Printing does not wait for Dash, which draws later. */
  function drawNow({ data, layout, config }) {
    const graph = document.querySelector("#timeline .js-plotly-plot");
    if (graph) globalThis.Plotly.react(graph, data, layout, config);
  }

  function begin() {
    const dash = globalThis.dash_clientside;
    if (!S.dom.byId("timeline") || !dash || !dash.set_props) return requestAnimationFrame(begin);
    const root = location.origin + location.pathname;
    S.page.start(JSON.parse(S.dom.byId("payload").textContent), { draw, drawNow, root });
  }

  /** A window that a sandboxed frame has opened may be in its sandbox, in which Dash cannot ask its server. */
  const isSandboxed = globalThis.origin === "null";

  if (isSandboxed) location.replace(`embed?${["controls=full", location.search.slice(1)].filter(Boolean).join("&")}`);
  else requestAnimationFrame(begin);
})((globalThis.sidelines = globalThis.sidelines || {}));
