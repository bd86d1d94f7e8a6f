/**
 * What lies under the marks of a lane: membership tracks, hatched restrictions, periods of claims.
 * In: model, shown lanes, scale. Out: pieces in px; numbers and ids only.
 */
(function (S) {
  "use strict";

  const TRACK_ROOM_PX = 14;
  const TRACK_PITCH_PX = 4;
  const CLAIM_ROW_PX = 15;
  const WHOLE_MEMBERS = ["full", "associate"];

  /**
   * A date as pieces of certainty, [{from, to, sure}] in ms: an end that is known to a year is unsure within that year, an end
   * that no source states is unsure as far as the data reach. `asOf` is the last moment that the data speak of.
   */
  function pieces(date, dataStart, asOf) {
    const { first, last } = date;
    const startKnown = first.kind === "given";
    const endKnown = date.range ? last.kind === "given" : true;
    const surelyFrom = startKnown ? first.latest : null;
    const end = endKnown ? last.latest : Math.max(asOf, startKnown ? first.latest : asOf);
    const out = [];
    const push = (from, to, sure) => {
      if (to > from) out.push({ from, to, sure });
    };
    if (!startKnown && !endKnown) return [{ from: dataStart, to: asOf, sure: false }];
    if (!startKnown) push(dataStart, end, false);
    else if (!date.range) push(first.earliest, first.latest, true);
    else {
      const day = first.latest - first.earliest <= S.calendar.DAY;
      push(first.earliest, first.latest, day);
      const surelyTo = endKnown && last.latest - last.earliest > S.calendar.DAY ? last.earliest : end;
      push(surelyFrom, surelyTo, last.kind !== "unknown");
      push(surelyTo, end, false);
    }
    return out;
  }

  /** Joins the sure neighbours so that a lane has no needless seams. */
  function joined(list) {
    return list.reduce((out, piece) => {
      const before = out[out.length - 1];
      if (before && before.to === piece.from && before.sure === piece.sure) before.to = piece.to;
      else out.push({ ...piece });
      return out;
    }, []);
  }

  function visible(list, window) {
    return list
      .filter((piece) => piece.from < window[1] && piece.to > window[0])
      .map((piece) => ({ ...piece, from: Math.max(piece.from, window[0]), to: Math.min(piece.to, window[1]) }));
  }

  const isOpen = (date) => date.range && date.last.kind === "open";

  const pitchOf = (organisations) => Math.min(TRACK_PITCH_PX, TRACK_ROOM_PX / organisations.length);

  /** The height of an organisation's track in a lane. */
  function trackY(model, frame, lane, { lane: id, organisation }) {
    const organisations = laneOrganisations(model, id);
    return (
      frame.lanes[lane].y1 -
      3 -
      pitchOf(organisations) * (organisations.length - 1 - organisations.indexOf(organisation))
    );
  }

  /** Tracks of the shown lanes: [{lane, organisation, colour index, y, words, pieces}]. */
  function tracks(model, frame) {
    return model.tracks.flatMap((track) => {
      const lane = frame.ownLane.get(track.lane);
      const parts =
        lane === undefined ? [] : visible(joined(pieces(track.during, frame.data[0], frame.data[1])), frame.window);
      if (!parts.length) return [];
      const thick = Math.min(2.6, pitchOf(laneOrganisations(model, track.lane)) - 0.6);
      return [
        {
          lane,
          organisation: track.organisation,
          index: track.track,
          y: trackY(model, frame, lane, track),
          thick,
          lesser: !WHOLE_MEMBERS.includes(track.kind),
          disputed: Boolean(track.disputed),
          pieces: parts,
          words: track.words,
          when: track.when,
        },
      ];
    });
  }

  /** The organisations that have a track in a lane, the largest first. */
  const laneOrganisations = (model, lane) => model.organisationsOf.get(lane) || [];

  /**
   * Restrictions of the shown lanes: [{lane, y0, y1, slim, words, pieces, arrow}]. That of the largest organisation fills the lane;
   * another one lies on its own track, since the state goes on to take part in what the lane mostly shows.
   */
  function bands(model, frame) {
    return model.bands.flatMap((band) => {
      const lane = frame.ownLane.get(band.lane);
      if (lane === undefined) return [];
      const all = joined(pieces(band.during, frame.data[0], frame.data[1]));
      const parts = visible(all, frame.window);
      if (!parts.length) return [];
      const slim = band.organisation !== model.lanes.organisations[0];
      const middle = slim ? trackY(model, frame, lane, band) : frame.lanes[lane].middle;
      const half = slim ? 3.5 : 10;
      const end = all[all.length - 1].to;
      return [
        {
          lane,
          slim,
          y0: middle - half,
          y1: middle + half,
          pieces: parts,
          words: band.words,
          arrow: isOpen(band.during) && end <= frame.window[1] ? end : null,
        },
      ];
    });
  }

  /** Periods of claims in the shown lanes: [{lane, claim index, from, to, y0, y1, words}]; those that meet share the height. */
  function claims(model, frame) {
    const byLane = new Map();
    model.claims.forEach((claim, index) => {
      const form = S.dates.shape(claim.period);
      if (!form || form.from === null || form.to === null || !S.dates.overlaps(form, frame.window)) return;
      if (frame.claimShown && !frame.claimShown(claim)) return;
      for (const id of claim.lanes || []) {
        const lane = frame.laneOf.get(id);
        if (lane !== undefined)
          byLane.set(lane, [
            ...(byLane.get(lane) || []),
            { claim: index, from: form.from, to: form.to, words: claim.short || "" },
          ]);
      }
    });
    return [...byLane].flatMap(([lane, list]) => stacked(list, frame.lanes[lane]).map((band) => ({ lane, ...band })));
  }

  function stacked(list, lane) {
    const ends = [];
    const rows = [...list]
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map((band) => {
        const free = ends.findIndex((end) => end <= band.from);
        const row = free < 0 ? ends.length : free;
        ends[row] = band.to;
        return { ...band, row };
      });
    if (ends.length === 1) return rows.map((band) => ({ ...band, y0: lane.middle - 9, y1: lane.middle + 9 }));
    const height = Math.max(3, Math.min(CLAIM_ROW_PX, (lane.y1 - lane.y0 - TRACK_ROOM_PX) / ends.length));
    const top = Math.max(lane.y0 + 1, lane.middle - (height * ends.length) / 2);
    return rows.map((band) => ({ ...band, y0: top + band.row * height, y1: top + (band.row + 1) * height - 1 }));
  }

  S.ground = { tracks, bands, claims, pieces };
})((globalThis.sidelines = globalThis.sidelines || {}));
