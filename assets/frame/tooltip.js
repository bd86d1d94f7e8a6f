/**
 * The tooltip of the drawing: what a mark, band or track is, for who points at it and for who walks to it by keys.
 * In: what lies at a spot (see pointer.js), px of the drawing. Out: `#tooltip` filled, placed, or hidden.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;
  const MOST_LINES = 7;
  const AWAY_PX = 14;
  const EDGE_PX = 6;

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
        ["p", {}, model.words.said_by.replace("{speaker}", () => name(claim.speaker))],
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

  /** Shows what was found beside a spot, px from the left and top of `#timeline`: above it where there is room. */
  function show(found, x, y) {
    const tip = byId("tooltip");
    tip.hidden = false;
    fill(tip, words(found));
    const most = byId("timeline").clientWidth - tip.offsetWidth - EDGE_PX;
    const above = y - tip.offsetHeight - AWAY_PX;
    tip.style.setProperty("left", `${Math.min(Math.max(EDGE_PX, x + AWAY_PX), most)}px`);
    tip.style.setProperty("top", `${above < 0 ? y + AWAY_PX + 4 : above}px`);
  }

  function hide() {
    byId("tooltip").hidden = true;
  }

  /** The mark of the chosen event in a panel, the topmost that is its own, else the bundle that holds it; or null. */
  function chosenMark(drawn, selected) {
    const own = drawn.marks.find((mark) => mark.event === selected);
    const bundle = drawn.marks.find((mark) => mark.events && mark.events.includes(selected));
    if (own || bundle) return own || { ...bundle, event: selected, events: undefined, lane: undefined };
    return drawn.selected === null ? null : { x: drawn.selected, y: drawn.frame.header, event: selected };
  }

  /** Shows the tooltip of the chosen event while the drawing has the focus, else none. */
  function follow() {
    const { panels, selected } = S.page.screen;
    const focused = document.activeElement === byId("timeline") && selected !== null;
    const marks = focused ? panels.map((drawn) => ({ drawn, mark: chosenMark(drawn, selected) })) : [];
    const found = marks.find(({ drawn, mark }) => mark && mark.x >= 0 && mark.x <= drawn.frame.width);
    return found ? show(found.mark, found.mark.x + found.drawn.frame.left, found.mark.y) : hide();
  }

  S.tooltip = { show, hide, follow };
})((globalThis.sidelines = globalThis.sidelines || {}));
