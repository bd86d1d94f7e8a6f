/**
 * Labels in the header strip: which are shown, and where. No text over text, no leader through text.
 * In: wished labels with their leader's x. Out: boxes in px. Several orders are tried and the best whole is kept.
 */
(function (S) {
  "use strict";

  const LINE_PX = 15;
  const SIZE_PX = 11.5;
  const AIR_PX = 6;
  const MOST_PX = 250;

  /** In how many lines of what width a text may be told, and what that costs: [[room, lines, cost]]. */
  const folds = (whole, most) => [
    [Math.min(most, whole * 0.55 + 12), 2, 0.6],
    [Math.min(most, whole * 0.72 + 12), 2, 0.6],
    ...(whole > 200 ? [[Math.min(150, whole * 0.4 + 12), 3, 1.3]] : []),
  ];

  /** The forms a label may take, best first: [{lines, width, cost}]. */
  function forms(wish, width) {
    const most = Math.min(MOST_PX, width - 8);
    const under = wish.under ? [wish.under] : [];
    const whole = S.measure.width(wish.text, SIZE_PX);
    const one = S.measure.cut(wish.text, most, SIZE_PX);
    const out = [
      { lines: [one, ...under], cost: one === wish.text ? 0 : 3 },
      { lines: [one], cost: one === wish.text ? 0.8 : 3.4 },
    ];
    for (const [room, count, cost] of whole < 110 ? [] : folds(whole, most)) {
      const lines = S.measure.wrap(wish.text, room, SIZE_PX, count);
      const lost = lines[lines.length - 1].endsWith("…") ? 2 : 0;
      out.push({ lines: [...lines, ...under], cost: cost + lost }, { lines, cost: cost + 0.6 + lost });
    }
    for (const [room, cost] of [
      [150, 4.2],
      [96, 6],
    ]) {
      if (whole > room) out.push({ lines: [S.measure.cut(wish.text, room, SIZE_PX)], cost });
    }
    out.forEach((form) => {
      form.width = Math.max(...form.lines.map((line) => S.measure.width(line, SIZE_PX)));
    });
    return out.sort((a, b) => a.cost - b.cost);
  }

  /** How much room labels take that stand one over the other, whole and with their dates, px. */
  const stackHeight = (titles) =>
    titles.reduce((sum, title) => sum + LINE_PX * (1 + Math.ceil(S.measure.width(title, SIZE_PX) / MOST_PX)), 0);

  const apart = (a, b) => a.x1 + AIR_PX <= b.x0 || b.x1 + AIR_PX <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;

  /** Whether a leader at x, from y down to the lanes, passes through the box. */
  const pierces = (x, y, box) => x > box.x0 - 3 && x < box.x1 + 3 && box.y1 > y;

  function fits(box, x, placed) {
    return placed.every((other) => apart(box, other) && !pierces(x, box.y1, other) && !pierces(other.x, other.y1, box));
  }

  const LEFT_FIRST = ["left", "right", "center"];
  const RIGHT_FIRST = ["right", "left", "center"];

  /** The box of a form at an anchor with its foot at `bottom`, and the x of its leader. */
  function boxOf({ x }, { width, lines }, anchor, bottom) {
    const x0 = anchor === "left" ? x - 1 : anchor === "right" ? x - width + 1 : x - width / 2;
    return { x0, x1: x0 + width, y0: bottom - lines.length * LINE_PX, y1: bottom, x };
  }

  /**
   * The best free box for a wish, or null: whole text before cut text, low before high, covering no other's way down. What
   * cannot become better than the best so far is not looked at.
   */
  function seat(wish, area, placed, leftFirst, waiting) {
    const anchors = leftFirst ? LEFT_FIRST : RIGHT_FIRST;
    let best = null;
    const worse = (cost) => best !== null && cost >= best.cost;
    const look = (form, anchor, bottom, cost) => {
      const box = boxOf(wish, form, anchor, bottom);
      if (box.x0 < area.left || box.x1 > area.right || !fits(box, wish.x, placed)) return;
      const covers = waiting.filter((other) => other !== wish && pierces(other.x, -Infinity, box)).length;
      const whole = cost + covers * (bottom === area.bottom ? 0.7 : 0.35);
      if (!worse(whole)) best = { ...box, anchor, lines: form.lines, cost: whole, key: wish.key, weight: wish.weight };
    };
    for (const form of wish.forms) {
      const rows = Math.floor((area.bottom - area.top) / LINE_PX) - form.lines.length;
      for (let row = 0; row <= rows && !worse(form.cost + row * 0.08); row += 1) {
        anchors.forEach((anchor, place) => {
          const cost = form.cost + row * 0.08 + place * 0.03;
          if (!worse(cost)) look(form, anchor, area.bottom - row * LINE_PX, cost);
        });
      }
    }
    return best;
  }

  function attempt(wishes, area, leftFirst) {
    const placed = [];
    for (const wish of wishes) {
      const box = seat(wish, area, placed, leftFirst, wishes);
      if (box) placed.push(box);
    }
    return placed;
  }

  const score = (placed) => placed.reduce((sum, box) => sum + box.weight * (10 - box.cost), 0);

  const MOST_REPAIRS = 4;
  const MOST_ALONE = 3;
  const CUT = 2.5;

  /** Orders to try again with: all that were cut or left out first, and each of the heaviest of them alone. */
  function promoted(placed, wishes) {
    const costs = new Map(placed.map((box) => [box.key, box.cost]));
    const lost = wishes.filter((wish) => !costs.has(wish.key) || costs.get(wish.key) > CUT);
    const first = (some) => [...some, ...wishes.filter((wish) => !some.includes(wish))];
    return [first(lost), ...lost.slice(0, MOST_ALONE).map((wish) => first([wish]))];
  }

  /** Tries again with what was cut or left out first, as long as the whole becomes better. */
  function repaired(placed, wishes, area) {
    let best = placed;
    for (let round = 0; round < MOST_REPAIRS; round += 1) {
      const next = promoted(best, wishes)
        .flatMap((order) => [true, false].map((leftFirst) => attempt(order, area, leftFirst)))
        .sort((a, b) => score(b) - score(a))[0];
      if (score(next) <= score(best)) return best;
      best = next;
    }
    return best;
  }

  /**
   * The placed labels.
   * @param {{key, x: number, text: string, under: string, weight: number}[]} wishes
   * @param {{left: number, right: number, top: number, bottom: number}} area px; the lanes begin below `bottom`
   * @returns {{key, x, x0, x1, y0, y1, anchor, lines}[]}
   */
  function place(wishes, area) {
    const all = wishes.map((wish) => Object.assign({}, wish, { forms: forms(wish, area.right - area.left) }));
    const byWeight = [...all].sort((a, b) => b.weight - a.weight || a.x - b.x);
    const rightward = [...all].sort((a, b) => a.x - b.x);
    const narrowFirst = [...all].sort((a, b) => a.forms[0].width - b.forms[0].width || a.x - b.x);
    const orders = [byWeight, rightward, [...rightward].reverse(), narrowFirst];
    let best = [];
    for (const order of orders) {
      for (const leftFirst of [true, false]) {
        const placed = attempt(order, area, leftFirst);
        if (score(placed) > score(best)) best = placed;
      }
    }
    return repaired(best, byWeight, area).map(({ weight, cost, ...box }) => box);
  }

  S.place = { place, stackHeight, SIZE_PX };
})((globalThis.sidelines = globalThis.sidelines || {}));
