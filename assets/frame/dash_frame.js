/**
 * Binds the page to Dash: the view goes into the store, a client-side callback draws the figure from it.
 * In: the layout that Dash has rendered. Out: `dash_clientside.sidelines.figure`, and a started page.
 */
(function (S) {
  "use strict";

  let drawn = 0;
  let latest = null;

  /** Hands the new figure to Dash: the store changes, and with it the graph that depends on it. */
  function draw(figure) {
    latest = figure;
    drawn += 1;
    globalThis.dash_clientside.set_props("view", { data: { drawn, query: location.search.slice(1) } });
    if (drawn === 1) S.ready.watch();
  }

  globalThis.dash_clientside = Object.assign({}, globalThis.dash_clientside, {
    sidelines: {
      /** The figure of the view in the store; nothing before the page has begun. */
      figure: () => (latest === null ? globalThis.dash_clientside.no_update : latest),
    },
  });

  function begin() {
    if (!S.dom.byId("timeline") || !globalThis.dash_clientside.set_props) return requestAnimationFrame(begin);
    S.page.start(JSON.parse(S.dom.byId("payload").textContent), { draw, root: location.origin + location.pathname });
  }

  requestAnimationFrame(begin);
})((globalThis.sidelines = globalThis.sidelines || {}));
