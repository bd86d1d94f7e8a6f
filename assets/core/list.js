/**
 * The selected events as a list in time order, grouped by year: the equal of the drawing for eyes, keys and screen readers.
 * In: model, selected indices, how many to show. Out: a neutral tree.
 */
(function (S) {
  "use strict";

  const LOST = new Set(["absent", "declined", "expelled"]);

  /** The year that an event is listed under, as words. */
  function yearOf(model, event) {
    const form = S.dates.shape(event.date);
    if (!form) return model.words.undated;
    const at = form.kind === "before" ? form.to - 1 : form.from;
    return String(new Date(at).getUTCFullYear());
  }

  function item(model, event, selected, palette) {
    const mark = { type: event.type, status: "attended", state: event.status || "" };
    const away = (event.participants || [])
      .filter((part) => LOST.has(part.status))
      .map((part) => (model.actors[part.actor] || { name: part.actor }).name);
    return [
      "li",
      {},
      [
        "button",
        {
          type: "button",
          class: "event",
          "data-event": event.id,
          "aria-current": event.index === selected ? "true" : "false",
        },
        ["img", { src: S.symbols.icon(mark, model.theme, palette), alt: "", width: "16", height: "16" }],
        ["span", { class: "day" }, event.short || ""],
        [
          "span",
          { class: "title", dir: "auto" },
          event.title,
          away.length ? ["span", { class: "missing" }, ` ${model.words.absent}: ${[...new Set(away)].join(", ")}`] : "",
        ],
      ],
    ];
  }

  /**
   * The list. `from` and `to` bound the places that are shown, so that ten thousand events cost no more than a few hundred.
   * @param {number[]} selection event indices in time order
   */
  function list(model, selection, options) {
    const shown = selection.slice(options.from, options.to);
    const groups = [];
    for (const index of shown) {
      const event = model.events[index];
      const year = yearOf(model, event);
      if (!groups.length || groups[groups.length - 1].year !== year) groups.push({ year, events: [] });
      groups[groups.length - 1].events.push(event);
    }
    const more = (count, where) =>
      count > 0
        ? [
            [
              "button",
              { type: "button", class: "more", "data-more": where },
              model.words[`show_${where}`].replace("{n}", count),
            ],
          ]
        : [];
    return [
      "div",
      { class: "years" },
      ...more(Math.min(options.from, options.step), "earlier"),
      ...groups.map((group) => [
        "section",
        {},
        ["h3", {}, group.year],
        ["ol", {}, ...group.events.map((event) => item(model, event, options.selected, options.palette))],
      ]),
      ...more(Math.min(selection.length - options.to, options.step), "later"),
      selection.length ? null : ["p", { class: "none" }, model.events.length ? model.words.nothing : model.words.empty],
    ].filter(Boolean);
  }

  S.list = { list };
})((globalThis.sidelines = globalThis.sidelines || {}));
