/**
 * Which marks stand too close to be read apart, and the density strips when there is simply too much.
 * In: events with an x in px. Out: groups and columns; numbers only.
 */
(function (S) {
  "use strict";

  const APART_PX = 22;
  const COLUMN_PX = 12;
  const CROWDED = 4;
  const CROWDS = 14;
  const NUMBERS = 400; // each takes four elements of the two thousand that a drawing may have

  /**
   * Groups of neighbours, left to right: [{x, members}]. Two groups are never closer than APART_PX, and since the middle
   * moves half as fast as the last member, a group is never wider than twice that.
   * @param {{x: number}[]} points
   */
  function group(points) {
    const groups = [];
    for (const point of [...points].sort((a, b) => a.x - b.x)) {
      const last = groups[groups.length - 1];
      if (last && point.x - last.x < APART_PX) {
        last.members.push(point);
        last.x = (last.members[0].x + point.x) / 2;
      } else groups.push({ x: point.x, members: [point] });
    }
    return groups;
  }

  const lanesOf = ({ members }) => new Set(members.flatMap((point) => point.lanes)).size;

  /**
   * Whether so many groups are so full, in so many lanes, that numbers in circles would say nothing and take long to draw.
   * `share`: what part of the width the groups have.
   */
  function tooMuch(groups, share) {
    const full = groups.filter((one) => one.members.length > CROWDED);
    return full.length > CROWDS || full.reduce((sum, one) => sum + lanesOf(one), 0) > NUMBERS * share;
  }

  /**
   * Density: for each lane the filled columns, [{lane, x0, x1, count, share}], share = sqrt(count / greatest count).
   * @param {{x: number, lanes: number[]}[]} points
   */
  function strips(points, width) {
    const counts = new Map();
    for (const point of points) {
      if (point.x < 0 || point.x >= width) continue;
      const column = Math.floor(point.x / COLUMN_PX);
      for (const lane of point.lanes) {
        const key = lane * 10000 + column;
        counts.set(key, (counts.get(key) || 0) + 1);
      }
    }
    const most = Math.max(1, ...counts.values());
    return [...counts]
      .sort((a, b) => a[0] - b[0])
      .map(([key, count]) => {
        const x0 = (key % 10000) * COLUMN_PX;
        return {
          lane: Math.floor(key / 10000),
          x0,
          x1: Math.min(x0 + COLUMN_PX - 1, width),
          count,
          share: Math.sqrt(count / most),
        };
      });
  }

  S.bundle = { group, tooMuch, strips };
})((globalThis.sidelines = globalThis.sidelines || {}));
