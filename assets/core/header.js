/**
 * The strip over the lanes: how high it is, and which labels stand in it.
 * In: groups of bundle.js, day bands, model, frame. Out: boxes with words in px, and heights in px.
 */
(function (S) {
  "use strict";

  const DAY_PX = 18;
  const FOOT_PX = 7;
  const TOP_PX = 3;
  const FEW = 3; // more would need the whole strip anyway

  /**
   * The height of the strip over the lanes, px: less where so few events are selected that their labels need less, at any
   * zoom, so that nothing moves while one zooms.
   */
  function height(model, { selection, lanes, width, header }) {
    const { sizes } = model.theme;
    const whole = Math.round((width < sizes.narrow ? sizes.lane_narrow : sizes.lane) * sizes.header_lanes) + DAY_PX;
    if (header !== undefined) return Math.min(whole, header);
    const dated = selection.filter((index) => S.dates.shape(model.events[index].date));
    if (!lanes.length || !dated.length || dated.length > FEW) return whole;
    return Math.min(whole, DAY_PX + FOOT_PX + S.place.stackHeight(dated.map((index) => model.events[index].title)));
  }

  /** How much of the strip over the lanes is empty in what is drawn, px. */
  function spare({ labels, days, dense, frame: { header } }) {
    const least = header - FOOT_PX - (dense ? DAY_PX : 0);
    return Math.max(0, Math.min(least, ...labels.map(({ y0 }) => y0)) - (days.length ? DAY_PX : TOP_PX));
  }

  /** What a bundle is called: how many events it holds, or the chosen one of them and how many more. */
  function bundleWords({ members }, chosen, words) {
    if (!chosen) return S.wording.counted(words, members.length);
    return `${chosen.event.title} ${words.more_participants.replace("{n}", members.length - 1)}`;
  }

  function wishOf(group, model, selected) {
    const [first] = group.members;
    const many = group.members.length > 1;
    const chosen = group.members.find((point) => point.event.index === selected);
    const when = many ? spanWords(group, model) : first.event.when;
    const dayShown = first.wide && first.form.precision === "day";
    return {
      key: first.event.id,
      x: group.x,
      type: many ? null : first.event.type,
      many,
      text: many ? bundleWords(group, chosen, model.words) : first.event.title,
      under: dayShown ? "" : when,
      weight:
        (chosen ? 100 : 0) +
        (many ? 2 + Math.min(3, group.members.length / 3) : 1 + first.parts.length / 4 + (first.event.part_of ? 0 : 1)),
    };
  }

  function spanWords(group, model) {
    const forms = group.members.map((point) => point.form);
    const known = (at) => at !== null;
    const from = Math.min(...forms.map((form) => form.from).filter(known), ...forms.map((form) => form.at));
    const to = Math.max(...forms.map((form) => form.to).filter(known), ...forms.map((form) => form.at));
    return S.calendar.windowWords([Math.min(from, to - 1), to], model.words.months);
  }

  const MOST_LABELS = 40;

  /** The labels of the groups, placed; each with its type (null for a bundle) and whether its last line is the date. */
  function labels(groups, days, model, frame, selected) {
    const before = frame.first ? (frame.narrow ? frame.left / 2 - 2 : frame.left - 10) : frame.gap / 2 - 2;
    const area = {
      left: -before,
      right: frame.width + (frame.gap ? frame.gap / 2 : model.theme.sizes.margin_right) - 4,
      top: days.length ? DAY_PX : TOP_PX,
      bottom: frame.header - FOOT_PX,
    };
    const wishes = groups
      .map((group) => wishOf(group, model, selected))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_LABELS);
    const byKey = new Map(wishes.map((wish) => [wish.key, wish]));
    return S.place.place(wishes, area).map((label) => {
      const wish = byKey.get(label.key);
      return {
        ...label,
        type: wish.type,
        under: Boolean(wish.under) && label.lines[label.lines.length - 1] === wish.under,
      };
    });
  }

  S.header = { height, spare, labels };
})((globalThis.sidelines = globalThis.sidelines || {}));
