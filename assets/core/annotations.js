/**
 * All words inside the drawing as Plotly annotations: labels, days, bands, density.
 * In: arrangement, model, palette. Out: Plotly's `annotations`, placed in px from the left and top of the panel.
 */
(function (S) {
  "use strict";

  // Texts whose first letter is of a script from right to left (Unicode bidirectional algorithm, rule P2).
  const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

  /** A line of words in its own direction, so that an ellipsis stands at its end and not before its beginning. */
  const directed = (line) => (RIGHT_TO_LEFT.test(line) ? `\u2067${line}\u2069` : line);

  const ESCAPES = [
    [/&/g, "&amp;"],
    [/</g, "&lt;"],
    [/>/g, "&gt;"],
    [/%\{/g, "%&#123;"],
  ];

  /** Words as Plotly text: its pseudo-HTML and its templates are switched off by escaping, white space is one blank. */
  const plain = (text) =>
    ESCAPES.reduce((words, [sign, entity]) => words.replace(sign, entity), directed(String(text).replace(/\s+/g, " ")));

  /** Words at x, y px from the top left corner of the plot. */
  const at = (x, y, text, more) => ({
    xref: "paper",
    yref: "paper",
    x: 0,
    y: 1,
    xshift: x,
    yshift: -y,
    text,
    showarrow: false,
    borderpad: 0,
    xanchor: "left",
    yanchor: "top",
    ...more,
  });

  function labelNotes(drawn, theme, palette) {
    return drawn.labels.map((label) => {
      const color = label.type === null ? palette.ink : palette[S.symbols.familyOf(theme, label.type).colour];
      const last = label.lines.length - 1;
      const lines = label.lines.map((line, place) =>
        label.under && place === last
          ? `<span style="color:${palette.muted}">${plain(line)}</span>`
          : `<b>${plain(line)}</b>`,
      );
      const anchor = label.anchor;
      const x = { left: label.x0, right: label.x1, center: (label.x0 + label.x1) / 2 }[anchor];
      return at(x, label.y1, lines.join("<br>"), {
        xanchor: anchor,
        yanchor: "bottom",
        align: anchor,
        font: { size: S.place.SIZE_PX, color },
        name: "label",
      });
    });
  }

  /** The day over each band, with as much of what is not known of its hours as there is room for. */
  function dayNotes(drawn, palette) {
    const { frame } = drawn;
    return drawn.days.flatMap((day) => {
      const [a, b] = [Math.max(day.x0, 0), Math.min(day.x1, frame.width)];
      const room = b - a - 10;
      if (room < S.measure.width(day.caption, 11.5)) return [];
      const note = day.notes.find((words) => S.measure.width(`${day.caption} · ${words}`, 11) < room);
      const text = `<b>${plain(day.caption)}</b>${note ? ` · ${plain(note)}` : ""}`;
      return [at((a + b) / 2, 2, text, { xanchor: "center", font: { size: 11.5, color: palette.muted }, name: "day" })];
    });
  }

  function bandNotes(drawn, theme, palette) {
    const { frame } = drawn;
    const looks = {
      restriction: (one) => ({
        font: { size: one.size, color: palette.suspension },
        ...(one.before ? {} : { bgcolor: palette.suspensionground, borderpad: 2 }),
      }),
      claim: (one) => ({ font: { size: one.size, color: palette.claim } }),
      event: (one) => ({
        font: { size: one.size, color: one.type ? palette[S.symbols.familyOf(theme, one.type).colour] : palette.ink },
      }),
    };
    const words = drawn.captions.map((one) =>
      at(one.x, one.y, `<b>${plain(one.words)}</b>`, {
        xanchor: one.before ? "right" : "left",
        yanchor: "middle",
        name: "band",
        ...looks[one.kind](one),
      }),
    );
    const arrows = drawn.bands.flatMap((band) =>
      band.arrow === null || band.slim
        ? []
        : [
            at(frame.x(band.arrow), (band.y0 + band.y1) / 2, "▸", {
              yanchor: "middle",
              font: { size: 20, color: palette.suspension },
              name: "arrow",
            }),
          ],
    );
    const head = (x, band, color) =>
      at(x - 12, (band.y0 + band.y1) / 2, "▸", { yanchor: "middle", font: { size: 17, color }, name: "arrow" });
    const open = drawn.widths
      .filter((band) => band.open && (band.x0 >= 0 || band.ends[1] <= frame.width))
      .map((band) => head(band.x1, band, S.symbols.hueOf(theme, palette, band.type)));
    const lasting = drawn.claims
      .filter((band) => band.open && band.to <= frame.window[1])
      .map((band) => head(frame.x(band.to) + 6, band, palette.claim));
    return [...words, ...arrows, ...open, ...lasting];
  }

  /** How many participants of an event have no lane here: "+7" under its lowest mark, in front of the tracks there. */
  function hiddenNotes({ hidden, frame }, palette) {
    return hidden.map((one) =>
      at(one.x, frame.lanes[one.lane].middle + 17, `+${one.n}`, {
        xanchor: "center",
        yanchor: "middle",
        font: { size: 10.5, color: palette.muted },
        bgcolor: frame.lanes[one.lane].striped ? palette.band : palette.card,
        name: "hidden",
      }),
    );
  }

  /** How many events the strips stand for, and where there is room for it what darker means. */
  function denseNote({ dense, shown, frame }, model, palette) {
    if (!dense) return [];
    const count = model.words.events_many.replace("{n}", shown.toLocaleString("en-GB"));
    const more = ` · ${model.words.denser}`;
    const fits = S.measure.width(count + more, 11) < frame.width;
    return [
      at(4, frame.header - 20, `<b>${plain(count)}</b>${fits ? plain(more) : ""}`, {
        font: { size: 11.5, color: palette.muted },
        name: "dense",
      }),
    ];
  }

  /** The annotations of one panel that begins `shift` px right of the first. */
  function annotations(drawn, model, palette, shift) {
    const { theme } = model;
    const all = [
      ...dayNotes(drawn, palette),
      ...bandNotes(drawn, theme, palette),
      ...labelNotes(drawn, theme, palette),
      ...hiddenNotes(drawn, palette),
      ...denseNote(drawn, model, palette),
    ];
    return all.map((note) => ({ ...note, xshift: note.xshift + shift }));
  }

  S.annotations = { annotations, plain, at };
})((globalThis.sidelines = globalThis.sidelines || {}));
