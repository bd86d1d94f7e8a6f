/**
 * What is chosen -> an event file in our own format, which reads as the same events. The twin of app/export/yaml_form.py,
 * where its rules are written.
 */
(function (S) {
  "use strict";

  const VERSION = "sidelines/1";
  const NO_LANGUAGE = "zxx"; // ISO 639-2: no linguistic content
  const NOTHING = Object.freeze([]);

  const given = (fields) => S.exports.text.given(fields);
  const wordsOf = (entry, field, byLang) => S.exports.plain.wordsOf(entry, field, byLang);
  const except = (value, usual) => (value === usual ? null : value);

  function textsOf(chosen) {
    return [
      ...Object.values(chosen.collection.texts || {}),
      ...chosen.declared.flatMap((fact) => [
        fact.names || {},
        ...(fact.offices || NOTHING).map((office) => office.title || {}),
      ]),
      ...chosen.events.flatMap((row) => [wordsOf(row, "title", "titles"), wordsOf(row, "summary", "summaries")]),
      ...chosen.claims.map((claim) => wordsOf(claim, "text", "texts")),
    ];
  }

  /** The language that texts may leave unsaid: one that comes first wherever it comes, so that no order is lost. */
  function mainLanguage(chosen) {
    const langs = textsOf(chosen)
      .map((byLang) => Object.keys(byLang))
      .filter((each) => each.length);
    const later = new Set(langs.flatMap((each) => each.slice(1)));
    return ["en", ...langs.map((each) => each[0])].find((lang) => !later.has(lang)) || NO_LANGUAGE;
  }

  /** The zone that the EDTF text itself names: that of its first end with an offset. */
  function offset(date) {
    const clocks = S.exports.dates.sides(date).map((side) => S.exports.dates.clock(side));
    const found = clocks.find((time) => time && time.offset);
    return found ? found.offset.replace("Z", "UTC") : null;
  }

  /** The EDTF text of a date; a mapping where there is more to say. */
  function dated(sent, asWritten) {
    const date = S.timeline.opened(sent);
    if (!date) return null;
    const text = S.exports.dates.edtf(date);
    const { basis, base, lang } = date;
    const more = given({
      as_written: date.as_written || asWritten || (lang ? text : null),
      basis,
      base,
      lang,
      zone: except(date.zone, offset(date)),
    });
    return Object.keys(more).length ? { text, ...more } : text;
  }

  /** The words of a date: an account that gives only a date has them as its value. */
  function phrase(sent) {
    const date = S.timeline.opened(sent);
    return date && (date.as_written || S.exports.dates.edtf(date));
  }

  /** The citations; the source's id alone where no more is said. */
  const cited = (entry) => (entry.citations || NOTHING).map((one) => (Object.keys(one).length > 1 ? one : one.source));

  const accounts = (entry) =>
    (entry.accounts || NOTHING).map((account) =>
      given({
        attribute: account.attribute,
        value: except(account.value, phrase(account.date)),
        date: dated(account.date),
        sources: cited(account),
        preferred: account.preferred,
        reason: account.reason,
      }),
    );

  function collection(chosen, texts) {
    const { licence, version, missing, note, title } = chosen.collection;
    const said = chosen.collection.texts || {};
    const named = texts(said.title);
    return given({
      title: Object.keys(named).length ? named : title,
      description: texts(said.description),
      covers: texts(said.covers),
      missing,
      licence,
      version,
      note,
    });
  }

  const source = (one) =>
    given({
      id: one.id,
      title: one.title,
      kind: except(one.kind, "webpage"),
      publisher: one.publisher,
      author: one.author,
      issued: dated(one.issued_date),
      url: one.url,
      archived: one.archived,
      accessed: dated(one.accessed_date),
      lang: one.lang,
      note: one.note,
    });

  const organisation = (fact, texts) =>
    given({
      id: fact.id,
      name: texts(fact.names),
      short: fact.short,
      aliases: fact.aliases,
      kind: except(fact.kind, "igo"),
      codes: fact.codes && new Map(fact.codes),
      during: dated(fact.during),
      sources: cited(fact),
      note: fact.note,
    });

  const person = (fact, texts) =>
    given({
      id: fact.id,
      name: texts(fact.names),
      aliases: fact.aliases,
      offices: (fact.offices || NOTHING).map((one) =>
        given({ title: texts(one.title), actor: one.actor, during: dated(one.during) }),
      ),
      codes: fact.codes && new Map(fact.codes),
      sources: cited(fact),
      note: fact.note,
    });

  /** A participant; the actor alone where no more is said. */
  function participant(part) {
    const { actor, person: who, office, represented_by, reason, announced_by, basis, note } = part;
    const [role, status] = [except(part.role, "participant"), except(part.status, "unknown")];
    const said = given({
      actor,
      person: who,
      office,
      role,
      status,
      represented_by,
      reason,
      announced_by,
      basis,
      sources: cited(part),
      note,
    });
    return Object.keys(said).length > 1 ? said : actor;
  }

  const event = (row, texts, present) =>
    given({
      id: row.id,
      title: texts(wordsOf(row, "title", "titles")),
      type: row.type,
      status: except(row.state, "occurred"),
      date: row.date ? dated(row.date, row.as_written) : "unknown",
      place: row.site,
      part_of: present.has(row.part_of) ? row.part_of : null,
      participants: (row.participants || NOTHING).map(participant),
      relations: (row.relations || NOTHING)
        .filter(([, other]) => present.has(other))
        .map(([kind, other]) => ({ kind, event: other })),
      organisations: row.organisations,
      mentions: row.mentions,
      summary: texts(wordsOf(row, "summary", "summaries")),
      tags: row.tags,
      plover: row.plover,
      cameo: row.cameo,
      confidence: row.confidence,
      sources: cited(row),
      accounts: accounts(row),
      note: row.note,
    });

  const restriction = (layer) =>
    given({ kind: layer.kind, by: layer.by, during: dated(layer.during), sources: cited(layer), note: layer.note });

  const membership = (fact) =>
    given({
      id: fact.id,
      actor: fact.actor,
      organisation: fact.organisation,
      kind: fact.kind,
      founder: fact.founder,
      during: dated(fact.during),
      end_reason: fact.end_reason,
      status: except(fact.status, "occurred"),
      restrictions: (fact.restrictions || NOTHING).map(restriction),
      confidence: fact.confidence,
      sources: cited(fact),
      accounts: accounts(fact),
      note: fact.note,
    });

  const claim = (one, texts) =>
    given({
      id: one.id,
      speaker: one.speaker,
      speaker_actor: one.speaker_actor,
      said_at: one.said_at,
      said_on: dated(one.said_on_date),
      measure: one.measure,
      parties: one.parties,
      comparator: one.comparator,
      value: one.amount,
      unit: one.unit,
      period: dated(one.period),
      quote: one.quote,
      text: texts(wordsOf(one, "text", "texts")),
      confidence: one.confidence,
      sources: cited(one),
      accounts: accounts(one),
      note: one.note,
    });

  /** The references of an event that lead to events that are not there, each as a line. */
  function lost(row, present) {
    const relations = (row.relations || NOTHING).filter(([, other]) => !present.has(other));
    const whole = row.part_of && !present.has(row.part_of) ? [`${row.id}: part_of ${row.part_of}`] : [];
    return [...whole, ...relations.map(([kind, other]) => `${row.id}: ${kind} ${other}`)];
  }

  function comments(chosen, present) {
    const { comment } = S.exports.text;
    const { title, version, hash } = chosen.collection;
    const named = comment(title) + (version ? `, version ${comment(version)}` : "");
    const { grouped } = S.notices;
    const lines = chosen.events.flatMap((row) => lost(row, present));
    return [
      `# ${named}: ${grouped(chosen.events.length)} of ${grouped(chosen.total)} events`,
      `# View: ${chosen.view || "all events"}`,
      `# Content hash of the collection (SHA-256): ${hash || ""}`,
      ...(lines.length ? ["# Left out, because it leads to events that are not in this selection:"] : []),
      ...lines.map((line) => `#   ${line}`),
    ];
  }

  /** The day that the files speak from, where all entries speak from the same. */
  function dateline(chosen) {
    const entries = [...chosen.events, ...chosen.memberships, ...chosen.claims];
    const heads = new Map(
      entries.map(({ dateline: day, dateline_basis }) => [
        `${day} ${dateline_basis}`,
        { dateline: day, dateline_basis },
      ]),
    );
    return heads.size === 1 ? given([...heads.values()][0]) : {};
  }

  /** The file. */
  function write(chosen) {
    const lang = mainLanguage(chosen);
    const texts = (byLang) => {
      const langs = Object.keys(byLang || {});
      return langs.length === 1 && byLang[lang] ? byLang[lang] : byLang || {};
    };
    const present = new Set(chosen.events.map((row) => row.id));
    const isPerson = (fact) => fact.kind === "person";
    const sections = given({
      sources: [...chosen.sources.values()].map(source),
      organisations: chosen.declared.filter((fact) => !isPerson(fact)).map((fact) => organisation(fact, texts)),
      people: chosen.declared.filter(isPerson).map((fact) => person(fact, texts)),
      events: chosen.events.map((row) => event(row, texts, present)),
      memberships: chosen.memberships.map(membership),
      claims: chosen.claims.map((one) => claim(one, texts)),
    });
    const head = { schema: VERSION, ...dateline(chosen), lang, collection: collection(chosen, texts) };
    const blocks = [head, ...Object.entries(sections).map(([name, entries]) => ({ [name]: entries }))];
    const text = blocks.map((block) => S.exports.yamlText.lines(block).join("\n")).join("\n\n");
    return `${[...comments(chosen, present), text].join("\n")}\n`;
  }

  S.exports = S.exports || {};
  S.exports.yaml = { write };
})((globalThis.sidelines = globalThis.sidelines || {}));
