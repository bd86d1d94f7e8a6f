/**
 * What is chosen -> JSON-LD 1.1 in the vocabulary of schema.org. The twin of app/export/jsonld.py, where its rules are written.
 */
(function (S) {
  "use strict";

  const EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";
  const WIKIDATA = "http://www.wikidata.org/entity/";
  const SPDX = "https://spdx.org/licenses/";
  const SPDX_ID = /^[A-Za-z0-9.+-]+$/;
  const STATUS = {
    occurred: "EventScheduled",
    planned: "EventScheduled",
    ongoing: "EventScheduled",
    cancelled: "EventCancelled",
    postponed: "EventPostponed",
  };
  const THERE = ["attended", "virtual", "represented"];
  const AWAY = ["absent", "declined", "expelled", "suspended"];
  const HOLDS = ["host", "organiser"];
  const KINDS = { state: "Country", former_state: "Country", person: "Person" };
  const WORKS = {
    article: "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    book: "Book",
    chapter: "Chapter",
    dataset: "Dataset",
    legislation: "Legislation",
    map: "Map",
    post: "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    report: "Report",
    thesis: "Thesis",
    webpage: "WebPage",
  };

  const given = (fields) => S.exports.text.given(fields);
  const address = (id) => `events/${id}.json`;
  const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : null);
  const property = (name, value) => (value ? [{ "@type": "PropertyValue", propertyID: name, value }] : []);

  /** A text in English as it is, in other languages with their codes (JSON-LD 1.1, 4.2.4). */
  function said(byLang) {
    const pairs = Object.entries(byLang || {});
    if (pairs.length === 1 && byLang.en) return byLang.en;
    return pairs.map(([lang, words]) => ({ "@language": lang, "@value": words }));
  }

  function actor(chosen, id) {
    const known = own(chosen.actors, id) || {};
    const codes = new Map((known.declared && known.declared.codes) || []);
    const sameAs = codes.has("wikidata") ? WIKIDATA + codes.get("wikidata") : null;
    return {
      "@type": own(KINDS, known.kind) || "Organization",
      ...given({ name: chosen.name(id), identifier: id, sameAs }),
    };
  }

  /** The person who came, with the state it came for; the state itself where nobody is named, or another stood in. */
  function participant(chosen, part) {
    const affiliation = actor(chosen, part.actor);
    if (!part.person || part.status === "represented") return affiliation;
    return { ...actor(chosen, part.person), ...given({ jobTitle: part.office }), affiliation };
  }

  const holds = (part) => HOLDS.includes(part.role) && !AWAY.includes(part.status);
  const isThere = (part) => THERE.includes(part.status);
  const isNamed = (part) => !holds(part) && !isThere(part);
  const parts = (chosen, row, test) => (row.participants || []).filter(test).map((part) => participant(chosen, part));

  function location(chosen, site) {
    if (!site) return null;
    const country = site.country && own(chosen.actors, site.country);
    const addressCountry = (country && country.iso2) || site.country;
    const where = given({ addressLocality: site.city, addressCountry });
    const geo = { "@type": "GeoCoordinates", latitude: site.lat, longitude: site.lon };
    return {
      "@type": "Place",
      ...given({
        name: site.venue || site.city || (site.country && chosen.name(site.country)),
        address: Object.keys(where).length ? { "@type": "PostalAddress", ...where } : null,
        geo: "lat" in site && "lon" in site ? geo : null,
        sameAs: site.wikidata ? WIKIDATA + site.wikidata : null,
      }),
    };
  }

  /** The source, or the words that were taken from it. */
  function citation(one) {
    const source = { "@id": `#${one.source}` };
    return one.quote ? { "@type": "Quotation", text: one.quote, isPartOf: source } : source;
  }

  function times(date) {
    if (!date) return {};
    const { sides, isPlainSide } = S.exports.dates;
    const [first, last] = sides(date);
    return { startDate: isPlainSide(first) ? first : null, endDate: date.range && isPlainSide(last) ? last : null };
  }

  function event(chosen, row) {
    const whole = row.part_of;
    const title = said(chosen.titles.get(whole) || {});
    return {
      "@id": address(row.id),
      "@type": "Event",
      ...given({
        identifier: row.id,
        name: said(S.exports.plain.wordsOf(row, "title", "titles")),
        description: said(S.exports.plain.wordsOf(row, "summary", "summaries")),
        ...times(row.date),
        eventStatus: own(STATUS, row.state) && `https://schema.org/${STATUS[row.state]}`,
        keywords: [chosen.words.types[row.type], ...(row.tags || [])],
        location: location(chosen, row.site),
        superEvent: whole && { "@id": address(whole), "@type": "Event", ...given({ name: title }) },
        organizer: parts(chosen, row, holds),
        attendee: parts(chosen, row, isThere),
        about: [...parts(chosen, row, isNamed), ...(row.mentions || []).map((id) => actor(chosen, id))],
        subjectOf: (row.citations || []).map(citation),
      }),
      ...(row.date ? { "dcterms:date": { "@type": EDTF, "@value": S.exports.dates.edtf(row.date) } } : {}),
    };
  }

  function source(one) {
    const issued = S.timeline.opened(one.issued_date);
    const day = issued ? S.exports.dates.edtf(issued) : "";
    return {
      "@id": `#${one.id}`,
      "@type": own(WORKS, one.kind || "") || "CreativeWork",
      ...given({
        name: one.title,
        author: one.author ? { "@type": "Person", name: one.author } : null,
        publisher: one.publisher ? { "@type": "Organization", name: one.publisher } : null,
        datePublished: S.exports.dates.isPlainSide(day) ? day : null,
        inLanguage: one.lang,
        url: [one.url, one.archived].filter(Boolean),
      }),
    };
  }

  function dataset(chosen) {
    const { title, licence, version, hash } = chosen.collection;
    const texts = chosen.collection.texts || {};
    const named = said(texts.title);
    return {
      "@type": "Dataset",
      ...given({
        name: named.length ? named : title,
        description: said(texts.description),
        license: SPDX_ID.test(licence || "") ? SPDX + licence : licence,
        version,
        identifier: [...property("SHA-256 of the collection", hash), ...property("view", chosen.view)],
        about: chosen.events.map((row) => ({ "@id": address(row.id) })),
        citation: [...chosen.sources.keys()].map((id) => ({ "@id": `#${id}` })),
      }),
    };
  }

  /** The graph. */
  function write(chosen) {
    const { json } = S.exports.text;
    const context = json(["https://schema.org", { dcterms: "http://purl.org/dc/terms/" }]);
    const nodes = [
      dataset(chosen),
      ...chosen.events.map((row) => event(chosen, row)),
      ...[...chosen.sources.values()].map(source),
    ];
    return `{"@context":${context},"@graph":[\n${nodes.map(json).join(",\n")}\n]}\n`;
  }

  S.exports = S.exports || {};
  S.exports.jsonld = { write };
})((globalThis.sidelines = globalThis.sidelines || {}));
