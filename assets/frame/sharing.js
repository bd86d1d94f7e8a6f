/**
 * The share dialog on the page: opens, follows its choices, copies, and saves files without asking any server.
 * In: the screen. Out: what was copied or saved.
 */
(function (S) {
  "use strict";

  const { byId, refill } = S.dom;
  const IMAGE_PX = 1200;
  const IMAGE_SCALE = 2;

  let choices = { form: "iframeWithScript", frozen: false, controls: null, scope: "view", style: "chicago" };

  /** What only this frame knows: where the page is, and the day on which it is read. */
  function told() {
    const { root, address } = S.page;
    const query = S.view.format({ ...S.page.screen.view, cited: null });
    const now = new Date();
    const accessed = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    return { ...choices, root, query, accessed, url: address && address + (query ? `?${query}` : "") };
  }

  function paint() {
    refill(byId("share"), S.share.dialog(S.page.model, S.page.screen, told()));
  }

  /** Opens the dialog; from an event's details on that event. */
  function open(scope) {
    choices = { ...choices, scope };
    paint();
    byId("share").showModal();
  }

  const SETTINGS = {
    "share-form": (value) => ({ form: value }),
    "share-life": (value) => ({ frozen: value === "frozen" }),
    "share-controls": (value) => ({ controls: value }),
    "share-scope": (value) => ({ scope: value }),
    "share-style": (value) => ({ style: value }),
  };

  function note(words) {
    byId("share-note").textContent = words;
  }

  function copy(id) {
    const words = S.page.model.words.share;
    S.copying.copy(byId(id).value).then((done) => {
      note(done ? words.copied : words.not_copied);
      if (!done) byId(id).select();
    });
  }

  /** Whether a page around this one has put it into a frame of no origin, and may have forbidden it to save files. */
  const isSandboxed = () => window !== window.parent && window.origin === "null";

  /** Hands a file to the browser for saving. */
  function save(name, blob) {
    const address = URL.createObjectURL(blob);
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    const { saved, saved_in_frame } = S.page.model.words.share;
    note([saved.replace("{name}", () => name), isSandboxed() ? saved_in_frame : ""].join(" ").trim());
  }

  /** The ids of all that is shown: the events, and what the list has below them. */
  function shown({ model, screen }) {
    const ids = (things, indices) => indices.map((index) => things[index].id);
    const { claims, memberships } = screen.beside;
    return [
      ...ids(model.events, screen.selection),
      ...ids(model.claims, claims),
      ...ids(model.memberships, memberships),
    ];
  }

  function download(format) {
    const { model, screen } = S.page;
    const file = S.exports.write(model, shown(S.page), format, { query: S.view.format(screen.view) });
    save(file.name, new Blob([file.text], { type: file.type }));
  }

  /** The still picture of what is shown, as the command line draws it: the whole selection, not only the part in sight. */
  function still() {
    const { model, screen } = S.page;
    return S.paper.still(model, S.view.format(screen.view), { width: IMAGE_PX, scheme: screen.scheme });
  }

  function pixels({ svg, width, height }, done) {
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * IMAGE_SCALE;
      canvas.height = height * IMAGE_SCALE;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(done, "image/png");
    };
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }

  function image(kind) {
    const picture = still();
    const name = S.exports.fileName(S.page.model, shown(S.page), kind);
    if (kind === "svg") save(name, new Blob([picture.svg], { type: "image/svg+xml" }));
    else pixels(picture, (blob) => save(name, blob));
  }

  function listen() {
    byId("share").addEventListener("change", (event) => {
      const setting = SETTINGS[event.target.id];
      if (!setting) return;
      choices = { ...choices, ...setting(event.target.value) };
      paint();
    });
  }

  S.sharing = { open, copy, download, image, listen };
})((globalThis.sidelines = globalThis.sidelines || {}));
