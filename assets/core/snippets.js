/**
 * A view -> the HTML that is pasted into a report: a frame, the same with its script, or a plain link. The twin of
 * app/web/snippets.py.
 *
 * In: an embed {root, query, title, height, version, width?}: `root` the absolute address of the dashboard with a slash at its
 * end, `query` canonical without `?`, `height` in px, `version` the beginning of the content hash for a frozen embed or
 * null. Out: HTML text, every value escaped.
 */
(function (S) {
  "use strict";

  const SANDBOX = "allow-scripts allow-downloads allow-popups";
  const HEIGHT_BY_CONTROLS_PX = { none: 620, chips: 720, full: 860 };
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

  const escape = (text) => String(text).replace(/[&<>"']/g, (char) => ESCAPES[char]);

  /** The path and query of an embed, relative to the dashboard's address. */
  const path = (query, version) => `embed${version ? `/${version}` : ""}${query ? `?${query}` : ""}`;

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
    const attributes = Object.entries(given).map(([name, value]) => `${name}="${escape(value)}"`);
    return `<iframe ${attributes.join(" ")}></iframe>`;
  }

  /** The frame and the script that gives it the height it asks for. */
  const iframeWithScript = (embed) => `${iframe(embed)}\n<script src="${escape(embed.root)}embed.js" async></script>`;

  /** A link to the same view in Sidelines, for places that take no frames. */
  function link(embed) {
    return `<a href="${escape(embed.root + (embed.query ? `?${embed.query}` : ""))}">${escape(embed.title)}</a>`;
  }

  S.snippets = { path, fallbackHeight, iframe, iframeWithScript, link };
})((globalThis.sidelines = globalThis.sidelines || {}));
