/**
 * What is chosen -> the JSON of TimelineJS 3 (Knight Lab): one slide for each event that has a date. The twin of
 * app/export/timelinejs.py, where its rules are written. All texts are escaped: TimelineJS takes them for HTML.
 */
(function (S) {
  "use strict";

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const PARTS = ["year", "month", "day"];
  const SHAPES = [
    [3, /^[0-9]{4}-([0-9]{2}-[0-9]{2}|W)/],
    [2, /^[0-9]{4}-[0-9][0-9X]/],
  ];

  /** The text as HTML that shows it as it is (HTML Living Standard, 13.3). */
  const html = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
  const paragraphs = (texts) =>
    texts
      .filter(Boolean)
      .map((words) => `<p>${words}</p>`)
      .join("");

  /** A date as TimelineJS has it, no finer than the side of the EDTF text that it is taken from. */
  function moment(ms, side) {
    const numbers = S.exports.dates.isoDay(ms).split("-").map(Number);
    const shape = SHAPES.find(([, form]) => form.test(side));
    const day = Object.fromEntries(PARTS.slice(0, shape ? shape[0] : 1).map((name, index) => [name, numbers[index]]));
    const time = S.exports.dates.clock(side);
    return time ? { ...day, hour: time.hour, minute: time.minute, second: time.second } : day;
  }

  function source(one) {
    const words = html(S.exports.words.source({ ...one, url: null }));
    return one.url ? `<a href="${html(one.url)}">${words}</a>` : words;
  }

  function text(chosen, row) {
    const { words } = S.exports;
    const people = words.participants(chosen, row);
    return paragraphs([
      html(row.place || ""),
      html(row.summary || ""),
      people && html(`${chosen.words.participants}: ${people}`),
      ...words.sourcesOf(chosen, row).map(source),
    ]);
  }

  function slide(chosen, row) {
    const { first, last, range } = row.date;
    const [firstText, lastText] = S.exports.dates.sides(row.date);
    const isRange = range && first.earliest !== null && last.latest !== null;
    const end = S.exports.dates.clock(lastText) ? last.earliest : last.latest - 1;
    return S.exports.text.given({
      unique_id: row.id,
      start_date: first.earliest !== null ? moment(first.earliest, firstText) : moment(last.latest - 1, lastText),
      end_date: isRange ? moment(end, lastText) : null,
      display_date: html(row.when),
      text: { headline: html(S.exports.text.oneLine(row.title || "")), text: text(chosen, row) },
      group: html(chosen.words.types[row.type]),
    });
  }

  function about(chosen) {
    const { description, version, hash } = chosen.collection;
    const { grouped } = S.notices;
    const undated = chosen.events.filter((row) => !row.date).map((row) => S.exports.text.oneLine(row.title || ""));
    const count = `${grouped(chosen.events.length)} of ${grouped(chosen.total)} events`;
    const facts = S.exports.text.joined("; ", version && `version ${version}`, count, chosen.asked, hash);
    return paragraphs(
      [description, facts, undated.length ? `${chosen.words.undated}: ${undated.join("; ")}` : ""].map((words) =>
        html(words || ""),
      ),
    );
  }

  /** The timeline; slides in time order. */
  function write(chosen) {
    const { json } = S.exports.text;
    const slides = chosen.events.filter((row) => row.date).map((row) => json(slide(chosen, row)));
    const title = json({ text: { headline: html(chosen.collection.title), text: about(chosen) } });
    return `{"scale":"human",\n"title":${title},\n"events":${slides.length ? `[\n${slides.join(",\n")}\n]` : "[]"}}\n`;
  }

  S.exports = S.exports || {};
  S.exports.timelinejs = { write };
})((globalThis.sidelines = globalThis.sidelines || {}));
