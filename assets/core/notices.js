/**
 * What is said about a part of a query string that could not be used. The twin of app/notices.py.
 * In: findings {fault, parameter, value, known} of view.js. Out: notices {parameter, value, what, fix}, plain text.
 */
(function (S) {
  "use strict";

  const NOTICE_LIMIT = 20;
  const SHOWN = 60;
  const NAMED = 3;
  const DATE_SIZES = ["2025-12-22", "2025-12", "2025"].map((text) => text.length);

  const WORDS = {
    too_long: ["The query has more than {first} characters, so none of it is used.", "Choose fewer values."],
    parameter: ['There is no parameter "{name}".', "{near}"],
    repeated: ['"{name}" is given more than once; "{value}" is not used.', "Give it once."],
    encoding: ['"{value}" is not well-formed percent-encoding.', "Write the letters plainly, or as UTF-8."],
    choice: ['"{value}" is not a value of {name}.', "{near}"],
    value: ['"{value}" is not {noun}.', "{near}"],
    date: ['"{value}" is not a day, a month or a year.', "{near}"],
    order: [
      "The end to={value} lies before the beginning from={first}, so neither is used.",
      "Write from={value}&to={first}.",
    ],
    window: ['"{value}" is not a window.', "Write its first and its last day: window=2025-12-20/2025-12-24."],
    window_order: ['The window "{value}" does not end after it begins.', "Write the earlier side first."],
    text_length: ["The text has more than {first} characters, so it is not searched for.", "Shorten it."],
    no_words: ['"{value}" has no word to search for.', "Write a word, or a phrase in quotes."],
    list_length: ["{name} lists more than {first} values; the first {first} are used.", "List fewer."],
    height: ['"{value}" is not a height.', "Write whole pixels from {first} to {last}: {name}=480."],
    version: [
      '"{value}" is not a version.',
      "Write the content hash of a citation, or its first letters: {name}=7588ec617250.",
    ],
  };
  const NOUNS = {
    columns: "a column of the table",
    country: "a country of this collection",
    event: "an event of this collection",
    fold: "a group of lanes",
    lang: "a language of this collection",
    order: "a lane of this collection",
    org: "an organisation of this collection",
    person: "a person of this collection",
    place: "a place of this collection",
    role: "a role",
    source: "a source of this collection",
    status: "a status",
    tag: "a tag of this collection",
    type: "an event type",
  };

  /** A whole number with commas between its thousands. */
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

  const listed = (words) =>
    words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}` : words[0];

  function cut(text) {
    const letters = Array.from(text);
    return letters.length <= SHOWN ? text : `${letters.slice(0, SHOWN - 1).join("")}…`;
  }

  const fill = (template, fields) => template.replace(/\{(\w+)\}/g, (_, name) => fields[name]);

  function withName(entry) {
    const name = S.choices.nameOf(entry);
    return S.search.fold(name) === S.search.fold(entry.id) ? entry.id : `${entry.id} (${name})`;
  }

  /** The first choices that there are, for a value that is like none of them. */
  function offer(name, entries) {
    if (!entries.length) return "Leave it out: there is none.";
    const more = entries.length - NAMED;
    const ids = entries.slice(0, NAMED).map((entry) => entry.id);
    return `Write ${name}=${listed(more > 0 ? [...ids, `${grouped(more)} more`] : ids)}.`;
  }

  function near(finding, vocabulary) {
    const { parameter, value, known } = finding;
    const pairs = () => known.map((choice) => [choice, choice]);
    const find = (word, among) => S.nearest.find(S.search.fold(word), among);
    if (finding.fault === "parameter") {
      const name = find(parameter.split("=")[0], pairs()); // an address that was encoded whole has its "=" here
      return name ? `Write "${name}".` : "Leave it out.";
    }
    if (finding.fault === "choice") {
      const choice = find(value, pairs());
      return choice ? `Write ${parameter}=${choice}.` : `Write ${parameter}=${listed(known)}.`;
    }
    if (finding.fault === "date") {
      const date = DATE_SIZES.map((size) => value.slice(0, size)).find(S.bounds.period);
      const forms = date ? [date] : ["2025-12-22", "2025-12", "2025"];
      return `Write ${listed(forms.map((form) => `${parameter}=${form}`))}.`;
    }
    if (finding.fault !== "value") return "";
    const entries = S.choices.known(vocabulary, parameter);
    // A later word of a name, too: people by their surnames.
    const words = () =>
      entries.flatMap(([text, one]) =>
        text
          .split(" ")
          .slice(1)
          .map((word) => [word, one]),
      );
    const entry = find(value, entries) || find(value, words());
    return entry
      ? `Write ${parameter}=${withName(entry)}.`
      : offer(parameter, S.choices.offered(vocabulary, parameter));
  }

  function notice(finding, vocabulary) {
    const [name, value] = [cut(finding.parameter), cut(finding.value)];
    const fields = {
      name,
      value,
      first: finding.known && finding.known[0],
      last: finding.known && finding.known[finding.known.length - 1],
      noun: NOUNS[name] || "",
      near: near(finding, vocabulary),
    };
    const [what, fix] = WORDS[finding.fault];
    return { parameter: name, value, what: fill(what, fields), fix: fill(fix, fields) };
  }

  /** One notice for each finding in order, for the first twenty; a last one counts those that are left out. */
  function notices(findings, vocabulary) {
    const said = findings.slice(0, NOTICE_LIMIT).map((finding) => notice(finding, vocabulary));
    const more = findings.length - NOTICE_LIMIT;
    if (more <= 0) return said;
    const what = `${grouped(more)} more ${more === 1 ? "part" : "parts"} of the query cannot be used.`;
    return [...said, { parameter: "", value: "", what, fix: "Mend these first." }];
  }

  S.notices = { notices, grouped };
})((globalThis.sidelines = globalThis.sidelines || {}));
