/**
 * A view -> the HTML that is pasted into a report: a frame, the same with its script, a picture or a plain link. The twin
 * of app/web/snippets.py.
 *
 * In: an embed {root, query, title, height, version, width?}: `root` the absolute address of the dashboard with a slash at its
 * end, `query` canonical without `?`, `height` in px, `version` the beginning of the content hash for a frozen embed or
 * null. Out: HTML text, every value escaped.
 */
(function (S) {
  "use strict";

  const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
  const PICTURE_PX = 800;
  const HEIGHT_BY_CONTROLS_PX = { none: 620, chips: 720, full: 860 };
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

  const escape = (text) => String(text).replace(/[&<>"']/g, (char) => ESCAPES[char]);

  /** The path and query of an embed, or of its picture with the ending `.svg`, relative to the dashboard's address. */
  const path = (query, version, ending = "") =>
    `embed${version ? `/${version}` : ""}${ending}${query ? `?${query}` : ""}`;

  /** Where the view is; of a version that stays, so that the page says what has changed since. */
  function address({ root, query, version }) {
    const live = root + (query ? `?${query}` : "");
    return escape(version ? S.cite.permalink(live, version) : live);
  }

  const written = (given) =>
    Object.entries(given)
      .map(([name, value]) => `${name}="${escape(value)}"`)
      .join(" ");

  /** The height of a frame that no script adjusts: the view's own, else one that suits its controls. px. */
  const fallbackHeight = (height, controls) => height || HEIGHT_BY_CONTROLS_PX[controls];

  /** The frame alone: works where scripts of the host are forbidden, at a fixed height. */
  function iframe(embed) {
    const given = {
      src: embed.root + path(embed.query, embed.version),
      title: embed.title,
      width: embed.width || "100%",
      height: embed.height,
      loading: "lazy",
      sandbox: SANDBOX,
      frameborder: "0",
    };
    return `<iframe ${written(given)}></iframe>`;
  }

  /** The frame and the script that gives it the height it asks for. */
  const iframeWithScript = (embed) => `${iframe(embed)}\n<script src="${escape(embed.root)}embed.js" async></script>`;

  /** A link to the same view in Sidelines, for places that take no frames. */
  const link = (embed) => `<a href="${address(embed)}">${escape(embed.title)}</a>`;

  /** A picture that leads there; `still` is {query, alt, height}, without what pictures do not have in its query. */
  function picture(embed, still) {
    const given = {
      src: embed.root + path(still.query, embed.version, ".svg"),
      alt: `${embed.title}: ${still.alt}`,
      width: PICTURE_PX,
      height: still.height,
    };
    return `<a href="${address(embed)}"><img ${written(given)}></a>`;
  }

  S.snippets = { PICTURE_PX, path, fallbackHeight, iframe, iframeWithScript, picture, link };
})((globalThis.sidelines = globalThis.sidelines || {}));
