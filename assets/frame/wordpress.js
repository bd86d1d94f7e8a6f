/**
 * What WordPress hears of a page that it has found by itself and framed: how high it is, and which of its links were
 * followed, since its sandbox opens none. Each message carries the secret that WordPress has put into the frame's address
 * (its wp-includes/js/wp-embed.js); in any other host nothing is said.
 * In: the address of the document. Out: messages {message: "height" | "link", value, secret} to the host.
 */
(function (S) {
  "use strict";

  const [, secret] = /^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash) || [];

  function say(message, value) {
    if (secret) globalThis.parent.postMessage({ message, value, secret }, "*");
  }

  /** Whether a message asks for what may have been said before WordPress could hear. */
  const asks = (told) => Boolean(secret) && told.message === "ready" && told.secret === secret;

  /** Leaves a link to our own server to WordPress, which follows no others. */
  function follow(event) {
    const link = event.target.closest("a[href]");
    if (!secret || !link || link.host !== location.host || event.defaultPrevented) return;
    event.preventDefault();
    say("link", link.href);
  }

  S.wordpress = { asks, follow, tell: (height) => say("height", height) };
})((globalThis.sidelines = globalThis.sidelines || {}));
