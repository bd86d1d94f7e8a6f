/**
 * The pointer on the drawing: hover says what a mark is, click opens it, drag moves the window, the wheel zooms once the
 * drawing has been clicked (or with Ctrl), a double click fits everything.
 * In: pointer events and the arrangement. Out: calls of S.page and of S.tooltip.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;
  const NEAR_PX = 16;
  const CLICK_PX = 4;

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

  /** Where the pointer is: the panel of the drawing that lies under it, and px from that panel's left and top. */
  function spot(event) {
    const box = byId("timeline").getBoundingClientRect();
    const { panels, drawn } = S.page.screen;
    const x = event.clientX - box.left;
    const under = ({ frame }) => x >= frame.left - frame.gap / 2 && x <= frame.left + frame.width + frame.gap / 2;
    const panel = panels.length > 1 ? panels.find(under) || drawn : drawn;
    return { drawn: panel, x: x - panel.frame.left, y: event.clientY - box.top };
  }

  const within = (at, x0, x1, y0, y1) => at.x >= x0 && at.x <= x1 && at.y >= y0 && at.y <= y1;

  /** What lies under a spot: {event}, {events}, {claim}, {band} or null; marks before labels before what lies beneath. */
  function hit(at) {
    const { drawn } = at;
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
    if (band) return { words: band.words, membership: band.membership };
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

  /** Says what lies under the pointer, or nothing. */
  function tell(found, event) {
    byId("timeline").classList.toggle("over", Boolean(found));
    if (!found) return S.tooltip.hide();
    const box = byId("timeline").getBoundingClientRect();
    return S.tooltip.show(found, event.clientX - box.left, event.clientY - box.top);
  }

  /** A click: an event opens, a bundle opens up in time, a claim opens the event at which it was said, a membership unfolds. */
  function click(found) {
    const { model, screen } = S.page;
    if (!found) return;
    if (found.claim !== undefined) {
      const { said_at } = model.claims[found.claim];
      if (said_at) S.controls.open(said_at);
      else S.listing.unfold("claim", model.claims[found.claim].id);
    } else if (found.membership || found.track) {
      S.listing.unfold("membership", found.membership || found.track.membership);
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
      tell(null);
      byId("timeline").classList.add("held");
      last = S.page.preview([window[0] - by * perPx, window[1] - by * perPx]);
    };
    follow(event, move, (end) => {
      byId("timeline").classList.remove("held");
      if (S.pinch.active()) return;
      if (last) S.page.go({ window: last });
      else if (end.type === "pointerup") {
        const found = hit(spot(end));
        if (found && end.pointerType === "touch") keepTap(event.target);
        click(found);
        S.sheet.keepInSight(end.clientY);
      }
    });
  }

  /**
   * Keeps the browser from repeating a tap as a click, which would fall on the details that have just opened under it. What
   * was touched hears of the end itself: it may have been drawn anew meanwhile, and stand in no document.
   */
  function keepTap(touched) {
    const keep = (event) => event.cancelable && event.preventDefault();
    touched.addEventListener("touchend", keep, { once: true, passive: false });
  }

  let settle = 0;

  function onWheel(event) {
    const active = event.ctrlKey || (document.hasFocus() && byId("timeline").contains(document.activeElement));
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!active && !sideways) return;
    event.preventDefault();
    const { window, drawn } = S.page.screen;
    const under = spot(event);
    const at = window[0] + (under.x + under.drawn.frame.left - drawn.frame.left) / drawn.frame.pxPerMs;
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
      if (!event.buttons && event.pointerType === "mouse") tell(hit(spot(event)), event);
    });
    timeline.addEventListener("pointerleave", () => tell(null));
    timeline.addEventListener("focus", () => {
      if (timeline.matches(":focus-visible")) S.tooltip.follow();
    });
    timeline.addEventListener("blur", () => S.tooltip.hide());
    timeline.addEventListener("dblclick", () => S.controls.preset("all"));
    timeline.addEventListener("wheel", onWheel, { passive: false });
  }

  S.pointer = { listen, follow };
})((globalThis.sidelines = globalThis.sidelines || {}));
