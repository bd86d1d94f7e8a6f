/**
 * What has changed since a view was cited, in words: what the page says above the drawing.
 * In: the model, and {cited, changes?, asking?, frozen?}: the version that was cited, what the server says of it (the JSON of
 * app/changes.py), whether it is being asked, and where the view can be seen as it was. Out: texts and neutral trees.
 */
(function (S) {
  "use strict";

  const KINDS = ["added", "changed", "removed"];
  const SHOWN = 100; // entries of one kind

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const plain = (field) => field.replaceAll("_", " ");

  function howMany(words, section, count) {
    const [one, many] = words.sections[section];
    return count === 1 ? one : fill(many, { n: S.notices.grouped(count) });
  }

  function counted(words, section, difference) {
    const [first, ...rest] = KINDS.filter((kind) => difference[kind].length);
    const others = rest.map((kind) => `${S.notices.grouped(difference[kind].length)} ${words.kinds[kind]}`);
    return [`${howMany(words, section, difference[first].length)} ${words.kinds[first]}`, ...others].join(", ");
  }

  const differing = ({ sections }, changes) =>
    Object.keys(sections).filter((section) => KINDS.some((kind) => changes[section][kind].length > 0));

  /** The changes counted: "3 events added, 1 changed, 1 removed; 2 sources added"; "" where there are none. `words`: its own. */
  function inWords(words, changes) {
    const fields = changes.collection.map(plain).join(", ");
    const parts = differing(words, changes).map((section) => counted(words, section, changes[section]));
    return [...parts, fields && fill(words.about, { fields })].filter(Boolean).join("; ");
  }

  /** One entry: a button that opens it where it is an event of the page, and what differs in it. */
  function entry(model, section, { id, name, fields }) {
    const index = section === "events" ? model.indexOf.get(id) : undefined;
    const title =
      index === undefined
        ? ["span", { dir: "auto" }, name]
        : [
            "button",
            { type: "button", class: "jump", "data-open": id, dir: "auto" },
            model.events[index].title || name,
          ];
    return ["li", {}, title, fields ? `: ${fields.map(plain).join(", ")}` : ""];
  }

  /** The entries of one kind under their count; those of the view come first. */
  function listed(model, section, kind, entries) {
    const sorted = [...entries.filter((one) => one.in_view), ...entries.filter((one) => !one.in_view)];
    const rest = sorted.length - SHOWN;
    const words = model.words.changes;
    return [
      ["h2", {}, `${howMany(words, section, entries.length)} ${words.kinds[kind]}`],
      [
        "ul",
        {},
        ...sorted.slice(0, SHOWN).map((one) => entry(model, section, one)),
        rest > 0 ? ["li", {}, fill(model.words.cited.more, { n: S.notices.grouped(rest) })] : null,
      ],
    ];
  }

  function details(model, changes) {
    const lists = differing(model.words.changes, changes).flatMap((section) =>
      KINDS.filter((kind) => changes[section][kind].length).flatMap((kind) =>
        listed(model, section, kind, changes[section][kind]),
      ),
    );
    const about = changes.collection.map(plain).join(", ");
    const { list, about: said } = model.words.cited;
    return ["details", {}, ["summary", {}, list], ...lists, about ? ["p", {}, fill(said, { fields: about })] : null];
  }

  /** How many of the events that changed are in the view, where it does not show all of them; "" where it does. */
  function inView(model, changes) {
    const events = KINDS.flatMap((kind) => changes.events[kind]);
    if (!changes.view || !events.length) return "";
    const [n, all] = [events.filter((one) => one.in_view), events].map((some) => S.notices.grouped(some.length));
    return fill(model.words.cited.in_view, { n, all });
  }

  function sentence(model, { cited, changes, asking }) {
    const words = model.words.cited;
    const [version, now] = [cited, model.collection.hash].map((hash) => hash.slice(0, S.cite.HASH_LETTERS));
    if (model.collection.hash.startsWith(cited)) return fill(words.same, { version });
    const differs = fill(words.differs, { version, now });
    if (asking) return `${differs} ${words.asking}`;
    if (!changes) return `${differs} ${words.unknown}`;
    return [differs, fill(words.changed, { changes: inWords(model.words.changes, changes) }), inView(model, changes)]
      .filter(Boolean)
      .join(" ");
  }

  /** What is said of the version that was cited, with a button that lets it go. */
  function notice(model, told) {
    const words = model.words.cited;
    return [
      "div",
      {},
      ["p", { role: "status" }, sentence(model, told)],
      told.changes ? details(model, told.changes) : null,
      [
        "div",
        { class: "chips" },
        told.frozen && told.changes
          ? ["a", { class: "tool", href: told.frozen, target: "_blank", rel: "noopener" }, words.as_cited]
          : null,
        ["button", { type: "button", class: "tool", "data-uncite": "1" }, words.dismiss],
      ],
    ];
  }

  S.changes = { inWords, notice };
})((globalThis.sidelines = globalThis.sidelines || {}));
