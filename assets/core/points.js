/**
 * Events -> points: in which lanes an event stands, with what status, and at which x.
 * In: model, frame, selected events. Out: [{event, form, parts, hidden, x, lanes, wide}]; x in px of the plot.
 */
(function (S) {
  "use strict";

  /** Participations of an event in shown lanes, one per lane: [{lane, status, host, ...}] from the top. */
  function partsOf(event, model, frame) {
    const byLane = new Map();
    (event.participants || []).forEach((part) => {
      const lane = frame.laneOf.get(part.actor);
      if (lane === undefined) return;
      const before = byLane.get(lane);
      const host = part.role === "host" || Boolean(before && before.host);
      if (!before || rank(part.status) > rank(before.status)) byLane.set(lane, { lane, status: part.status, host });
      else before.host = host;
    });
    if (!byLane.size && event.lanes.includes(model.lanes.no_state))
      addLane(byLane, frame, model.lanes.no_state, "involved");
    if (!byLane.size) (event.mentions || []).forEach((actor) => addLane(byLane, frame, actor, "mentioned"));
    const parts = [...byLane.values()].sort((a, b) => a.lane - b.lane);
    if (!event.presence)
      parts.forEach((part) => {
        if (part.status === "unknown") part.status = "involved";
      });
    return parts;
  }

  function addLane(byLane, frame, id, status) {
    const lane = frame.laneOf.get(id);
    if (lane !== undefined) byLane.set(lane, { lane, status, host: false });
  }

  /** Of several persons of one state the one who came counts: attended over represented over absent over not stated. */
  function rank(status) {
    return [
      "unknown",
      "invited",
      "suspended",
      "declined",
      "expelled",
      "absent",
      "represented",
      "virtual",
      "attended",
    ].indexOf(status);
  }

  /** Slots for events whose common date is wide on the screen: evenly spaced, in a known order where relations give one. */
  function slotted(points, frame, from) {
    const byDate = new Map();
    points.forEach((point) => {
      const wide = point.form.kind === "single" && (point.form.to - point.form.from) * frame.pxPerMs >= from;
      if (wide) {
        const key = `${point.form.from}/${point.form.to}`;
        byDate.set(key, [...(byDate.get(key) || []), point]);
      }
    });
    byDate.forEach((group) => {
      const ordered = inOrder(group);
      const { from: start, to: end } = group[0].form;
      ordered.forEach((point, place) => {
        point.wide = true;
        point.x = frame.x(start + ((end - start) * (place + 1)) / (ordered.length + 1));
      });
    });
    return points;
  }

  /** A summit before its sideline meetings, what follows after what it follows; else the order of the list. */
  function inOrder(group) {
    const ids = new Set(group.map((point) => point.event.id));
    const after = (point) => [
      ...(point.event.part_of && ids.has(point.event.part_of) ? [point.event.part_of] : []),
      ...(point.event.relations || []).filter(([kind, id]) => kind === "follows" && ids.has(id)).map(([, id]) => id),
    ];
    const out = [];
    const done = new Set();
    const waiting = [...group];
    while (waiting.length) {
      const free = waiting.findIndex((point) => after(point).every((id) => done.has(id)));
      const [point] = waiting.splice(Math.max(0, free), 1);
      done.add(point.event.id);
      out.push(point);
    }
    return out;
  }

  /** The points of the selected events that touch the window and a shown lane; those of a wide common date in slots. */
  function points(model, frame, selection) {
    return slotted(pointsOf(model, frame, selection), frame, model.theme.sizes.slot_from);
  }

  function pointsOf(model, frame, selection) {
    return selection.flatMap((index) => {
      const event = model.events[index];
      const form = S.dates.shape(event.date);
      if (!form || !S.dates.overlaps(form, frame.window)) return [];
      const parts = partsOf(event, model, frame);
      if (!parts.length) return [];
      const hidden = event.lanes.filter((id) => id !== model.lanes.no_state && !frame.laneOf.has(id));
      const x = form.kind === "before" ? frame.x(form.at) - 9 : frame.x(form.at);
      return [{ event, form, parts, hidden: new Set(hidden).size, x, lanes: parts.map((part) => part.lane) }];
    });
  }

  S.points = { points };
})((globalThis.sidelines = globalThis.sidelines || {}));
