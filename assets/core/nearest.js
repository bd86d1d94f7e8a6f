/**
 * The nearest of some known words to one that is not known. The twin of app/nearest.py, where its rules are written.
 * In: folded words. Out: one of them or null.
 */
(function (S) {
  "use strict";

  const LONGEST = 60;

  /** How many changes lead from one word to the other, or `limit + 1` as soon as it is known to be above `limit`. */
  function distance(first, second, limit) {
    if (Math.abs(first.length - second.length) > limit) return limit + 1;
    // Ids of one collection often begin alike: what they share costs nothing.
    let shared = 0;
    while (shared < first.length && first[shared] === second[shared]) shared += 1;
    const [one, other] = [first.slice(shared), second.slice(shared)];
    let above = Array.from({ length: other.length + 1 }, (_, j) => j);
    let before = [];
    for (let i = 1; i <= one.length; i += 1) {
      const low = Math.max(1, i - limit);
      const high = Math.min(other.length, i + limit);
      const row = new Array(other.length + 1).fill(limit + 1);
      row[0] = i;
      let least = row[low - 1];
      for (let j = low; j <= high; j += 1) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > limit && Math.min(...above) >= limit) return limit + 1;
      [before, above] = [above, row];
    }
    return Math.min(above[other.length], limit + 1);
  }

  /**
   * What the nearest of `known` stands for, or null when nothing is near.
   * @param {string} word  @param {[string, string][]} known folded words with what they stand for
   */
  function nearest(word, known) {
    const letters = Array.from(word);
    if (!letters.length || letters.length > LONGEST) return null;
    let limit = letters.length <= 4 ? 1 : letters.length <= 8 ? 2 : 3;
    let best = null;
    let longer = null;
    for (const [candidate, meaning] of known) {
      const other = Array.from(candidate);
      const steps = distance(letters, other, limit);
      if (steps <= limit) {
        best = meaning;
        limit = steps - 1;
      } else if (letters.length >= 3 && candidate.startsWith(word) && (!longer || other.length < longer[0])) {
        longer = [other.length, meaning];
      }
    }
    return best !== null ? best : longer && longer[1];
  }

  S.nearest = { find: nearest, distance };
})((globalThis.sidelines = globalThis.sidelines || {}));
