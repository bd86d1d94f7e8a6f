/**
 * Paints the figure with the core's own painter (picture.js), so that a document needs no Plotly.
 * In: a figure. Out: `#graph` filled. The drawing says nothing to screen readers: the list is its equal.
 */
(function (S) {
  "use strict";

  /** Draws the figure in place of the one before; the first in place of the still picture. */
  function paint(figure) {
    const { width, height } = figure.layout;
    const inside = S.picture.drawing(figure, "d", () => "");
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} aria-hidden="true">${inside}</svg>`;
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    S.dom.byId("graph").replaceChildren(document.importNode(drawn, true));
  }

  S.painting = { paint };
})((globalThis.sidelines = globalThis.sidelines || {}));
