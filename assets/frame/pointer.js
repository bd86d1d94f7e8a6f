/**
 * The pointer on the drawing: hover says what a mark is, click opens it, drag moves the window, the wheel zooms once the
 * drawing has been clicked (or with Ctrl), a double click fits everything.
 * In: pointer events and the arrangement. Out: calls of S.page and the tooltip.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;
  const NEAR_PX = 16;
  const CLICK_PX = 4;
  const MOST_LINES = 7;

  /** Follows a pressed pointer until it is let go: at most one move per frame of the screen. */
  function follow(event, move, done) {
    let waiting = null;
    let moves = 0;
    const step = (next) => {
      moves += 1;
      if (!waiting)
        requestAnimationFrame(() => {
          const held = waiting;
          waiting = null;
          if (held) move(held);
        });
      waiting = next;
    };
    const finish = (next) => {
      globalThis.removeEventListener("pointermove", step);
      globalThis.removeEventListener("pointerup", finish);
      globalThis.removeEventListener("pointercancel", finish);
      waiting = null;
      if (moves && next.type === "pointerup") move(next);
      done(next);
    };
    globalThis.addEventListener("pointermove", step);
    globalThis.addEventListener("pointerup", finish);
    globalThis.addEventListener("pointercancel", finish);
  }

  /** Where the pointer is on the drawing: px from the plot's left and top. */
  function spot(event) {
    const box = byId("timeline").getBoundingClientRect();
    const { frame } = S.page.screen.drawn;
    return { x: event.clientX - box.left - frame.left, y: event.clientY - box.top };
  }

  const within = (at, x0, x1, y0, y1) => at.x >= x0 && at.x <= x1 && at.y >= y0 && at.y <= y1;

  /** What lies under a spot: {event}, {events}, {claim}, {band} or null; marks before labels before what lies beneath. */
  function hit(at) {
    const { drawn } = S.page.screen;
    const { frame } = drawn;
    const near = drawn.marks
      .map((mark) => ({ mark, far: Math.hypot(mark.x - at.x, mark.y - at.y) }))
      .filter((one) => one.far < NEAR_PX);
    if (near.length) return near.sort((a, b) => a.far - b.far)[0].mark;
    const label = drawn.labels.find((one) => within(at, one.x0, one.x1, one.y0, one.y1));
    if (label)
      return drawn.marks.find((mark) => mark.x === label.x && mark.lane !== undefined) && markOfLabel(drawn, label);
    const wide = drawn.widths.find((band) => within(at, band.x0, band.x1, band.y0 - 2, band.y1 + 2));
    if (wide) return wide.events.length === 1 ? { event: wide.events[0] } : { events: wide.events };
    const claim = drawn.claims.find((band) => within(at, frame.x(band.from), frame.x(band.to), band.y0, band.y1));
    if (claim) return { claim: claim.claim };
    const band = drawn.bands.find((one) =>
      within(at, frame.x(one.pieces[0].from), frame.x(one.pieces[one.pieces.length - 1].to), one.y0, one.y1),
    );
    if (band) return { words: band.words };
    const track = drawn.tracks.find((one) =>
      one.pieces.some((piece) => within(at, frame.x(piece.from), frame.x(piece.to), one.y - 2.5, one.y + 2.5)),
    );
    return track ? { track } : null;
  }

  /** All events of the label's group: those of every mark that stands at its leader. */
  function markOfLabel(drawn, label) {
    const marks = drawn.marks.filter((mark) => mark.x === label.x);
    const events = [...new Set(marks.flatMap((mark) => mark.events || [mark.event]))];
    return events.length === 1
      ? { ...marks[0], event: events[0], events: undefined, lane: undefined }
      : { ...marks[0], events, lane: undefined };
  }

  const name = (id) => (S.page.model.actors[id] ? S.page.model.actors[id].name : id);

  /** What the tooltip says about a hit, as a tree. */
  function words(found) {
    const { model, screen } = S.page;
    if (found.words) return ["p", {}, found.words];
    if (found.track) {
      const { track } = found;
      const disputed = track.disputed ? ` (${model.words.disputed_member})` : "";
      const state = name(screen.drawn.frame.lanes[track.lane].id);
      return ["p", {}, `${state}: ${name(track.organisation)}, ${track.words} ${track.when}${disputed}`];
    }
    if (found.claim !== undefined) {
      const claim = model.claims[found.claim];
      return [
        "div",
        {},
        ["b", {}, claim.value || claim.measure],
        ["p", {}, [claim.measure, claim.period_words].filter(Boolean).join(" · ")],
        ["p", {}, model.words.said_by.replace("{speaker}", name(claim.speaker))],
      ];
    }
    if (found.events) return bundleWords(found.events);
    return eventWords(model.events[found.event], found);
  }

  function bundleWords(indices) {
    const { model } = S.page;
    const shown = indices.slice(0, MOST_LINES).map((index) => ["li", {}, model.events[index].title]);
    const rest = indices.length - shown.length;
    return [
      "div",
      {},
      ["b", {}, model.words.bundle_title.replace("{n}", indices.length)],
      ["ul", {}, ...shown, rest > 0 ? ["li", {}, model.words.more_participants.replace("{n}", rest)] : null],
      ["p", {}, model.words.bundle_hint],
    ];
  }

  function eventWords(event, mark) {
    const { model, screen } = S.page;
    const { members } = mark.lane === undefined ? { members: [] } : screen.drawn.frame.lanes[mark.lane];
    const lane = members.length === 1 ? members[0] : null;
    const part = (event.participants || []).find((one) => one.actor === lane);
    const stand =
      part &&
      [
        part.role === "host" ? model.words.roles.host : "",
        part.status !== "unknown" || event.presence ? model.words.statuses[part.status] : "",
      ]
        .filter(Boolean)
        .join(", ");
    return [
      "div",
      {},
      ["b", {}, event.title],
      ["p", {}, [event.when, event.place, event.status].filter(Boolean).join(" · ")],
      stand ? ["p", {}, `${name(lane)}: ${stand}${part.reason ? ` (${part.reason})` : ""}`] : null,
    ];
  }

  function showTip(found, event) {
    const tip = byId("tooltip");
    byId("timeline").classList.toggle("over", Boolean(found));
    tip.hidden = !found;
    if (!found) return;
    fill(tip, words(found));
    const box = byId("timeline").getBoundingClientRect();
    const x = event.clientX - box.left;
    const left = Math.min(Math.max(6, x + 14), box.width - tip.offsetWidth - 6);
    const above = event.clientY - box.top - tip.offsetHeight - 14;
    tip.style.setProperty("left", `${left}px`);
    tip.style.setProperty("top", `${above < 0 ? event.clientY - box.top + 18 : above}px`);
  }

  /** A click: an event opens, a bundle opens up in time, a claim opens the event at which it was said. */
  function click(found) {
    const { model, screen } = S.page;
    if (!found) return;
    if (found.claim !== undefined) {
      const { said_at } = model.claims[found.claim];
      if (said_at) S.controls.open(said_at);
    } else if (found.events) spread(found.events, screen);
    else if (found.event !== undefined) S.controls.open(model.events[found.event].id);
  }

  /** The window that spreads the events of a bundle; events of one day get that day. */
  function spread(indices, screen) {
    const forms = indices.map((index) => S.dates.shape(S.page.model.events[index].date));
    const at = forms.map((form) => form.at);
    const from = Math.min(...forms.map((form) => (form.from === null ? form.at : form.from)), ...at);
    const to = Math.max(...forms.map((form) => (form.to === null ? form.at : form.to)), ...at);
    const air = Math.max((to - from) * 0.25, S.calendar.DAY / 2);
    const next = S.screen.bounded([from - air, to + air], screen.whole);
    const narrower = next[1] - next[0] < (screen.window[1] - screen.window[0]) * 0.9;
    const closer = [Math.min(...at) - S.calendar.DAY, Math.max(...at) + S.calendar.DAY];
    S.page.glide({ window: narrower ? next : S.screen.bounded(closer, screen.whole) });
  }

  function onDown(event) {
    if (event.button !== 0 || event.target.closest("button, a")) return;
    const { window } = S.page.screen;
    const perPx = 1 / S.page.screen.drawn.frame.pxPerMs;
    let last = null;
    const move = (next) => {
      const by = next.clientX - event.clientX;
      if (S.pinch.active() || (last === null && Math.abs(by) < CLICK_PX)) return;
      showTip(null);
      byId("timeline").classList.add("held");
      last = S.page.preview([window[0] - by * perPx, window[1] - by * perPx]);
    };
    follow(event, move, (end) => {
      byId("timeline").classList.remove("held");
      if (S.pinch.active()) return;
      if (last) S.page.go({ window: last });
      else if (end.type === "pointerup") click(hit(spot(end)));
    });
  }

  let settle = 0;

  function onWheel(event) {
    const active = event.ctrlKey || (document.hasFocus() && byId("timeline").contains(document.activeElement));
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!active && !sideways) return;
    event.preventDefault();
    const { window, drawn } = S.page.screen;
    const at = window[0] + spot(event).x / drawn.frame.pxPerMs;
    const factor = sideways ? 1 : Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * (event.ctrlKey ? 0.01 : 0.004));
    const shift = sideways ? event.deltaX / drawn.frame.pxPerMs : 0;
    const next = S.page.preview([at - (at - window[0]) * factor + shift, at + (window[1] - at) * factor + shift]);
    clearTimeout(settle);
    settle = setTimeout(() => S.page.go({ window: next }, { replace: true }), 180);
  }

  function listen() {
    const timeline = byId("timeline");
    timeline.addEventListener("pointerdown", onDown);
    S.pinch.listen();
    timeline.addEventListener("pointermove", (event) => {
      if (!event.buttons && event.pointerType === "mouse") showTip(hit(spot(event)), event);
    });
    timeline.addEventListener("pointerleave", () => showTip(null));
    timeline.addEventListener("dblclick", () => S.page.glide({ window: null }));
    timeline.addEventListener("wheel", onWheel, { passive: false });
  }

  S.pointer = { listen, follow };
})((globalThis.sidelines = globalThis.sidelines || {}));
