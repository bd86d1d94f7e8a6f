/**
 * The selected events as a list in time order, grouped by year: the equal of the drawing for eyes, keys and screen readers.
 * In: model, selected indices, how many to show. Out: a neutral tree.
 */
(function (S) {
  "use strict";

  const LOST = new Set(["absent", "declined", "expelled"]);

  /** The year in which a date begins, or at the latest ends; "" for none. */
  function yearIn(date) {
    const form = S.dates.shape(date);
    return form ? String(new Date(form.kind === "before" ? form.to - 1 : form.from).getUTCFullYear()) : "";
  }

  /** The year that an event is listed under, as words. */
  function yearOf(model, event) {
    return yearIn(event.date) || model.words.undated;
  }

  /** The picture of an event's kind and state, made once for all that look alike. */
  function icons(theme, palette) {
    const made = new Map();
    return ({ type, status: state = "" }) => {
      const key = `${type} ${state}`;
      if (!made.has(key)) made.set(key, S.symbols.icon({ type, status: "attended", state }, theme, palette));
      return made.get(key);
    };
  }

  function item(model, event, selected, icon) {
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
        ["img", { src: icon(event), alt: "", width: "16", height: "16" }],
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
   * The list; below the events what stands beside them (`beside`, see beside.js). `from` and `to` bound the places that are
   * shown, so that ten thousand events cost no more than a few hundred.
   * @param {number[]} selection event indices in time order
   */
  function list(model, selection, options) {
    const shown = selection.slice(options.from, options.to);
    const icon = icons(model.theme, options.palette);
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
        ["ol", {}, ...group.events.map((event) => item(model, event, options.selected, icon))],
      ]),
      ...more(Math.min(selection.length - options.to, options.step), "later"),
      selection.length ? null : ["p", { class: "none" }, model.events.length ? model.words.nothing : model.words.empty],
      ...S.beside.lists(model, options.beside, options.palette),
    ].filter(Boolean);
  }

  S.list = { list, yearIn };
})((globalThis.sidelines = globalThis.sidelines || {}));
