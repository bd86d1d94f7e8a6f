/** Says in the Dash page when the first drawing is done: `<html data-ready="true">`. Tests and screenshots from outside wait for it. */
(function (S) {
  "use strict";

  function watch() {
    const graph = document.querySelector("#timeline .js-plotly-plot");
    const ours = graph && graph.layout && graph.layout.meta === "sidelines" && graph.querySelector(".subplot");
    if (ours) document.documentElement.dataset.ready = "true";
    else requestAnimationFrame(watch);
  }

  S.ready = { watch };
})((globalThis.sidelines = globalThis.sidelines || {}));
