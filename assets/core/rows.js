/**
 * Events -> rows: what filters, search and facets look at, one row for an event. The twin of app/rows.py, where the rules
 * are written; filter.js takes them.
 * In: events (timeline.js) in time order, with the actors, claims and vocabulary of the payload. Out: rows in that order.
 */
(function (S) {
  "use strict";

  const NOTHING = Object.freeze([]);
  const COUNTRIES = new Set(["state", "former_state"]);
  const ORGANISATIONS = new Set(["igo", "agency", "group"]);

  // Most events have none or one of a kind: nothing is made anew for them.
  const distinct = (values) => (values.length < 2 ? values : [...new Set(values)]);
  const ordered = (values) => (values.length < 2 ? values : distinct(values).sort(S.search.compare));

  /** What is known of actors: their kinds, and every name that a search finds them by. */
  function known({ actors, vocabulary }) {
    const named = ["country", "org", "person"].flatMap((parameter) => vocabulary[parameter]);
    const names = new Map(named.map((entry) => [entry.id, entry.names]));
    const kindOf = (id) => (Object.hasOwn(actors, id) ? actors[id].kind : null);
    return {
      isCountry: (id) => COUNTRIES.has(kindOf(id)),
      isOrganisation: (id) => ORGANISATIONS.has(kindOf(id)),
      isPerson: (id) => kindOf(id) === "person",
      names: (id, otherwise) => names.get(id) || otherwise,
    };
  }

  function participant(part, who) {
    const people = [part.actor, part.person, part.represented_by];
    return {
      country: who.isCountry(part.actor) ? part.actor : null,
      role: part.role,
      status: part.status,
      people: distinct(people.filter((person) => person && who.isPerson(person))),
    };
  }

  function placesOf({ venue, city, country }) {
    const named = [venue, city].filter(Boolean).map(S.search.fold).filter(Boolean);
    return [...distinct(named), ...(country ? [country] : [])];
  }

  /** Every citation that stands with the event: its own, of participants, of other accounts, of what was said. */
  function citationsOf(event, said) {
    const found = [];
    const add = (part) => part.citations && found.push(...part.citations);
    add(event);
    for (const parts of [event.participants, event.accounts, said]) if (parts) parts.forEach(add);
    return found;
  }

  const inAllLanguages = (texts, text) => (texts ? Object.values(texts) : [text]);

  /** The texts that a search looks at, in all languages; some are undefined. */
  function textsOf(event, participants, said, who) {
    const { venue, city, country } = event.site || {};
    const of = (part, index) => [
      part.office,
      ...[...participants[index].people, part.represented_by].flatMap((id) => (id ? who.names(id, [id]) : [])),
    ];
    return [
      ...inAllLanguages(event.titles, event.title),
      ...inAllLanguages(event.summaries, event.summary),
      ...(event.participants || NOTHING).flatMap(of),
      venue,
      city,
      ...who.names(country, NOTHING),
      ...citationsOf(event, said).map((citation) => citation.quote),
      ...said.flatMap((claim) => [claim.quote, ...inAllLanguages(claim.texts, claim.text)]),
    ];
  }

  const joined = (texts) => distinct(texts.filter(Boolean).map(S.search.fold).filter(Boolean)).join("\n");

  const isSure = ({ first, last }) => ![first, last].some((end) => end.approximate || end.uncertain);

  /** The organisations that an event names, and those that take part in it. */
  function organisationsOf(event, parts, who) {
    const bodies = parts.filter((part) => who.isOrganisation(part.actor)).map((part) => part.actor);
    return ordered(bodies.length ? bodies.concat(event.organisations || NOTHING) : event.organisations || NOTHING);
  }

  /** A row; its text is put together when a search first asks for it. */
  class Row {
    #joined = null;
    #textsOf;

    constructor(event, said, who) {
      const { date, mentions } = event;
      const parts = event.participants || NOTHING;
      this.index = event.index;
      this.id = event.id;
      this.type = event.type;
      this.status = event.state;
      this.start_ms = date ? date.first.earliest : null;
      this.end_ms = date ? date.last.latest : null;
      this.sure = Boolean(date) && isSure(date);
      this.participants = parts.map((part) => participant(part, who));
      this.mentions = mentions ? ordered(mentions.filter(who.isCountry)) : NOTHING;
      this.organisations = organisationsOf(event, parts, who);
      this.tags = ordered(event.tags || NOTHING);
      this.places = event.site ? placesOf(event.site) : NOTHING;
      this.sources = ordered(citationsOf(event, said).map((citation) => citation.source));
      this.#textsOf = () => textsOf(event, this.participants, said, who);
    }

    get text() {
      if (this.#joined === null) this.#joined = joined(this.#textsOf());
      return this.#joined;
    }
  }

  /** The rows of all events. `facts`: {actors, claims, vocabulary} as sent. */
  function rows(events, facts) {
    const who = known(facts);
    const said = new Map();
    for (const claim of facts.claims) {
      if (!said.has(claim.said_at)) said.set(claim.said_at, []);
      said.get(claim.said_at).push(claim);
    }
    return events.map((event) => new Row(event, said.get(event.id) || NOTHING, who));
  }

  /**
   * The rows of the claims that belong to no event, by which the filters of events choose among them, too: who is spoken of
   * or speaks takes part, without a role; the day is that of the period, else that on which it was said.
   */
  function claimRows(claims, facts) {
    const who = known(facts);
    const rowOf = (claim, index) => {
      const actors = [...(claim.parties || NOTHING), claim.speaker_actor, claim.speaker].filter(Boolean);
      const date = claim.period || S.timeline.opened(claim.said_on_date);
      const participants = actors.map((actor) => ({ actor }));
      const { id, measure: title, accounts } = claim;
      return new Row({ index, id, title, date, participants, accounts }, [claim], who);
    };
    return claims.map(rowOf).filter((row) => !claims[row.index].said_at);
  }

  /** The rows of memberships, chosen in the same way: the member takes part, suspended where there is a restriction. */
  function membershipRows(facts) {
    const who = known(facts);
    return facts.memberships.map((fact, index) => {
      const { id, actor, organisation, restrictions = NOTHING, accounts } = fact;
      const date = S.timeline.opened(fact.during);
      const participants = [{ actor, status: restrictions.length ? "suspended" : undefined }];
      const citations = [fact, ...restrictions].flatMap((part) => part.citations || NOTHING);
      return new Row(
        { index, id, date, participants, organisations: [organisation], accounts, citations },
        NOTHING,
        who,
      );
    });
  }

  S.rows = { rows, claimRows, membershipRows };
})((globalThis.sidelines = globalThis.sidelines || {}));
