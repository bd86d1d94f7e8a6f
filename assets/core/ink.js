/**
 * Colours with an opacity, and places on the axis: what every part of the figure is drawn with.
 * In: a palette colour, a frame. Out: rgba(), ms.
 */
(function (S) {
  "use strict";

  /** A palette colour with an opacity, as rgba(). */
  function alpha(hex, opacity) {
    const n = parseInt(hex.slice(1), 16);
    return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${opacity})`;
  }

  /** px from the left of the plot -> ms on the axis, whole. */
  const timeOf = (frame) => (px) => Math.round(frame.window[0] + px / frame.pxPerMs);

  S.ink = { alpha, timeOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
