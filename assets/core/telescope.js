/**
 * The report layout: long ago, the years before, the days of the matter and what came after, side by side on one set of lanes,
 * for still images. Time is cut in pieces of other scales, so that every event stands once.
 * Needs: calendar
 * In: model, selection, the window if one is chosen. Out: up to four windows that follow each other, with their share of the width.
 */
(function (S) {
  "use strict";

  const { DAY } = S.calendar;
  const YEAR = 365.25 * DAY;
  const GAP_PX = 22;
  const NEAR_SHARE = 0.46;
  const LEAST_SHARE = 0.08;
  const AIR = 0.12;

  const lengthOf = ([from, to]) => to - from;

  /** How long a window is, in words: "35 years", "4 months", "3 days". */
  function lengthWords(window, words) {
    const days = lengthOf(window) / DAY;
    const [n, unit] = days >= 700 ? [days / 365.25, "years"] : days >= 60 ? [days / 30.44, "months"] : [days, "days"];
    const count = Math.max(1, Math.round(n));
    return words.lengths[unit][count === 1 ? 0 : 1].replace("{n}", count);
  }

  /** Where a long side is cut into what is far and what is close to the near window: an eighth of the whole, one to five years. */
  function cutOf(side, whole, near, isBefore) {
    const close = Math.max(YEAR, Math.min(5 * YEAR, lengthOf(whole) / 8));
    if (lengthOf(side) < close * 2.5 || close < lengthOf(near) * 4) return null;
    const at = new Date(isBefore ? side[1] - close : side[0] + close);
    return S.calendar.ms(at.getUTCFullYear() + (isBefore ? 0 : 1), 0, 1);
  }

  const cutAt = ([from, to], at) =>
    at === null
      ? [[from, to]]
      : [
          [from, at],
          [at, to],
        ];

  /** How many of the selected events have their mark in the window. */
  function eventsIn(model, selection, [from, to]) {
    const forms = selection.map((index) => S.dates.shape(model.events[index].date));
    return forms.filter((form) => form && form.at >= from && form.at < to).length;
  }

  /** The windows before and after the near one, as far as anything happened there. */
  function sides(model, selection, whole, near) {
    const lived = (side) => lengthOf(side) > 0 && eventsIn(model, selection, side) > 0;
    const end = model.extent[1] + Math.max((model.extent[1] - near[1]) * AIR, DAY);
    const [before, after] = [
      [whole[0], near[0]],
      [near[1], Math.min(whole[1], end)],
    ];
    const early = lived(before) ? cutAt(before, cutOf(before, whole, near, true)) : [];
    const late = lived(after) ? cutAt(after, early.length > 1 ? null : cutOf(after, whole, near, false)) : [];
    return [early, late];
  }

  /**
   * The windows in time order: [{window, share, length, near}], `length` in words. The near one is the chosen window, else the
   * days of the chosen event or the fullest days; the others share the rest of the width by how much happened in them.
   */
  function scales(model, selection, whole, chosen, selected) {
    const near = chosen || S.overview.presets(model, selection, selected).days;
    const told = (window, share, isNear) => ({ window, share, near: isNear, length: lengthWords(window, model.words) });
    if (!near || lengthOf(whole) < lengthOf(near) * 3) return [told(whole, 1, true)];
    const [early, late] = sides(model, selection, whole, near);
    const others = [...early, ...late];
    if (!others.length) return [told(whole, 1, true)];
    const weight = (window) => 2 + Math.sqrt(eventsIn(model, selection, window));
    const all = others.reduce((sum, window) => sum + weight(window), 0);
    const free = 1 - NEAR_SHARE - LEAST_SHARE * others.length;
    const other = (window) => told(window, LEAST_SHARE + (free * weight(window)) / all, false);
    return [...early.map(other), told(near, NEAR_SHARE, true), ...late.map(other)];
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
