/**
 * Model x selection -> a file: its name, its media type and its text, in each of the formats. The twin of app/export/write.py:
 * the page, the offline file, the command line and the API all give these same bytes.
 * In: the model (timeline.js), the ids of a selection, its canonical query. Out: {name, type, text}.
 */
(function (S) {
  "use strict";

  const HASH_LETTERS = 8; // of the content hash in a file's name

  S.exports = S.exports || {};
  // Formats by name, which is also how their files end: media type, and the writer's name in S.exports.
  const FORMATS = {
    json: ["application/json", "json"],
    csv: ["text/csv; charset=utf-8; header=present", "csv"],
    yaml: ["application/yaml", "yaml"],
    ics: ["text/calendar; charset=utf-8", "ics"],
    jsonld: ["application/ld+json", "jsonld"],
    "timelinejs.json": ["application/json", "timelinejs"],
    bib: ["application/x-bibtex; charset=utf-8", "bibtex"],
  };

  /** The collection, how many of its events, its version, the format: `timeline-12-of-114-events-3f2a9c1b.csv`. */
  function fileName(chosen, format) {
    const count = chosen.isWhole ? "" : `-${chosen.events.length}-of-${chosen.total}-events`;
    const version = (chosen.collection.hash || "").slice(0, HASH_LETTERS);
    return `${S.exports.text.slug(chosen.collection.title)}${count}${version && `-${version}`}.${format}`;
  }

  /**
   * The download of what has these ids, see export_selection.js.
   * @param {object} model  @param {string[]} ids  @param {string} format one of FORMATS
   * @param {{query?: string}} options the canonical query of the view behind the ids
   * @returns {{name: string, type: string, text: string}} text is to be saved as UTF-8
   */
  function write(model, ids, format, { query = "" } = {}) {
    if (!Object.hasOwn(FORMATS, format))
      throw new Error(`There is no format "${format}": choose one of ${Object.keys(FORMATS).join(", ")}.`);
    const [type, writer] = FORMATS[format];
    const chosen = S.exports.selection.choose(model, ids, query);
    return { name: fileName(chosen, format), type, text: S.exports[writer].write(chosen) };
  }

  S.exports.FORMATS = Object.keys(FORMATS);
  S.exports.fileName = (model, ids, ending) => fileName(S.exports.selection.choose(model, ids, ""), ending);
  S.exports.write = write;
})((globalThis.sidelines = globalThis.sidelines || {}));
