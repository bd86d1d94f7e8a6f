/**
 * A drawing in words, for those who do not see it: what is asked for, whose lanes there are, which events are in the window.
 * Needs: calendar
 * In: model and screen. Out: plain sentences.
 */
(function (S) {
  "use strict";

  const MOST_EVENTS = 12;
  const LOST = new Set(["absent", "declined", "expelled", "suspended"]);

  const nameOf = (model, id) => (model.actors[id] ? model.actors[id].name : id);

  /** "Name (absent), Name (suspended)" of those who did not take part; "" where nobody stayed away. */
  function away(model, event) {
    const lost = (event.participants || []).filter((part) => LOST.has(part.status));
    return lost.map((part) => `${nameOf(model, part.actor)} ${model.words.statuses[part.status]}`).join(", ");
  }

  function told(model, event) {
    const lost = away(model, event);
    return `${event.when}: ${event.title}${lost ? ` (${lost})` : ""}.`;
  }

  /** The lanes by their names, from the top. */
  function lanes(model, screen) {
    const names = screen.drawn.frame.lanes.filter((lane) => !lane.heading).map((lane) => lane.name);
    const words = names.length === 1 ? model.words.alt_lane : model.words.alt_lanes;
    return words.replace("{n}", names.length).replace("{names}", () => names.join(", "));
  }

  /** The events of the selection that touch the window, in its order. */
  function inside(model, screen) {
    return screen.selection
      .map((index) => model.events[index])
      .filter((event) => {
        const form = S.dates.shape(event.date);
        return form && S.dates.overlaps(form, screen.window);
      });
  }

  /** The whole: the filter sentence, the window, the lanes; each event where there are few of them. */
  function words(model, screen) {
    const events = inside(model, screen);
    const each = events.length <= MOST_EVENTS ? events.map((event) => told(model, event)) : [];
    const window = model.extent ? S.calendar.windowWords(screen.window, model.words.months) : model.words.undated;
    return [
      `${screen.sentence}.`,
      `${model.words.alt_window.replace("{window}", () => window)}.`,
      lanes(model, screen),
      ...each,
    ].join(" ");
  }

  S.alt = { words };
})((globalThis.sidelines = globalThis.sidelines || {}));
