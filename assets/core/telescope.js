/**
 * The report layout: the whole, the last years and the days of the matter side by side on one set of lanes, for still images.
 * Needs: calendar
 * In: model, selection, the window if one is chosen. Out: up to three windows with their share of the width and their length in words.
 */
(function (S) {
  "use strict";

  const { DAY } = S.calendar;
  const YEAR = 365.25 * DAY;
  const GAP_PX = 22;

  /** How long a window is, in words: "35 years", "4 months", "3 days". */
  function lengthWords(window, words) {
    const days = (window[1] - window[0]) / DAY;
    const [n, unit] = days >= 700 ? [days / 365.25, "years"] : days >= 60 ? [days / 30.44, "months"] : [days, "days"];
    const count = Math.max(1, Math.round(n));
    return words.lengths[unit][count === 1 ? 0 : 1].replace("{n}", count);
  }

  /** The years that end with the near window: an eighth of the whole, from one year up. */
  function middleWindow(whole, near) {
    const length = Math.max(YEAR, Math.min(5 * YEAR, (whole[1] - whole[0]) / 8));
    const end = Math.min(whole[1], near[1] + length * 0.04);
    return [new Date(end - length).setUTCHours(0, 0, 0, 0), end];
  }

  /**
   * The windows, far to near: [{window, share, length}]. The near one is the chosen window, else the days of the chosen event or
   * the fullest days. A scale that would repeat the one before it is left out.
   */
  function scales(model, selection, whole, chosen, selected) {
    const near = chosen || S.overview.presets(model, selection, selected).days;
    const times = (a, b) => (a[1] - a[0]) / (b[1] - b[0]);
    if (!near || times(whole, near) < 3) return [{ window: whole, share: 1, length: lengthWords(whole, model.words) }];
    const middle = middleWindow(whole, near);
    const windows = times(middle, near) > 4 && times(whole, middle) > 2.5 ? [whole, middle, near] : [whole, near];
    const shares = windows.length === 3 ? [0.34, 0.27, 0.39] : [0.5, 0.5];
    return windows.map((window, place) => ({ window, share: shares[place], length: lengthWords(window, model.words) }));
  }

  /**
   * The panels as options for `S.arrange.arrange`: each with the px from the left and the px of its plot.
   * @param {{window, share, length}[]} list  @param {number} left px before the first panel  @param {number} room px for all
   */
  function panels(list, left, room) {
    const free = room - GAP_PX * (list.length - 1);
    let from = left;
    return list.map((one) => {
      const panel = { left: from, width: Math.floor(free * one.share), gap: GAP_PX, first: from === left };
      from += panel.width + GAP_PX;
      return { ...one, panel };
    });
  }

  S.telescope = { scales, panels };
})((globalThis.sidelines = globalThis.sidelines || {}));
