/**
 * The share dialog: address, embed, citation and downloads of what is shown, in one place.
 * In: model, screen, and what the frame knows: {url, query, root?, accessed, style, scope, form, frozen, controls?}. Out: a
 * neutral tree and texts.
 */
(function (S) {
  "use strict";

  const FRAMES = ["iframeWithScript", "iframe"];
  const FORMS = [...FRAMES, "picture", "link"];

  const isFrame = (told) => FRAMES.includes(told.form);

  /** The embed that the snippets speak of; `version` only where it is to stay as it is. */
  function embedOf(model, screen, told) {
    const controls = (isFrame(told) && told.controls) || screen.view.controls;
    const view = { ...screen.view, controls };
    return {
      root: told.root,
      query: S.view.format({ ...view, cited: null }),
      title: S.sentence.titled(model.collection.title, view, model.vocabulary),
      height: S.snippets.fallbackHeight(view.height, view.controls),
      version: told.frozen ? model.collection.hash.slice(0, 16) : null,
    };
  }

  /** The picture that the server draws of the view, as far as a snippet speaks of it. */
  function stillOf(model, { view }) {
    const query = S.view.format({ ...view, cited: null, controls: S.view.DEFAULT.controls, height: null });
    const sheet = { width: S.snippets.PICTURE_PX, scheme: view.theme === "dark" ? "dark" : "light" };
    const { alt, height } = S.paper.still(model, query, sheet);
    return { query, alt, height };
  }

  function snippet(model, screen, told) {
    const embed = embedOf(model, screen, told);
    if (told.form !== "picture") return S.snippets[told.form](embed);
    // What the picture shows in words begins with what is asked for.
    return S.snippets.picture({ ...embed, title: model.collection.title }, stillOf(model, screen));
  }

  /** The citation that is asked for: of the chosen event, or of the view. */
  function citation(model, screen, told) {
    const options = { url: told.url || undefined, accessed: told.accessed };
    if (told.scope === "event" && screen.selected !== null)
      return S.cite.event(model, screen.selected, told.style, options);
    return S.cite.view(model, S.view.format({ ...screen.view, event: null }), told.style, options);
  }

  const option =
    (chosen) =>
    ([value, words]) => ["option", value === chosen ? { value, selected: "" } : { value }, words];

  function select(id, label, choices, chosen) {
    return ["label", {}, label, ["select", { id, "data-share": id }, ...Object.entries(choices).map(option(chosen))]];
  }

  /** A text to copy, with its button. */
  function copyable(id, label, text, rows) {
    return [
      "div",
      { class: "copyable" },
      ["textarea", { id, readonly: "", rows: String(rows), "aria-label": label, spellcheck: "false" }, text],
      ["button", { type: "button", class: "tool", "data-copy": id }, label],
    ];
  }

  const section = (title, ...children) => ["section", {}, ["h3", {}, title], ...children.filter(Boolean)];

  function embedSection(model, screen, told) {
    const words = model.words.share;
    if (!told.root) return null;
    const life = { live: words.live, frozen: words.frozen };
    return section(
      words.embed,
      [
        "div",
        { class: "fields" },
        select("share-form", words.form, Object.fromEntries(FORMS.map((form) => [form, words.forms[form]])), told.form),
        select("share-life", words.life, life, told.frozen ? "frozen" : "live"),
        isFrame(told)
          ? select("share-controls", words.controls, words.controls_of, told.controls || screen.view.controls)
          : null,
      ],
      copyable("share-embed", words.copy_embed, snippet(model, screen, told), 4),
    );
  }

  function citeSection(model, screen, told) {
    const words = model.words.share;
    const scopes = screen.selected === null ? { view: words.scopes.view } : words.scopes;
    return section(
      words.cite,
      [
        "div",
        { class: "fields" },
        select("share-scope", words.scope, scopes, told.scope),
        select("share-style", words.style, words.styles, told.style),
      ],
      copyable("share-citation", words.copy_citation, citation(model, screen, told), 5),
    );
  }

  function downloadSection(model, screen, told) {
    const words = model.words.share;
    const button = (data, value, label) => [
      "button",
      { type: "button", class: "chip", [`data-${data}`]: value },
      label,
    ];
    const count = screen.selection.length;
    return section(
      words.download,
      ["p", { class: "line" }, words.download_note.replace("{n}", count.toLocaleString("en-GB"))],
      [
        "div",
        { class: "chips" },
        ...S.exports.FORMATS.map((format) => button("download", format, words.formats[format])),
        button("image", "svg", words.image_svg),
        button("image", "png", words.image_png),
        told.root
          ? [
              "a",
              { class: "chip", href: `${told.root}timeline.html${told.query ? `?${told.query}` : ""}`, download: "" },
              words.file,
            ]
          : null,
      ],
    );
  }

  /** Whether an address leads to the reader's own machine. */
  const isLocal = (url) => /^https?:\/\/(127\.|localhost|\[::1\])/.test(url);

  /** The inside of the dialog. */
  function dialog(model, screen, told) {
    const words = model.words.share;
    return [
      "div",
      { class: "share" },
      ["h2", {}, words.title],
      ["p", { class: "line" }, screen.sentence],
      told.url
        ? section(
            words.link,
            copyable("share-link", words.copy_link, told.url, 2),
            isLocal(told.url) ? ["p", { class: "line" }, words.local] : null,
          )
        : null,
      embedSection(model, screen, told),
      citeSection(model, screen, told),
      downloadSection(model, screen, told),
      ["p", { id: "share-note", role: "status" }],
      ["button", { type: "button", class: "tool", "data-close": "share" }, model.words.close],
    ].filter(Boolean);
  }

  S.share = { dialog };
})((globalThis.sidelines = globalThis.sidelines || {}));
