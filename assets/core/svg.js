/**
 * SVG as text: elements, numbers, colours, and words with Plotly's own marks in them (<b>, <br>, <span style="color">).
 * In: names, values, words. Out: SVG 1.1 markup, every text and attribute escaped.
 */
(function (S) {
  "use strict";

  // What XML 1.0 (2.2) does not allow in a document at all, not even escaped; half of a character among it.
  const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const escape = (text) =>
    String(text)
      .replace(NO_XML, "\ufffd")
      .replace(/[&<>"]/g, (char) => ESCAPES[char]);

  /** A number with two decimals at most; the same text on every machine. */
  const number = (value) => String(Math.round(value * 100) / 100);

  /** One element. An attribute that is null or undefined is left out; children are markup. */
  function element(name, attributes, ...children) {
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escape(value)}"`)
      .join("");
    const inside = children.flat(Infinity).join("");
    return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
  }

  const RGBA = /^rgba\((\d+),(\d+),(\d+),([\d.]+)\)$/;
  const two = (text) => Number(text).toString(16).padStart(2, "0");

  /** A colour as [colour without opacity, opacity or null]: many readers of SVG know no rgba(). */
  function colour(value) {
    const found = RGBA.exec(value);
    if (!found) return [value, null];
    return [`#${found.slice(1, 4).map(two).join("")}`.toUpperCase(), Number(found[4]) === 1 ? null : Number(found[4])];
  }

  const paint = (name, value) => {
    const [plain, opacity] = colour(value);
    return { [name]: plain, [`${name}-opacity`]: opacity };
  };
  const fill = (value) => paint("fill", value);
  const stroke = (value, width) => ({ ...paint("stroke", value), "stroke-width": width });

  /** What `S.annotations.plain` was given. */
  const unescape = (text) =>
    text
      .replace(/&#123;/g, "{")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");

  /** Words of a figure as lines of runs, [[{text, bold, color}]]; tags are only those that the core itself writes. */
  function runs(words) {
    const lines = [[]];
    let bold = false;
    let color = null;
    for (const part of String(words).split(/(<[^>]*>)/)) {
      if (part === "<br>") lines.push([]);
      else if (part === "<b>" || part === "</b>") bold = part === "<b>";
      else if (part === "</span>") color = null;
      else if (part.startsWith("<span")) color = /color:([^;"]+)/.exec(part)[1];
      else if (part) lines[lines.length - 1].push({ text: unescape(part), bold, color });
    }
    return lines;
  }

  const LINE_EM = 1.3;
  // Of the fonts that are asked for: how far letters reach over and under the line they stand on.
  const OVER_EM = 0.95;
  const UNDER_EM = 0.25;

  /** From the point at which words hang to the line that the first of `count` lines stands on, px. */
  function drop(anchor, count, size) {
    const rest = (count - 1) * LINE_EM;
    return { top: OVER_EM, middle: (OVER_EM - UNDER_EM - rest) / 2, bottom: -UNDER_EM - rest }[anchor] * size;
  }

  const ANCHORS = { left: null, center: "middle", right: "end" };

  /**
   * Words at a point. `look`: {size, color, weight?, x: "left"|"center"|"right", y: "top"|"middle"|"bottom"}; `x` says on
   * which side of them the point lies. Text stays text.
   */
  function text(x, y, words, look) {
    const lines = runs(words);
    const whole = lines.every((line) => line.every((run) => run.bold));
    const span = ({ text: own, bold, color }) =>
      bold === whole && !color
        ? escape(own)
        : element(
            "tspan",
            { "font-weight": bold === whole ? null : bold ? 700 : 400, ...(color ? fill(color) : {}) },
            escape(own),
          );
    const top = y + drop(look.y, lines.length, look.size);
    const place = {
      x,
      y: top,
      "text-anchor": ANCHORS[look.x],
      "font-size": look.size,
      "font-weight": whole ? 700 : look.weight,
      ...fill(look.color),
    };
    if (lines.length === 1) return element("text", place, lines[0].map(span));
    const { x: _, ...rest } = place;
    return element(
      "text",
      rest,
      lines.map((line, index) => element("tspan", { x, dy: index ? LINE_EM * look.size : null }, line.map(span))),
    );
  }

  S.svg = { element, escape, number, colour, fill, stroke, runs, text };
})((globalThis.sidelines = globalThis.sidelines || {}));
