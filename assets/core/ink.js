/**
 * Colours with an opacity, and places on the axis: what every part of the figure is drawn with.
 * In: a palette colour, a frame, a theme. Out: rgba(), ms, a theme.
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

  /** The theme for readers who want more contrast: all words in ink. Lines stay as they are, since words stand over them. */
  function stronger(theme) {
    const strong = (palette) => ({ ...palette, muted: palette.ink, axis: palette.ink });
    return { ...theme, light: strong(theme.light), dark: strong(theme.dark) };
  }

  S.ink = { alpha, timeOf, stronger };
})((globalThis.sidelines = globalThis.sidelines || {}));
