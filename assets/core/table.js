/**
 * The selected events as rows and columns of plain text: the accessible equal of the drawing, and what is copied.
 * In: model, view, selection. Out: cells, order of rows, TSV text.
 */
(function (S) {
  "use strict";

  const AWAY = new Set(["absent", "declined", "expelled"]);

  const name = (model, id) => (model.actors[id] ? model.actors[id].name : id);
  const distinct = (list) => [...new Set(list)];
  const names = (model, ids) => distinct(ids.map((id) => name(model, id))).join(", ");

  /** column -> the words of an event in it. */
  const CELLS = {
    date: (model, event) => event.when,
    title: (model, event) => event.title,
    type: (model, event) => model.words.types[event.type],
    participants: (model, event) =>
      names(
        model,
        (event.participants || []).filter((part) => !AWAY.has(part.status)).map((part) => part.actor),
      ),
    absent: (model, event) =>
      names(
        model,
        (event.participants || []).filter((part) => AWAY.has(part.status)).map((part) => part.actor),
      ),
    place: (model, event) => event.place || "",
    organisations: (model, event) => names(model, event.organisations || []),
    people: (model, event) => names(model, (event.participants || []).map((part) => part.person).filter(Boolean)),
    status: (model, event) => event.status || "",
    precision: (model, event) => event.precision,
    sources: (model, event) =>
      distinct(
        (event.citations || []).map((one) =>
          model.sources[one.source] ? model.sources[one.source].title : one.source,
        ),
      ).join("; "),
    id: (model, event) => event.id,
  };

  /** The columns of a view, in their own order. */
  function columns(model, view) {
    const all = Object.keys(model.words.columns);
    return view.columns.length
      ? all.filter((column) => view.columns.includes(column))
      : all.slice(0, model.words.columns_default);
  }

  const cell = (model, index, column) => CELLS[column](model, model.events[index]);

  /** The selection in the order that the view asks for; equal rows stay in time order, also backwards. */
  function sorted(model, view, selection) {
    const backwards = view.sort.startsWith("-");
    const column = view.sort.replace("-", "");
    if (column === "date") return backwards ? [...selection].reverse() : selection;
    const keyed = selection.map((index, place) => ({ index, place, key: S.search.fold(cell(model, index, column)) }));
    const side = backwards ? -1 : 1;
    keyed.sort((a, b) => (a.key === b.key ? a.place - b.place : (a.key < b.key ? -1 : 1) * side));
    return keyed.map((one) => one.index);
  }

  /** Whether a column can be sorted by, and how it is now: "ascending", "descending", "none" or null. */
  function sortState(view, column) {
    if (!["date", "title", "type", "place"].includes(column)) return null;
    return view.sort === column ? "ascending" : view.sort === `-${column}` ? "descending" : "none";
  }

  /**
   * A cell as tab-separated values have it: a tab or line break in it is a blank, so that a cell stays a cell; it is never a
   * formula, and a quotation mark at its beginning, with which spreadsheets begin a quoted cell, is quoted itself.
   */
  function written(words) {
    const plain = String(words).replace(/[\t\r\n\u2028\u2029]+/g, " ");
    const safe = /^[=+\-@']/.test(plain) ? `'${plain}` : plain;
    return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** All rows as tab-separated values with a heading. */
  function tsv(model, view, selection) {
    const shown = columns(model, view);
    const rows = sorted(model, view, selection).map((index) =>
      shown.map((column) => written(cell(model, index, column))).join("\t"),
    );
    return [shown.map((column) => model.words.columns[column]).join("\t"), ...rows].join("\n") + "\n";
  }

  /** The row of headings as a tree. */
  function head(model, view) {
    return [
      "tr",
      {},
      ...columns(model, view).map((column) => {
        const state = sortState(view, column);
        const words = model.words.columns[column];
        if (!state) return ["th", { scope: "col" }, words];
        const next = state === "ascending" ? `-${column}` : column;
        return [
          "th",
          { scope: "col", "aria-sort": state },
          [
            "button",
            { type: "button", "data-heading": column, "data-sort": next },
            words,
            ["i", { "aria-hidden": "true" }, { ascending: " ▲", descending: " ▼", none: " ↕" }[state]],
          ],
        ];
      }),
    ];
  }

  /** The button that opens an event: its title, in a table without titles the first cell, which is then named by it, too. */
  function opening(event, column, text) {
    const name = column === "title" ? {} : { "aria-label": [text, event.title].filter(Boolean).join(": ") };
    return ["button", { type: "button", "data-row": event.id, ...name }, text || "…"];
  }

  /** One row as a tree; `place` counts from 0. */
  function row(model, view, index, place, chosen) {
    const event = model.events[index];
    const shown = columns(model, view);
    const opens = shown.includes("title") ? "title" : shown[0];
    const cells = shown.map((column) => {
      const text = cell(model, index, column);
      const inner = column === opens ? opening(event, column, text) : text;
      return ["td", { class: `of-${column}`, title: text, dir: "auto" }, inner];
    });
    return ["tr", { "aria-rowindex": String(place + 2), class: chosen ? "chosen" : "" }, ...cells];
  }

  S.table = { columns, sorted, tsv, head, row };
})((globalThis.sidelines = globalThis.sidelines || {}));
