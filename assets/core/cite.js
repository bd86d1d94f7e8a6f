/**
 * How an event or a view is cited, as text (Chicago, APA), BibTeX, RIS and CSL-JSON. The twin of app/export/cite.py, where its
 * rules and their sources are written.
 * In: the model, an event or a query, and {url, accessed}: the permalink and the day of access (ISO), which the browser knows
 * and nobody here; either may be missing. Out: texts.
 */
(function (S) {
  "use strict";

  const HASH_LETTERS = 12; // of the content hash, where people read it: enough to tell versions apart
  const KEY_LETTERS = 8;
  const MONTHS = [
    ...["January", "February", "March", "April", "May", "June", "July"],
    ...["August", "September", "October", "November", "December"],
  ];

  const joined = (...parts) => S.exports.text.joined(...parts);
  const oneLine = (text) => S.exports.text.oneLine(text || "");
  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const events = (count) => (count === 1 ? "1 event" : `${S.notices.grouped(count)} events`);
  const shortHash = (work) => (work.hash ? `content hash ${work.hash.slice(0, HASH_LETTERS)}` : "");
  const fullHash = (work) => (work.hash ? `content hash (SHA-256) ${work.hash}` : "");

  /** An ISO day as Americans write it, which both styles ask for: "December 23, 2025". */
  function day(iso) {
    const [year, month, number] = iso.split("-").map(Number);
    return `${MONTHS[month - 1]} ${number}, ${year}`;
  }

  const nameOf = (part) => part.split("=")[0];
  const byName = (part, other) => (nameOf(part) < nameOf(other) ? -1 : Number(nameOf(part) > nameOf(other)));

  /**
   * The address with `cited=` and the first letters of a content hash in its query, its parameters sorted. Another version
   * that it names is left out; so is the new one where there is no hash.
   */
  function permalink(url, version) {
    const [, base, query, fragment] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(oneLine(url));
    const parts = (query || "").split("&").filter((part) => part && !part.startsWith("cited="));
    if (version) parts.push(`cited=${version.slice(0, HASH_LETTERS)}`);
    const asked = parts.sort(byName).join("&");
    return base + (asked && `?${asked}`) + (fragment || "");
  }

  function collection(model, { url, accessed }) {
    const { title, version, hash } = model.collection;
    const address = url ? permalink(url, hash || "") : "";
    return { inside: oneLine(title), version: oneLine(version), hash: hash || "", url: address, accessed };
  }

  /** What is to be named of one event, an entry of the collection. */
  function eventWork(model, index, options) {
    const event = model.events[index];
    return {
      key: event.id,
      kind: "entry",
      title: oneLine(event.title || event.id),
      about: `${model.words.types[event.type].toLowerCase()}, ${event.when}`,
      count: events(model.events.length),
      ...collection(model, options),
    };
  }

  /** What is to be named of a view with `count` events; of the collection as a whole if it has all. */
  function viewWork(model, words, count, options) {
    const total = model.events.length;
    const about = collection(model, options);
    const isWhole = count === total;
    const title = isWhole ? about.inside : oneLine(words);
    return {
      ...about,
      key: joined("-", S.exports.text.slug(title), about.hash.slice(0, KEY_LETTERS)),
      kind: "dataset",
      title,
      inside: isWhole ? "" : about.inside,
      about: "",
      count: isWhole ? events(total) : `${S.notices.grouped(count)} of ${events(total)}`,
    };
  }

  /** “Title.” Kind, date. In Collection, version 1.0, 114 events, content hash ... Accessed December 23, 2025. URL. */
  function chicago(work) {
    const source = joined(
      ", ",
      work.inside || work.title,
      work.version && `version ${work.version}`,
      work.count,
      shortHash(work),
    );
    const title = /[.?!]$/.test(work.title) ? work.title : `${work.title}.`;
    return joined(
      " ",
      work.inside && `“${title}”`,
      work.inside && work.about && `${capital(work.about)}.`,
      `${work.inside ? "In " : ""}${source}.`,
      work.accessed && `Accessed ${day(work.accessed)}.`,
      work.url && `${work.url}.`,
    );
  }

  /** Title [kind, date]. (n.d.). In Collection (Version 1.0; 114 events; content hash ...) [Data set]. Retrieved. */
  function apa(work) {
    const facts = joined("; ", work.version && `Version ${work.version}`, work.count, shortHash(work));
    const data = `(${facts}) [Data set]`;
    const about = work.about ? ` [${capital(work.about)}]` : "";
    const said = work.inside
      ? `${work.title}${about}. (n.d.). In ${work.inside} ${data}.`
      : `${work.title} ${data}. (n.d.).`;
    const retrieved = work.accessed ? `Retrieved ${day(work.accessed)}` : "";
    if (!work.url) return retrieved ? `${said} ${retrieved}.` : said;
    return retrieved ? `${said} ${retrieved}, from ${work.url}` : `${said} ${work.url}`;
  }

  function bibtex(work) {
    const { entry, literal, address } = S.exports.bibtex;
    return entry("misc", work.key, {
      title: literal(work.title),
      howpublished: literal(
        joined(", ", work.inside && `In: ${work.inside}`, work.version && `version ${work.version}`),
      ),
      note: literal(joined("; ", work.about, work.count, fullHash(work))),
      url: address(work.url),
      urldate: work.accessed ? `{${work.accessed}}` : "",
    });
  }

  /** Lines of `TAG  - value`, ending in CR LF, the last one ER. */
  function ris(work) {
    const tags = [
      ["TY", "DATA"],
      ["ID", work.key],
      ["TI", work.title],
      ["T2", work.inside],
      ["ET", work.version],
      ["N1", joined("; ", work.about, work.count)],
      ["N1", fullHash(work)],
      ["Y2", work.accessed ? `${work.accessed.replace(/-/g, "/")}/` : ""],
      ["UR", work.url],
    ];
    const lines = tags.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
    return `${lines.join("")}ER  - \r\n`;
  }

  function csl(work) {
    const item = S.exports.text.given({
      id: work.key,
      type: work.kind,
      title: work.title,
      "container-title": work.inside,
      version: work.version,
      note: joined("; ", work.about, work.count, fullHash(work)),
      URL: work.url,
      accessed: work.accessed ? { "date-parts": [work.accessed.split("-").map(Number)] } : null,
    });
    return `${JSON.stringify([item], null, 2)}\n`;
  }

  const WRITERS = { chicago, apa, bibtex, ris, csl };

  /**
   * The citation of an event by its index.
   * @param {object} model  @param {number} index  @param {string} style a key of WRITERS
   * @param {{url?: string, accessed?: string}} options permalink, and the day of access as an ISO day
   */
  const event = (model, index, style, options = {}) => WRITERS[style](eventWork(model, index, options));

  /** The citation of a view by its query string; as a whole where it shows everything. */
  function view(model, query, style, options = {}) {
    const asked = S.view.parse(query, model.vocabulary).view;
    const selection = S.filter.select(model.rows, asked);
    return WRITERS[style](viewWork(model, S.sentence.filter(asked, model.vocabulary), selection.ids.length, options));
  }

  S.cite = { HASH_LETTERS, event, view, permalink };
})((globalThis.sidelines = globalThis.sidelines || {}));
