/**
 * The view: the whole state of the screen, read from and written to a query string. The twin of app/view.py; the
 * parameters are described in docs/views.md. In: a query string and the vocabulary of a timeline. Out: a view, notices.
 *
 * A view is a plain object with all parameters as keys: lists are arrays of ids (country: ISO 3166-1 alpha-3), sorted but
 * for `order`; `window` is [start, end) in ms or null, `mentions` is true or false, `from`, `to`, `event`, `lang`,
 * `height` and `cited` (the version that was cited) are null when not chosen. Views are never changed.
 */
(function (S) {
  "use strict";

  const QUERY_LIMIT = 2000;
  const TEXT_LIMIT = 100;
  const LIST_LIMIT = 250;
  const HEIGHT = [200, 4000];
  const VERSION = /^[0-9a-f]{8,64}$/; // of a content hash as many letters as tell versions apart, or all of them

  const LISTS = [
    "columns",
    "country",
    "fold",
    "order",
    "org",
    "person",
    "place",
    "role",
    "source",
    "status",
    "tag",
    "type",
  ];
  // Lists whose order says something: kept as written, all others sorted.
  const SEQUENCES = ["order"];
  // The first of each is the default, which is not written.
  const CHOICES = {
    match: ["any", "all"],
    dates: ["possible", "certain"],
    mentions: ["0", "1"],
    orgs: ["0", "1"],
    lanes: ["membership", "name", "first", "events", "region"],
    group: ["none", "org", "region"],
    tab: ["list", "table"],
    sort: ["date", "-date", "title", "-title", "type", "-type", "place", "-place"],
    layout: ["timeline", "report"],
    theme: ["system", "light", "dark"],
    controls: ["chips", "none", "full"],
  };
  const FLAGS = ["mentions", "orgs"];
  const DEFAULT = Object.freeze(
    Object.assign(
      Object.fromEntries(LISTS.map((name) => [name, Object.freeze([])])),
      Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, values[0]])),
      {
        mentions: false,
        orgs: false,
        q: "",
        from: null,
        to: null,
        event: null,
        window: null,
        lang: null,
        height: null,
        cited: null,
      },
    ),
  );
  const PARAMETERS = Object.keys(DEFAULT).sort();

  /** The text for a query string: slashes and colons stay, a space is `+`, the rest is UTF-8 in percent-encoding. */
  const encoded = (text) =>
    encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "?"))
      .replace(/%20/g, "+")
      .replace(/%2F/g, "/")
      .replace(/%3A/g, ":")
      .replace(/'/g, "%27");

  /** The text of an encoded one, or null where its bytes are no UTF-8. A `%` that begins no code stands for itself. */
  function decoded(raw) {
    try {
      return raw.replace(/\+/g, " ").replace(/(?:%[0-9A-Fa-f]{2})+/g, decodeURIComponent);
    } catch (error) {
      if (error instanceof URIError) return null;
      throw error;
    }
  }

  const found = (value) => [value, []];
  const fault = (kind, parameter, value, known) => [null, [{ fault: kind, parameter, value, known }]];

  /** The id that a value of a list stands for, or null; a place may also be named in part. */
  function choice(name, value, vocabulary) {
    const entry = S.choices.find(vocabulary, name, value);
    if (entry) return entry.id;
    const folded = S.search.fold(value);
    if (name !== "place" || !folded) return null;
    return S.choices.known(vocabulary, name).some(([place]) => S.search.contains(place, folded)) ? folded : null;
  }

  /** The items of a list, still encoded. A comma parts them; an encoded one not where a name of ours has it. */
  function items(name, raw, vocabulary) {
    return raw.split(",").flatMap((item) => {
      const whole = decoded(item);
      const splits = whole !== null && whole.includes(",") && choice(name, whole, vocabulary) === null;
      return splits ? item.split(/%2C/i) : [item];
    });
  }

  const arranged = (name, choices) => (SEQUENCES.includes(name) ? [...choices] : [...choices].sort());

  function readList(name, raw, vocabulary) {
    const chosen = new Set();
    const findings = [];
    const all = items(name, raw, vocabulary);
    for (const item of all.slice(0, LIST_LIMIT)) {
      const text = decoded(item);
      const id = text ? choice(name, text, vocabulary) : null;
      if (id !== null) chosen.add(id);
      else if (text === null) findings.push({ fault: "encoding", parameter: name, value: item });
      else if (S.search.fold(text)) findings.push({ fault: "value", parameter: name, value: S.search.clean(text) });
    }
    if (all.length > LIST_LIMIT) {
      findings.push({ fault: "list_length", parameter: name, value: all[LIST_LIMIT], known: [String(LIST_LIMIT)] });
    }
    return [arranged(name, chosen), findings];
  }

  function readChoice(name, value) {
    const folded = S.search.fold(value);
    if (!CHOICES[name].includes(folded)) return fault("choice", name, value, CHOICES[name]);
    return found(FLAGS.includes(name) ? folded === "1" : folded);
  }

  function readEntry(name, value, vocabulary) {
    const entry = S.choices.find(vocabulary, name, value);
    return entry ? found(entry.id) : fault("value", name, value);
  }

  const readDate = (name, value) => (S.bounds.period(value) ? found(value) : fault("date", name, value));

  function readText(name, value) {
    if (Array.from(value).length > TEXT_LIMIT) return fault("text_length", name, value, [String(TEXT_LIMIT)]);
    return S.search.read(value).length ? found(value) : fault("no_words", name, value);
  }

  function readWindow(name, value) {
    const window = S.bounds.readWindow(value);
    if (!window) return fault("window", name, value);
    return window[0] < window[1] ? found(window) : fault("window_order", name, value);
  }

  function readHeight(name, value) {
    const height = /^[0-9]{1,4}$/.test(value) ? Number(value) : 0;
    if (height >= HEIGHT[0] && height <= HEIGHT[1]) return found(height);
    return fault("height", name, value, HEIGHT.map(String));
  }

  function readVersion(name, value) {
    const version = S.search.fold(value);
    return VERSION.test(version) ? found(version) : fault("version", name, value);
  }

  const READERS = {
    from: readDate,
    to: readDate,
    q: readText,
    window: readWindow,
    height: readHeight,
    cited: readVersion,
    event: readEntry,
    lang: readEntry,
  };

  /** [value, findings] of one parameter; null where there is nothing usable. */
  function read(name, raw, vocabulary) {
    const text = decoded(raw);
    if (!PARAMETERS.includes(name)) return fault("parameter", name, text || raw, PARAMETERS);
    if (LISTS.includes(name)) return readList(name, raw, vocabulary);
    if (text === null) return fault("encoding", name, raw);
    const cleaned = S.search.clean(text);
    if (!cleaned) return found(null);
    return (READERS[name] || readChoice)(name, cleaned, vocabulary);
  }

  /**
   * [name, value as written] of each part, in order; lists that are given twice as one. A parameter of ours without a value
   * asks for nothing; another name does not, even alone.
   */
  function given(query) {
    const pairs = [];
    for (const part of query.split("&")) {
      const at = part.includes("=") ? part.indexOf("=") : part.length;
      const raw = part.slice(at + 1);
      const name = decoded(part.slice(0, at)) || part.slice(0, at);
      if (!raw && (!name || PARAMETERS.includes(name))) continue;
      const before = LISTS.includes(name) && pairs.find(([earlier]) => earlier === name);
      if (before) before[1] += `,${raw}`;
      else pairs.push([name, raw]);
    }
    return pairs;
  }

  /** Takes `from` and `to` out where the one lies after the other; the findings say so. */
  function order(values) {
    const [first, last] = [values.from && S.bounds.period(values.from), values.to && S.bounds.period(values.to)];
    if (!first || !last || first[0] < last[1]) return [];
    const finding = { fault: "order", parameter: "to", value: values.to, known: [values.from] };
    values.from = null;
    values.to = null;
    return [finding];
  }

  /**
   * The view that a query string means, with one notice for each part that is kept out. A leading `?` is passed over.
   * @param {string} query  @param {Object} vocabulary of the timeline, {parameter: [{id, names, many?}]}
   * @returns {{view: Object, notices: {parameter: string, value: string, what: string, fix: string}[]}}
   */
  function parse(query, vocabulary) {
    const text = query.replace(/^\?/, "");
    if (Array.from(text).length > QUERY_LIMIT) {
      const finding = { fault: "too_long", parameter: "", value: text, known: [S.notices.grouped(QUERY_LIMIT)] };
      return { view: DEFAULT, notices: S.notices.notices([finding], vocabulary) };
    }
    const values = {};
    const findings = [];
    for (const [name, raw] of given(text)) {
      const [value, faults] = read(name, raw, vocabulary);
      if (value !== null && name in values) {
        findings.push({ fault: "repeated", parameter: name, value: S.search.clean(decoded(raw) || "") });
        continue;
      }
      if (value !== null) values[name] = value;
      findings.push(...faults);
    }
    findings.push(...order(values));
    return { view: of(values), notices: S.notices.notices(findings, vocabulary) };
  }

  function written(name, value) {
    if (name === "window") return S.bounds.formatWindow(value[0], value[1]);
    if (Array.isArray(value)) return arranged(name, value).map(encoded).join(",");
    return encoded(value === true ? "1" : String(value)).replace(/%2C/g, ",");
  }

  /** The canonical query string of a view, without `?`: all of it sorted, only what differs from the default. */
  function format(view) {
    const differs = (name) => (Array.isArray(DEFAULT[name]) ? view[name].length > 0 : view[name] !== DEFAULT[name]);
    return PARAMETERS.filter(differs)
      .map((name) => `${name}=${written(name, view[name])}`)
      .join("&");
  }

  /** A whole view of some values: what is not given is as by default. */
  const of = (values) => Object.assign({}, DEFAULT, values);

  S.view = { DEFAULT, PARAMETERS, parse, format, of };
})((globalThis.sidelines = globalThis.sidelines || {}));
