/**
 * Neutral trees -> the document. Texts become text nodes, so nothing that an event says can become markup.
 * In: [tag, attributes, ...children] of the core. Out: DOM nodes.
 */
(function (S) {
  "use strict";

  function element([tag, attributes, ...children]) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "style") Object.entries(value).forEach(([property, text]) => node.style.setProperty(property, text));
      else node.setAttribute(name, value);
    }
    node.append(
      ...children
        .flat(0)
        .filter((child) => child !== null && child !== "")
        .map(make),
    );
    return node;
  }

  /** The node of a tree or a text. */
  const make = (tree) => (Array.isArray(tree) ? element(tree) : document.createTextNode(String(tree)));

  /** Puts a tree in place of what the container holds. */
  function fill(container, tree) {
    container.replaceChildren(make(tree));
  }

  /** The id or the data attribute that an element is known by, as a selector; null for one that has neither. */
  function handle(element) {
    if (element.id) return `#${CSS.escape(element.id)}`;
    const own = Object.entries(element.dataset)[0];
    return own
      ? `[data-${own[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${CSS.escape(own[1])}"]`
      : null;
  }

  /** As `fill`, but what had the focus inside has it again; what is gone gives it to what came after it. */
  function refill(container, tree) {
    const before = [...container.querySelectorAll("a, button, input, select, summary, textarea")];
    const at = before.indexOf(document.activeElement);
    const known = at < 0 ? [] : before.slice(at).map(handle).filter(Boolean);
    fill(container, tree);
    const again = known.map((one) => container.querySelector(one)).find(Boolean);
    if (again) again.focus({ preventScroll: true });
  }

  const byId = (id) => document.getElementById(id);

  S.dom = { make, fill, refill, byId };
})((globalThis.sidelines = globalThis.sidelines || {}));
