/**
 * What is chosen -> its sources as BibTeX, one entry each. The twin of app/export/bibtex.py, where its rules are written.
 */
(function (S) {
  "use strict";

  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  const TYPES = {
    "article-journal": ["article", "journal"],
    "article-magazine": ["article", "journal"],
    "article-newspaper": ["article", "journal"],
    book: ["book", "publisher"],
    chapter: ["incollection", "publisher"],
    entry: ["incollection", "booktitle"],
    "entry-dictionary": ["incollection", "booktitle"],
    "entry-encyclopedia": ["incollection", "booktitle"],
    pamphlet: ["booklet", "howpublished"],
    "paper-conference": ["inproceedings", "publisher"],
    report: ["techreport", "institution"],
    thesis: ["phdthesis", "school"],
  };
  const OTHER = ["misc", "howpublished"];
  const LETTERS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  const ADDRESS = { "{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E" };

  /** A text as a value: one line, LaTeX's own signs escaped, kept together and as it is written. */
  function literal(text) {
    const line = S.exports.text.oneLine(text || "");
    return text ? `{{${line.replace(/[\\{}~^#$%&_]/g, (letter) => LETTERS[letter] || `\\${letter}`)}}}` : "";
  }

  /** A web address as a value. */
  const address = (url) => (url ? `{${url.replace(/[{}\\^]/g, (letter) => ADDRESS[letter])}}` : "");

  /** An entry; the values of `fields` are already as BibTeX takes them. */
  function entry(kind, key, fields) {
    const lines = Object.entries(fields)
      .filter(([, value]) => value)
      .map(([name, value]) => `  ${name} = ${value},\n`);
    return `@${kind}{${key},\n${lines.join("")}}\n`;
  }

  /** A certain year, month or day as a value; "" for another date. */
  function dayOf(sent) {
    const date = S.timeline.opened(sent);
    const text = date ? S.exports.dates.edtf(date) : "";
    return S.exports.dates.isPlainSide(text) ? `{${text.split("T")[0]}}` : "";
  }

  /** Year and month for BibTeX, the whole date for biblatex; another date is in the note, in words. */
  function issued(source) {
    const day = dayOf(source.issued_date);
    if (!day) return {};
    return {
      year: `{${day.slice(1, 5)}}`,
      month: day[5] === "-" ? MONTHS[Number(day.slice(6, 8)) - 1] : "",
      date: day,
    };
  }

  function notes(source) {
    return S.exports.text.joined(
      "; ",
      source.issued && !dayOf(source.issued_date) && `issued ${source.issued}`,
      source.accessed && !dayOf(source.accessed_date) && `accessed ${source.accessed}`,
      source.archived && `archived at ${source.archived}`,
      source.note,
    );
  }

  function written(source) {
    let [kind, place] = (Object.hasOwn(TYPES, source.kind || "") && TYPES[source.kind]) || OTHER;
    if (kind === "article" && !source.publisher) [kind, place] = OTHER;
    return entry(kind, source.id, {
      title: literal(source.title),
      author: literal(source.author),
      [place]: literal(source.publisher),
      ...issued(source),
      url: address(source.url),
      urldate: dayOf(source.accessed_date),
      langid: source.lang ? `{${source.lang}}` : "",
      note: literal(notes(source)),
    });
  }

  /** The sources that the selection cites. */
  function write(chosen) {
    const { title, version, hash } = chosen.collection;
    const { grouped } = S.notices;
    const named = version ? `${title}, version ${version}` : title;
    const head = [
      `${named}: sources of ${grouped(chosen.events.length)} of ${grouped(chosen.total)} events`,
      `View: ${chosen.view || "all events"}`,
      `Content hash of the collection (SHA-256): ${hash || ""}`,
    ];
    // Outside of entries BibTeX passes over everything but the sign with which an entry begins.
    const lines = head.map((line) => `% ${S.exports.text.comment(line).replace(/@/g, "(at)")}\n`);
    return [...lines, ...[...chosen.sources.values()].map((source) => `\n${written(source)}`)].join("");
  }

  S.exports = S.exports || {};
  S.exports.bibtex = { write, entry, literal, address };
})((globalThis.sidelines = globalThis.sidelines || {}));
