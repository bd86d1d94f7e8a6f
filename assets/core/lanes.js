/**
 * Which lanes are shown, in which order and under which headings.
 * In: model and view. Out: [{id, name, code, heading?, folded?, members}] from the top; ids and words only.
 */
(function (S) {
  "use strict";

  const ORDERS = {
    membership: () => 0,
    name: () => 0,
    first: (a, b) =>
      (a.first_ms === undefined ? Infinity : a.first_ms) - (b.first_ms === undefined ? Infinity : b.first_ms),
    events: (a, b) => (b.events || 0) - (a.events || 0),
    region: (a, b) => compare(a.region, b.region),
  };

  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  const kindOf = (model, id) => (model.actors[id] ? model.actors[id].kind : "");
  const isState = (model, id) => ["state", "former_state"].includes(kindOf(model, id));

  /** The actors that have a lane: the chosen countries, else all states; organisations if they are asked for. */
  function actorsOf(model, view) {
    const { order, no_state: noState } = model.lanes;
    if (view.country.length) {
      const known = order.filter((lane) => view.country.includes(lane.id));
      const missing = view.country.filter((id) => !known.some((lane) => lane.id === id));
      return [...known, ...missing.map((id) => ({ id, org: model.lanes.no_group, region: model.lanes.no_group }))];
    }
    const needed = (lane) =>
      lane.id !== noState ||
      !view.orgs ||
      model.events.some((event) => event.lanes.includes(noState) && !(event.participants || []).length);
    return order.filter((lane) => (lane.id === noState ? needed(lane) : view.orgs || isState(model, lane.id)));
  }

  /** As the view orders them, those of its `order` first; organisations after states, events without a state last. */
  function ordered(model, view, lanes) {
    const nameOf = (lane) => (model.actors[lane.id] ? model.actors[lane.id].name.toLowerCase() : lane.id);
    const place = (lane) => (lane.id === model.lanes.no_state ? 2 : isState(model, lane.id) ? 0 : 1);
    const byName = view.lanes === "membership" ? () => 0 : (a, b) => compare(nameOf(a), nameOf(b));
    const wished = ({ id }) => (view.order.includes(id) ? view.order.indexOf(id) : view.order.length);
    return [...lanes].sort(
      (a, b) => place(a) - place(b) || wished(a) - wished(b) || ORDERS[view.lanes](a, b) || byName(a, b),
    );
  }

  function lane(model, { id }) {
    const actor = model.actors[id];
    if (id === model.lanes.no_state) return { id, name: model.words.no_state, code: "–", members: [id] };
    return { id, name: actor.name, code: actor.iso2 || actor.short || id, members: [id] };
  }

  /** The words over a group: the organisation's or the region's name and how many lanes it has. */
  function groupName(model, group, count) {
    const actor = model.actors[group];
    const words =
      group === model.lanes.no_group
        ? model.words.no_group
        : actor
          ? actor.short || actor.name
          : S.wording.fromSlug(group);
    return `${words} (${count})`;
  }

  /** Groups in the order in which their first lane stands; what belongs to none comes last. */
  function grouped(model, view, lanes) {
    const groups = new Map();
    const other = model.lanes.no_group;
    lanes.forEach((one) => {
      const group = one.id === model.lanes.no_state || !isState(model, one.id) ? other : one[view.group] || other;
      groups.set(group, [...(groups.get(group) || []), one]);
    });
    const last = (group) => (group === other ? 1 : 0);
    return [...groups]
      .sort((a, b) => last(a[0]) - last(b[0]))
      .flatMap(([group, inside]) => {
        const name = groupName(model, group, inside.length);
        if (view.fold.includes(group))
          return [
            {
              id: `group:${group}`,
              group,
              name,
              code: inside.length,
              folded: true,
              members: inside.map((one) => one.id),
            },
          ];
        return [
          { id: `group:${group}`, group, name, code: "", heading: true, members: [] },
          ...inside.map((one) => lane(model, one)),
        ];
      });
  }

  /** The lanes of a view from the top. A folded group is one lane that stands for all its members, so that nothing is lost. */
  function lanes(model, view) {
    const inOrder = ordered(model, view, actorsOf(model, view));
    return view.group === "none" ? inOrder.map((one) => lane(model, one)) : grouped(model, view, inOrder);
  }

  const equal = (a, b) => a.length === b.length && a.every((one, place) => one === b[place]);

  /** The lanes of single actors that can be moved, ids from the top. */
  const movable = (model, view) =>
    lanes(model, view)
      .filter((one) => !one.heading && !one.folded && one.id !== model.lanes.no_state)
      .map((one) => one.id);

  /**
   * The view's `order` that puts the lane of an actor at a place among the movable ones, counted from 0: no longer than
   * needed, since what follows stands as it would anyway.
   */
  function moved(model, view, id, place) {
    const rest = movable(model, view).filter((one) => one !== id);
    const wanted = [...rest.slice(0, place), id, ...rest.slice(place)];
    const usual = movable(model, { ...view, order: [] });
    let length = wanted.length;
    const follows = (from) =>
      equal(
        usual.filter((one) => !wanted.slice(0, from).includes(one)),
        wanted.slice(from),
      );
    while (length > 0 && follows(length - 1)) length -= 1;
    return wanted.slice(0, length);
  }

  S.lanes = { lanes, movable, moved };
})((globalThis.sidelines = globalThis.sidelines || {}));
