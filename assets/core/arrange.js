/**
 * Where everything stands: selected events x shown lanes x window -> marks, connectors, bands and labels in px.
 * In: model, selection, lanes, window, width. Out: numbers, ids and words; no colour, nothing of Plotly.
 * x counts from the left of the plot, y from its top; the header strip with the labels lies above the first lane.
 */
(function (S) {
  "use strict";

  const TOOK_PART = new Set(["attended", "virtual", "represented"]);
  const AWAY = new Set(["absent", "declined", "expelled"]);

  /** The measures of the drawing: window, scale, lanes with y0, middle, y1 and the heights. All px. */
  function frameOf(model, options) {
    const sizes = model.theme.sizes;
    const narrow = options.width < sizes.narrow;
    const left = narrow ? sizes.margin_left_narrow : sizes.margin_left;
    const width = Math.max(120, options.width - left - sizes.margin_right);
    const least = narrow || options.lanes.length > sizes.many_lanes ? sizes.lane_narrow : sizes.lane;
    const room = (options.room || 430) / Math.max(1, options.lanes.length);
    const laneHeight = Math.round(Math.max(least, Math.min(sizes.lane_most, room)));
    const header = Math.round((narrow ? sizes.lane_narrow : sizes.lane) * sizes.header_lanes) + 18;
    const lanes = options.lanes.map((id, place) => {
      const y0 = header + place * laneHeight;
      return { id, y0, middle: y0 + laneHeight * 0.42, y1: y0 + laneHeight };
    });
    const pxPerMs = width / (options.window[1] - options.window[0]);
    return {
      narrow, left, width, header, laneHeight, lanes, window: options.window, data: options.data,
      height: header + lanes.length * laneHeight,
      laneOf: new Map(lanes.map((lane, place) => [lane.id, place])),
      x: (at) => (at - options.window[0]) * pxPerMs,
      pxPerMs, claimShown: options.claimShown,
    };
  }

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
    if (!byLane.size && event.lanes.includes(model.lanes.no_state)) addLane(byLane, frame, model.lanes.no_state, "involved");
    if (!byLane.size) (event.mentions || []).forEach((actor) => addLane(byLane, frame, actor, "mentioned"));
    const parts = [...byLane.values()].sort((a, b) => a.lane - b.lane);
    if (!event.presence) parts.forEach((part) => { if (part.status === "unknown") part.status = "involved"; });
    return parts;
  }

  function addLane(byLane, frame, id, status) {
    const lane = frame.laneOf.get(id);
    if (lane !== undefined) byLane.set(lane, { lane, status, host: false });
  }

  /** Of several persons of one state the one who came counts: attended over represented over absent over not stated. */
  function rank(status) {
    return ["unknown", "invited", "suspended", "declined", "expelled", "absent", "represented", "virtual", "attended"].indexOf(status);
  }

  const tookPart = (part) => TOOK_PART.has(part.status) || part.status === "involved";

  /** Lines between lanes: solid between neighbours that both took part, dotted where a lane is passed or was not there. */
  function connectorsOf(parts) {
    const at = new Map(parts.map((part) => [part.lane, part]));
    const out = [];
    if (parts.length < 2) return out;
    for (let lane = parts[0].lane; lane < parts[parts.length - 1].lane; lane += 1) {
      const solid = [lane, lane + 1].every((one) => at.has(one) && tookPart(at.get(one)));
      const before = out[out.length - 1];
      if (before && before.solid === solid) before.to = lane + 1;
      else out.push({ from: lane, to: lane + 1, solid });
    }
    return out;
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

  /** The drawn marks of a group in each of its lanes: the event itself, or a bundle with its count. */
  function marksOf(group, frame) {
    const perLane = new Map();
    group.members.forEach((point) => point.parts.forEach((part) => {
      perLane.set(part.lane, [...(perLane.get(part.lane) || []), { point, part }]);
    }));
    return [...perLane].map(([lane, here]) => {
      const base = { x: group.x, y: frame.lanes[lane].middle, lane };
      if (here.length > 1) {
        return { ...base, count: here.length, events: here.map(({ point }) => point.event.index), away: here.some(({ part }) => AWAY.has(part.status)) };
      }
      const { point, part } = here[0];
      return { ...base, event: point.event.index, type: point.event.type, status: part.status, host: part.host, state: point.event.status || "", vague: point.form.vague };
    });
  }

  function linesOf(group, frame) {
    if (group.members.length === 1) {
      return connectorsOf(group.members[0].parts).map((line) => ({ ...line, x: group.x, type: group.members[0].event.type }));
    }
    const lanes = group.members.flatMap((point) => point.lanes);
    const [from, to] = [Math.min(...lanes), Math.max(...lanes)];
    const alone = group.members.length > 1 && from === to;
    return alone ? [] : [{ from, to, solid: true, x: group.x, type: null }];
  }

  const events = (words, n) => (n === 1 ? words.events_one : words.events_many.replace("{n}", n));

  function wishOf(group, model, selected) {
    const [first] = group.members;
    const many = group.members.length > 1;
    const chosen = group.members.some((point) => point.event.index === selected);
    const when = many ? spanWords(group, model) : first.event.when;
    const dayShown = first.wide && first.form.precision === "day";
    return {
      key: first.event.id, x: group.x, type: many ? null : first.event.type, many,
      text: many ? events(model.words, group.members.length) : first.event.title,
      under: dayShown ? "" : when,
      weight: (chosen ? 100 : 0) + (many ? 2 + Math.min(3, group.members.length / 3) : 1 + first.parts.length / 4 + (first.event.part_of ? 0 : 1)),
    };
  }

  function spanWords(group, model) {
    const forms = group.members.map((point) => point.form);
    const known = (at) => at !== null;
    const from = Math.min(...forms.map((form) => form.from).filter(known), ...forms.map((form) => form.at));
    const to = Math.max(...forms.map((form) => form.to).filter(known), ...forms.map((form) => form.at));
    return S.calendar.windowWords([Math.min(from, to - 1), to], model.words.months);
  }

  /** Day bands: the days that have events of which no hour is known, once a day is wide: [{from, to, caption, long}]. */
  function daysOf(points, model, frame) {
    const days = new Map();
    points.forEach((point) => {
      if (!point.wide || point.form.precision !== "day") return;
      const key = point.form.from;
      const ordered = (point.event.relations || []).some(([kind]) => kind === "follows" || kind === "precedes");
      days.set(key, { from: key, to: point.form.to, partly: ordered || Boolean(days.get(key) && days.get(key).partly) });
    });
    return [...days.values()].sort((a, b) => a.from - b.from).map((day) => ({
      ...day, x0: frame.x(day.from), x1: frame.x(day.to),
      caption: S.calendar.windowWords([day.from, day.to], model.words.months),
      note: day.partly ? model.words.hours_partly : model.words.hours_unknown,
    }));
  }

  /** How an event's date is drawn besides its mark: null, or {kind, x0, x1} in px. Days have bands of their own. */
  function widthOf({ form, x, wide }, frame) {
    if (form.kind === "before") return { kind: "before", x0: x - 46, x1: x };
    if (form.kind === "since") return { kind: "since", x0: x, x1: x + 46 };
    if (form.kind === "span") return (form.to - form.from) * frame.pxPerMs >= 16 ? { kind: "span", x0: frame.x(form.from), x1: frame.x(form.to) } : null;
    return wide && form.precision !== "day" ? { kind: "single", x0: frame.x(form.from), x1: frame.x(form.to) } : null;
  }

  /** Dates that are wide on the screen, one band for all events of a lane that share a date. */
  function widthsOf(points, model, frame) {
    const bands = new Map();
    points.forEach((point) => {
      const width = widthOf(point, frame);
      if (!width) return;
      point.parts.forEach(({ lane }) => {
        const key = `${lane}/${width.kind}/${width.x0}/${width.x1}`;
        if (!bands.has(key)) bands.set(key, { ...width, lane, points: [] });
        bands.get(key).points.push(point);
      });
    });
    return [...bands.values()].map((band) => finished(band, model, frame));
  }

  function finished({ points, ...band }, model, frame) {
    const [first] = points;
    const away = first.x < 0 || first.x > frame.width;
    const title = points.length === 1 ? first.event.title : events(model.words, points.length);
    return {
      ...band, x0: Math.max(band.x0, -4), x1: Math.min(band.x1, frame.width + 4), cutLeft: band.x0 < 0, cutRight: band.x1 > frame.width,
      type: points.every((point) => point.event.type === first.event.type) ? first.event.type : null,
      events: [...new Set(points.map((point) => point.event.index))],
      words: away && (band.kind === "single" || band.kind === "span") ? `${title} · ${first.event.when}` : "",
    };
  }

  /**
   * The whole arrangement.
   * @param {object} model  see timeline.js
   * @param {{selection: number[], lanes: string[], window: number[], data: number[], width: number, room?: number, selected?: number}} options
   *   selection: event indices; lanes: ids from the top; window and data: [start, end) in ms; width and room in px
   */
  function arrange(model, options) {
    const frame = frameOf(model, options);
    const sizes = model.theme.sizes;
    const points = slotted(pointsOf(model, frame, options.selection), frame, sizes.slot_from);
    const near = points.filter((point) => point.x > -20 && point.x < frame.width + 20);
    const groups = S.bundle.group(near);
    const dense = S.bundle.tooMuch(groups);
    const seen = dense ? [] : groups.filter((group) => group.x >= 0 && group.x <= frame.width);
    const labels = labelsOf(seen, model, frame, options.selected);
    const marks = seen.flatMap((group) => marksOf(group, frame));
    const drawn = {
      frame, dense, marks, labels,
      days: daysOf(points, model, frame),
      ticks: options.timeless ? [] : S.calendar.ticks(frame.window, frame.width, frame.narrow ? sizes.tick_gap_narrow : sizes.tick_gap, model.words.months),
      tracks: S.ground.tracks(model, frame),
      bands: S.ground.bands(model, frame),
      claims: dense ? [] : S.ground.claims(model, frame),
      widths: dense ? [] : widthsOf(points, model, frame),
      strips: dense ? S.bundle.strips(near, frame.width) : [],
      lines: seen.flatMap((group) => linesOf(group, frame)),
      leaders: seen.map((group) => leaderOf(group, labels)),
      hidden: seen.filter((group) => group.members.length === 1 && group.members[0].hidden).map((group) => ({ x: group.x, n: group.members[0].hidden, lane: Math.max(...group.members[0].lanes) })),
      selected: selectedX(groups, options.selected),
      shown: points.length,
    };
    return { ...drawn, captions: captions(drawn, marks) };
  }

  const MOST_LABELS = 40;

  /** The labels of the groups, placed; each with its type (null for a bundle) and whether its last line is the date. */
  function labelsOf(groups, model, frame, selected) {
    const area = { left: frame.narrow ? 2 - frame.left / 2 : 10 - frame.left, right: frame.width + model.theme.sizes.margin_right - 4, top: 18, bottom: frame.header - 7 };
    const wishes = groups.map((group) => wishOf(group, model, selected)).sort((a, b) => b.weight - a.weight).slice(0, MOST_LABELS);
    const byKey = new Map(wishes.map((wish) => [wish.key, wish]));
    return S.place.place(wishes, area).map((label) => {
      const wish = byKey.get(label.key);
      return { ...label, type: wish.type, under: Boolean(wish.under) && label.lines[label.lines.length - 1] === wish.under };
    });
  }

  /** What stands in the way of words in a lane: [left, right] of each mark, in px. */
  function obstaclesOf(marks) {
    const lanes = new Map();
    marks.forEach((mark) => lanes.set(mark.lane, [...(lanes.get(mark.lane) || []), [mark.x - 13, mark.x + 13]]));
    return lanes;
  }

  /** The first gap of at least `need` px between x0 and x1 that no mark stands in, as its left edge; null if there is none. */
  function gap(x0, x1, need, obstacles) {
    let from = x0;
    for (const [left, right] of [...(obstacles || [])].sort((a, b) => a[0] - b[0])) {
      if (right <= from) continue;
      if (left - from >= need || left >= x1) break;
      from = right;
    }
    return x1 - from >= need ? from : null;
  }

  /** Words that lie on bands: inside where there is room between the marks, before the band where there is not, else nowhere. */
  function captions(drawn, marks) {
    const { frame } = drawn;
    const lanes = obstaclesOf(marks);
    const seen = (from, to) => [Math.max(frame.x(from), 0), Math.min(frame.x(to), frame.width)];
    const inside = (band, x0, x1, size, kind) => {
      const need = S.measure.width(band.words, size) + 12;
      const left = gap(x0, x1, need, lanes.get(band.lane));
      if (left !== null) return [{ x: left + 5, y: (band.y0 + band.y1) / 2, words: band.words, size, kind, before: false, type: band.type }];
      const ahead = kind === "restriction" ? gap(Math.max(0, x0 - need - 4), x0, need, lanes.get(band.lane)) : null;
      return ahead === null ? [] : [{ x: x0 - 5, y: (band.y0 + band.y1) / 2, words: band.words, size, kind, before: true }];
    };
    const restrictions = drawn.bands.filter((band) => !band.slim).flatMap((band) => inside(band, ...seen(band.pieces[0].from, band.pieces[band.pieces.length - 1].to), 11, "restriction"));
    const claims = drawn.claims.filter((band) => band.words && band.y1 - band.y0 >= 8).flatMap((band) => inside(band, ...seen(band.from, band.to), 10.5, "claim"));
    const wide = drawn.widths.filter((band) => band.words).flatMap((band) => {
      const one = { ...band, words: S.measure.cut(band.words, Math.max(0, frame.width - 60), 11), y0: frame.lanes[band.lane].middle, y1: frame.lanes[band.lane].middle };
      return inside(one, Math.max(band.x0, 0), Math.min(band.x1, frame.width), 11, "event");
    });
    return [...restrictions, ...claims, ...wide];
  }

  function leaderOf(group, labels) {
    const label = labels.find((one) => one.key === group.members[0].event.id);
    const lane = Math.min(...group.members.flatMap((point) => point.lanes));
    return { x: group.x, from: label ? label.y1 : null, lane, type: group.members.length > 1 ? null : group.members[0].event.type };
  }

  function selectedX(groups, selected) {
    const group = groups.find((one) => one.members.some((point) => point.event.index === selected));
    return group ? group.x : null;
  }

  S.arrange = { arrange, frameOf, connectorsOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
