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
    node.append(...children.flat(0).filter((child) => child !== null && child !== "").map(make));
    return node;
  }

  /** The node of a tree or a text. */
  const make = (tree) => (Array.isArray(tree) ? element(tree) : document.createTextNode(String(tree)));

  /** Puts a tree in place of what the container holds. */
  function fill(container, tree) {
    container.replaceChildren(make(tree));
  }

  const byId = (id) => document.getElementById(id);

  S.dom = { make, fill, byId };
})((globalThis.sidelines = globalThis.sidelines || {}));
