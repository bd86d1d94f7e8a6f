/**
 * Says above the drawing what has changed since the view was cited, until the reader lets it go.
 * In: S.page.screen, and the versions that the page's own server keeps, as the document names them. Out: a filled region.
 *
 * Only the page's own server is asked, and only for a version that it keeps: a file, an embed or another site asks nobody.
 */
(function (S) {
  "use strict";

  const { byId, fill } = S.dom;

  let cited = null;
  let told = null; // what was last said of it
  let shown = null;

  /** The region is filled anew only when it says something else, so that what is open in it stays open. */
  function paint(now) {
    told = now;
    shown = S.page.model;
    fill(byId("cited"), S.changes.notice(S.page.model, { cited, ...told }));
    byId("cited").hidden = false;
    const inside = byId("cited").firstElementChild;
    inside.querySelector("[data-uncite]").addEventListener("click", letGo);
    inside.addEventListener("keydown", onKey);
  }

  function letGo() {
    S.page.go({ cited: null }, { replace: true });
    byId("timeline").focus({ preventScroll: true });
  }

  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation(); // the page would close the open event
    letGo();
  }

  /** The whole hash of the version, where the server keeps it and another one is shown; else undefined. */
  function keptVersion() {
    const kept = (byId("cited").dataset.kept || "").split(" ");
    const isShown = S.page.model.collection.hash.startsWith(cited);
    return isShown || !S.page.root ? undefined : kept.find((hash) => hash.startsWith(cited));
  }

  /** Asks for what changed since the version, of the view as it is now. */
  function ask(version) {
    const query = S.view.format({ ...S.page.screen.view, cited: null });
    const asked = cited;
    const frozen = `${S.page.root}${S.snippets.path(query, version)}`;
    paint({ asking: true });
    fetch(`${S.page.root}api/changes.json?since=${version}${query && `&${query}`}`)
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null)
      .then((changes) => {
        if (asked === cited) paint({ changes, frozen });
      });
  }

  /** Shows what holds for the version that the address names; nothing where it names none. */
  function show() {
    const now = S.page.screen.view.cited;
    if (now === cited) {
      if (now && shown !== S.page.model) paint(told); // in another language: nobody has to be asked again
      return;
    }
    cited = now;
    byId("cited").hidden = !cited;
    const version = cited && keptVersion();
    if (version) ask(version);
    else if (cited) paint({});
  }

  S.cited = { show };
})((globalThis.sidelines = globalThis.sidelines || {}));
