/**
 * What lies under the marks of a lane: membership tracks, hatched restrictions, periods of claims.
 * Needs: certainty
 * In: model, shown lanes, scale. Out: pieces in px; numbers and ids only.
 */
(function (S) {
  "use strict";

  const { FADE, surely, pieces } = S.certainty;
  const TRACK_PITCH_PX = 4;
  const CLOSEST_PX = 3.4;
  const FOOT_PX = 5;
  const CLAIM_ROW_PX = 15;
  const CLAIM_FOOT_PX = 14;
  const LEAST_PERIOD_PX = 46;
  const WHOLE_MEMBERS = ["full", "associate"];

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

  /** How much room a lane needs under its marks for the tracks of its organisations, px. */
  const footOf = (model, id) => {
    const count = laneOrganisations(model, id).length;
    return count ? FOOT_PX + (count - 1) * CLOSEST_PX : 0;
  };

  /** How far apart the tracks of a lane are: close where they are many and the lane is low. */
  function pitchOf({ middle, y1 }, count) {
    const free = y1 - FOOT_PX - middle - S.marks.REACH_PX;
    return Math.max(CLOSEST_PX, Math.min(TRACK_PITCH_PX, free / Math.max(1, count - 1)));
  }

  /** The height of an organisation's track in a lane. */
  function trackY(model, { lanes }, lane, { lane: id, organisation }) {
    const organisations = laneOrganisations(model, id);
    const below = organisations.length - 1 - organisations.indexOf(organisation);
    return lanes[lane].y1 - FOOT_PX - pitchOf(lanes[lane], organisations.length) * below;
  }

  /** Where something open goes on in this window, in ms: at the end of what the data speak of; else null. */
  const arrowOf = (during, all, { window }) =>
    isOpen(during) && all[all.length - 1].to <= window[1] ? all[all.length - 1].to : null;

  /**
   * Where what began before the drawing gets its arrow, in ms: at the edge, where the end of the data is drawn, too; else
   * null, since what runs through both edges needs none.
   */
  const earlierOf = (all, { window, data, first, gap }) =>
    first && all[0].from < window[0] && (gap || data[1] <= window[1]) ? window[0] : null;

  /** Tracks of the shown lanes: [{lane, organisation, colour index, y, thick, words, pieces, earlier, arrow}]. */
  function tracks(model, frame) {
    return model.tracks.flatMap((track) => {
      const lane = frame.ownLane.get(track.lane);
      const all = lane === undefined ? [] : joined(pieces(track.during, frame.data[0], frame.data[1]));
      const parts = visible(all, frame.window);
      if (!parts.length) return [];
      const thick = pitchOf(frame.lanes[lane], laneOrganisations(model, track.lane).length) - 1.4;
      return [
        {
          lane,
          membership: track.membership,
          organisation: track.organisation,
          index: track.track,
          y: trackY(model, frame, lane, track),
          thick,
          lesser: !WHOLE_MEMBERS.includes(track.kind),
          disputed: Boolean(track.disputed),
          pieces: parts,
          earlier: earlierOf(all, frame),
          arrow: arrowOf(track.during, all, frame),
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
      const half = slim ? Math.min(3.5, pitchOf(frame.lanes[lane], laneOrganisations(model, band.lane).length)) : 10;
      return [
        {
          lane,
          membership: band.membership,
          slim,
          y0: middle - half,
          y1: middle + half,
          pieces: parts,
          words: band.words,
          arrow: arrowOf(band.during, all, frame),
        },
      ];
    });
  }

  /** How much of an end of a claim's period fades: none of a day, more where it is only about right. */
  const airOf = ({ vague, doubtful }, from, to) =>
    vague || doubtful ? (to - from) * FADE * 2.5 : to - from <= S.calendar.DAY ? 0 : (to - from) * FADE;

  /**
   * The period of a claim as it is drawn: {from, to, sure: [from, to], open} in ms. An end that is not known fades from the
   * other one as far as the data reach; one that is open fades at its end, `open` says so.
   */
  function periodOf(form, { data, pxPerMs }) {
    const { kind, first, last } = form;
    const least = LEAST_PERIOD_PX / pxPerMs;
    if (kind === "span") return { from: form.from, to: form.to, sure: surely(form), open: false };
    if (kind === "before") {
      const sure = form.to - airOf(form, last.earliest, last.latest);
      return { from: Math.min(data[0], form.to - least), to: form.to, sure: [sure, sure], open: false };
    }
    if (kind === "single") {
      const air = airOf(form, form.from, form.to);
      return { from: form.from, to: form.to, sure: [form.from + air, form.to - air], open: false };
    }
    const to = Math.max(data[1], form.from + least);
    const sure = form.from + airOf(form, first.earliest, first.latest);
    return {
      from: form.from,
      to,
      sure: [sure, form.open ? Math.max(sure, to - (to - form.from) * 0.3) : sure],
      open: form.open,
    };
  }

  /** Periods of claims in the shown lanes: [{lane, claim index, from, to, sure, open, y0, y1, words}]; those that meet share the height. */
  function claims(model, frame) {
    const byLane = new Map();
    model.claims.forEach((claim, index) => {
      const form = S.dates.shape(claim.period);
      if (!form || !S.dates.overlaps(form, frame.window)) return;
      if (frame.claimShown && !frame.claimShown(claim)) return;
      for (const id of claim.lanes || []) {
        const lane = frame.laneOf.get(id);
        if (lane === undefined) continue;
        const band = { claim: index, ...periodOf(form, frame), words: claim.short || "" };
        byLane.set(lane, [...(byLane.get(lane) || []), band]);
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
    const height = Math.max(3, Math.min(CLAIM_ROW_PX, (lane.y1 - lane.y0 - CLAIM_FOOT_PX) / ends.length));
    const top = Math.max(lane.y0 + 1, lane.middle - (height * ends.length) / 2);
    return rows.map((band) => ({ ...band, y0: top + band.row * height, y1: top + (band.row + 1) * height - 1 }));
  }

  S.ground = { tracks, bands, claims, footOf };
})((globalThis.sidelines = globalThis.sidelines || {}));
