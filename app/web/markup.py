"""A tree of `dash.html` components -> HTML text: the same page, without Dash.

In: components, or the neutral trees of the core. Out: HTML (WHATWG HTML Living Standard, serialising), every text and
attribute escaped.
"""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from dash.development.base_component import Component

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}


def to_html(node: object) -> str:
    """The HTML of a component, a text, a number, None or a list of them.

    Raises TypeError for a component that is not of `dash.html`, since only Dash could draw it.
    """
    if node is None:
        return ""
    if isinstance(node, str | int | float):
        return escaping.escape(str(node), quote=False)
    if isinstance(node, list | tuple):
        return "".join(to_html(child) for child in node)
    return _element(cast("Component", node))


def _element(node: Component) -> str:
    plain = cast("dict[str, Any]", node.to_plotly_json())  # type: ignore[no-untyped-call]
    if plain["namespace"] != "dash_html_components":
        message = f"{plain['type']} is not of dash.html"
        raise TypeError(message)
    tag = plain["type"].lower()
    properties = dict(plain["props"])
    children = properties.pop("children", None)
    # Sorted: Dash hands them out in another order in each process.
    opening = f"<{tag}{''.join(_attributes(sorted(properties.items())))}>"
    return opening if tag in _VOID else f"{opening}{to_html(children)}</{tag}>"


def _attributes(properties: Iterable[tuple[str, Any]]) -> Iterable[str]:
    for name, value in properties:
        if value is None or value is False:
            continue
        written = _ATTRIBUTES.get(name, name)
        yield f" {written}" if value is True else f' {written}="{escaping.escape(str(value))}"'


def tree_html(tree: object) -> str:
    """The HTML of a tree of the core: a text, None, or [tag, attributes, *children]."""
    if not isinstance(tree, list):
        return "" if tree is None else escaping.escape(str(tree), quote=False)
    tag, attributes, *children = tree
    opening = f"<{tag}{''.join(_attributes(attributes.items()))}>"
    return opening if tag in _VOID else f"{opening}{''.join(map(tree_html, children))}</{tag}>"


def filled(markup: str, contents: Mapping[str, str]) -> str:
    """The markup with the empty elements of these ids filled. ValueError where there is not one such element."""
    for name, inside in contents.items():
        pattern = re.compile(rf'(<([a-z0-9]+)[^<>]* id="{re.escape(name)}"[^<>]*>)(</\2>)')
        if len(pattern.findall(markup)) != 1:
            raise ValueError(f"there is not one empty element with the id {name}")
        markup = pattern.sub(lambda found, inside=inside: f"{found[1]}{inside}{found[3]}", markup)  # type: ignore[misc]
    return markup
