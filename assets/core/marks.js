/**
 * Groups of points -> marks, and the lines that join them over the lanes.
 * In: groups of bundle.js, frame. Out: marks, connectors and leaders in px; ids and statuses, no colour.
 */
(function (S) {
  "use strict";

  const TOOK_PART = new Set(["attended", "virtual", "represented", "involved"]);

  const AWAY = new Set(["absent", "declined", "expelled"]);

  /** The drawn marks of a group in each of its lanes: the event itself, or a bundle with its count. */
  function marksOf(group, frame) {
    const perLane = new Map();
    group.members.forEach((point) =>
      point.parts.forEach((part) => {
        perLane.set(part.lane, [...(perLane.get(part.lane) || []), { point, part }]);
      }),
    );
    return [...perLane].map(([lane, here]) => {
      const base = { x: group.x, y: frame.lanes[lane].middle, lane };
      if (here.length > 1) {
        return {
          ...base,
          count: here.length,
          events: here.map(({ point }) => point.event.index),
          away: here.some(({ part }) => AWAY.has(part.status)),
        };
      }
      const { point, part } = here[0];
      return {
        ...base,
        event: point.event.index,
        type: point.event.type,
        status: part.status,
        host: part.host,
        state: point.event.status || "",
        vague: point.form.vague || point.form.doubtful,
      };
    });
  }

  function linesOf(group, frame) {
    if (group.members.length === 1) {
      return connectorsOf(group.members[0].parts, frame.lanes).map((line) => ({
        ...line,
        x: group.x,
        type: group.members[0].event.type,
      }));
    }
    const touched = [...new Set(group.members.flatMap((point) => point.lanes))].sort((a, b) => a - b);
    return connectorsOf(
      touched.map((lane) => ({ lane, status: "involved" })),
      frame.lanes,
    ).map((line) => ({ ...line, x: group.x, type: null }));
  }

  const tookPart = (part) => TOOK_PART.has(part.status);

  /** Lines between lanes: solid between neighbours that both took part, dotted where a lane is passed or was not there. */
  function connectorsOf(parts, lanes) {
    const at = new Map(parts.map((part) => [part.lane, part]));
    if (parts.length < 2) return [];
    const [first, last] = [parts[0].lane, parts[parts.length - 1].lane];
    const passed = lanes
      .map((lane, place) => (lane.heading ? -1 : place))
      .filter((place) => place >= first && place <= last);
    return passed.slice(1).reduce((out, to, place) => {
      const from = passed[place];
      const solid = [from, to].every((one) => at.has(one) && tookPart(at.get(one)));
      const before = out[out.length - 1];
      if (before && before.solid === solid) before.to = to;
      else out.push({ from, to, solid });
      return out;
    }, []);
  }

  function leaderOf(group, labels) {
    const label = labels.find((one) => one.key === group.members[0].event.id);
    const lane = Math.min(...group.members.flatMap((point) => point.lanes));
    return {
      x: group.x,
      from: label ? label.y1 : null,
      lane,
      type: group.members.length > 1 ? null : group.members[0].event.type,
    };
  }

  /** A summit and the meetings on its sidelines, where each stands alone: [{x, to: [x ...], type}] for a bracket over them. */
  function ties(groups) {
    const alone = new Map(
      groups.filter((group) => group.members.length === 1).map((group) => [group.members[0].event.id, group]),
    );
    const out = new Map();
    alone.forEach((group) => {
      const parent = group.members[0].event.part_of;
      if (!alone.has(parent)) return;
      const one = out.get(parent) || { x: alone.get(parent).x, to: [], type: alone.get(parent).members[0].event.type };
      out.set(parent, { ...one, to: [...one.to, group.x] });
    });
    return [...out.values()];
  }

  function selectedX(groups, selected) {
    const group = groups.find((one) => one.members.some((point) => point.event.index === selected));
    return group ? group.x : null;
  }

  // How far marks and bundles reach from the middle of a lane.
  const REACH_PX = 12;

  S.marks = { REACH_PX, marks: marksOf, lines: linesOf, leader: leaderOf, ties, selectedX, connectors: connectorsOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
