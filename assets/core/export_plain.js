/**
 * What is chosen -> plain data under the names of the model: what the JSON download says. The twin of app/export/plain.py.
 * In: entries of a selection (export_selection.js). Out: values that JSON can carry; what is not known is left out.
 */
(function (S) {
  "use strict";

  const NOTHING = Object.freeze([]);
  const given = (fields) => S.exports.text.given(fields);
  const date = (sent, asWritten) => S.exports.dates.plain(sent, asWritten);

  /** A text of an entry by language: `byLang` is the field that has it in several. */
  function wordsOf(entry, field, byLang) {
    if (entry[byLang]) return entry[byLang];
    return entry[field] ? { [entry[`${field}_lang`] || "en"]: entry[field] } : {};
  }

  function participation(part) {
    const { actor, role, status, person, office, represented_by, reason, announced_by, citations, basis, note } = part;
    return given({ actor, role, status, person, office, represented_by, reason, announced_by, citations, basis, note });
  }

  const accounts = (entry) =>
    (entry.accounts || NOTHING).map((account) =>
      given({
        attribute: account.attribute,
        value: account.value,
        citations: account.citations,
        date: date(account.date),
        preferred: Boolean(account.preferred),
        reason: account.reason,
      }),
    );

  /** Where the entry stands in the files, and the day that its file speaks from. */
  function origin(entry) {
    if (!entry.origin) return null;
    const at = entry.origin.lastIndexOf(":");
    const [file, line] = [entry.origin.slice(0, at), Number(entry.origin.slice(at + 1))];
    return given({ file, line, dateline: entry.dateline, dateline_basis: entry.dateline_basis });
  }

  /** One event. */
  function event(row) {
    const title = wordsOf(row, "title", "titles");
    return {
      id: row.id,
      type: row.type,
      title: Object.keys(title).length ? title : null,
      date: date(row.date, row.as_written),
      ...given({
        participants: (row.participants || NOTHING).map(participation),
        status: row.state,
        place: row.site,
        part_of: row.part_of,
        relations: (row.relations || NOTHING).map(([kind, other]) => ({ kind, event: other })),
        organisations: row.organisations,
        mentions: row.mentions,
        summary: wordsOf(row, "summary", "summaries"),
        tags: row.tags,
        plover: row.plover,
        cameo: row.cameo,
        citations: row.citations,
        confidence: row.confidence,
        accounts: accounts(row),
        note: row.note,
        origin: origin(row),
      }),
    };
  }

  /** One claim. */
  const claim = (one) =>
    given({
      id: one.id,
      speaker: one.speaker,
      measure: one.measure,
      speaker_actor: one.speaker_actor,
      said_at: one.said_at,
      said_on: date(one.said_on_date),
      parties: one.parties,
      comparator: one.comparator,
      value: one.amount,
      unit: one.unit,
      period: date(one.period),
      quote: one.quote,
      text: wordsOf(one, "text", "texts"),
      citations: one.citations,
      confidence: one.confidence,
      accounts: accounts(one),
      note: one.note,
      origin: origin(one),
    });

  const restriction = ({ kind, during, by, citations, note }) =>
    given({ kind, during: date(during), by, citations, note });

  /** One membership with its layers. */
  const membership = (fact) =>
    given({
      id: fact.id,
      actor: fact.actor,
      organisation: fact.organisation,
      kind: fact.kind,
      during: date(fact.during),
      founder: Boolean(fact.founder),
      restrictions: (fact.restrictions || NOTHING).map(restriction),
      end_reason: fact.end_reason,
      status: fact.status,
      citations: fact.citations,
      confidence: fact.confidence,
      accounts: accounts(fact),
      note: fact.note,
      origin: origin(fact),
    });

  /** One source, without the path of a text that is kept beside the files. */
  const source = (one) =>
    given({
      id: one.id,
      title: one.title,
      kind: one.kind,
      publisher: one.publisher,
      author: one.author,
      issued: date(one.issued_date),
      url: one.url,
      archived: one.archived,
      accessed: date(one.accessed_date),
      lang: one.lang,
      note: one.note,
    });

  const office = (one) => given({ title: one.title, actor: one.actor, during: date(one.during) });

  /** One organisation or person. */
  const actor = (one) =>
    given({
      id: one.id,
      kind: one.kind,
      names: one.names,
      short: one.short,
      aliases: one.aliases,
      codes: (one.codes || NOTHING).map(([scheme, code]) => ({ scheme, code })),
      during: date(one.during),
      offices: (one.offices || NOTHING).map(office),
      citations: one.citations,
      note: one.note,
    });

  /** What the collection says of itself, with its content hash and the number of its events. */
  function collection(about, total) {
    const { title, description, covers } = about.texts || {};
    const { missing, licence, version, note, hash } = about;
    return given({ title, description, covers, missing, licence, version, note, content_hash: hash, events: total });
  }

  S.exports = S.exports || {};
  S.exports.plain = { wordsOf, event, claim, membership, source, actor, collection };
})((globalThis.sidelines = globalThis.sidelines || {}));
