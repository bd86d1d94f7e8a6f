/**
 * The outlines of marks at their place: the shapes that the theme names, in the sizes in which Plotly draws them.
 * In: a symbol's name, px. Out: SVG path data around a point. A name that is not known here is an error, not a blank.
 */
(function (S) {
  "use strict";

  const number = (value) => String(Math.round(value * 100) / 100);
  const closed = (points) => `M${points.map(([x, y]) => `${number(x)},${number(y)}`).join("L")}Z`;

  /** A regular polygon; `inner` is how far every second corner reaches, for a star. The first corner stands at `turn`. */
  function regular(corners, radius, turn, inner) {
    const steps = inner ? corners * 2 : corners;
    return Array.from({ length: steps }, (_, place) => {
      const angle = turn + (2 * Math.PI * place) / steps;
      const reach = inner && place % 2 ? radius * inner : radius;
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    });
  }

  const UP = -Math.PI / 2;
  const WIDE = 2 / Math.sqrt(3);
  const triangle = (r, up) => [
    [-r * WIDE, (up * r) / 2],
    [r * WIDE, (up * r) / 2],
    [0, -up * r],
  ];

  /** The corners of each shape around 0,0 by its radius; those without corners are circles. */
  const CORNERS = {
    square: (r) => [
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
    ],
    diamond: (r) => regular(4, r * 1.3, UP),
    star: (r) => regular(5, r * 1.4, UP, 0.382),
    pentagon: (r) => regular(5, r, UP),
    hexagon: (r) => regular(6, r, UP),
    "triangle-up": (r) => triangle(r, 1),
    "triangle-down": (r) => triangle(r, -1),
  };

  function circle(x, y, r) {
    const [from, arc] = [`M${number(x + r)},${number(y)}`, `a${number(r)},${number(r)} 0 1 1`];
    return `${from}${arc} ${number(-2 * r)},0${arc} ${number(2 * r)},0Z`;
  }

  const cross = (x, y, reach) =>
    `M${number(x - reach)},${number(y)}h${number(2 * reach)}M${number(x)},${number(y - reach)}v${number(2 * reach)}`;

  function saltire(x, y, reach) {
    const [a, b] = [number(reach * 2), number(-reach * 2)];
    return `M${number(x - reach)},${number(y - reach)}l${a},${a}M${number(x + reach)},${number(y - reach)}l${b},${a}`;
  }

  /** How far the × in a shape reaches, as a share of its radius: to its edge. */
  const REACH = { circle: Math.SQRT1_2, square: 1, diamond: 0.65 };

  /** Path data of a mark of `size` px around x, y; names as Plotly has them: "diamond", "circle-x", "square-cross". */
  function outline(symbol, x, y, size) {
    const [, shape, inside] = /^(.*?)(?:-(x|cross))?$/.exec(symbol);
    const r = size / 2;
    if (shape !== "circle" && !CORNERS[shape]) throw new Error(`There is no outline for the symbol "${symbol}".`);
    const edge = shape === "circle" ? circle(x, y, r) : closed(CORNERS[shape](r).map(([dx, dy]) => [x + dx, y + dy]));
    if (inside === "x") return edge + saltire(x, y, r * REACH[shape]);
    return inside === "cross" ? edge + cross(x, y, r) : edge;
  }

  S.outlines = { outline };
})((globalThis.sidelines = globalThis.sidelines || {}));
