/** Copies text to the clipboard, also where a sandbox or an old browser keeps the clipboard from pages. */
(function (S) {
  "use strict";

  /** The old way: a text that is selected and copied by the browser itself. */
  function bySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    area.style.setProperty("position", "fixed");
    area.style.setProperty("top", "-200px");
    const held = document.activeElement;
    (document.querySelector("dialog[open]") || document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (held) held.focus({ preventScroll: true });
    return done;
  }

  /** Framed pages have no clipboard of their own; browsers write into the host's console that it was asked for. */
  const hasClipboard = navigator.clipboard && globalThis.parent === globalThis;

  /** A promise of whether the text was copied. */
  function copy(text) {
    if (!hasClipboard) return Promise.resolve(bySelection(text));
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => bySelection(text),
    );
  }

  S.copying = { copy };
})((globalThis.sidelines = globalThis.sidelines || {}));
