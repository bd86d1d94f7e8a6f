/**
 * The details on a narrow screen lie over the page, as a sheet at its lower edge. What opened them stays in sight above it.
 * In: where something was chosen. Out: the page scrolled, the details put away.
 */
(function (S) {
  "use strict";

  const { byId } = S.dom;
  const AIR_PX = 24;

  const sheet = () => byId("details").parentNode;

  /** Whether the details are there only while an event is chosen: in an embed, and on a narrow screen. */
  const isOnDemand = () => getComputedStyle(sheet()).display !== "contents";

  /** Scrolls the page so that what lies at a height of the window, in px, is not under the sheet. */
  function keepInSight(at) {
    const free = globalThis.innerHeight - sheet().offsetHeight;
    if (getComputedStyle(sheet()).position === "fixed" && at > free - AIR_PX) globalThis.scrollBy(0, at - free / 2);
  }

  function isInSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility() && top >= 0 && bottom <= globalThis.innerHeight;
  }

  /** Puts the details away. The focus goes to the event in the list, where that is seen, else to the drawing; nothing scrolls. */
  function leave() {
    const { event } = S.page.screen.view;
    S.page.go({ event: null });
    const entry = event && byId("list").querySelector(`[data-event="${CSS.escape(event)}"]`);
    const seen = entry && isInSight(entry) ? entry : byId("timeline");
    seen.focus({ preventScroll: true });
  }

  S.sheet = { isOnDemand, keepInSight, leave };
})((globalThis.sidelines = globalThis.sidelines || {}));
