"""Small pieces that the regions of the page share.

In: words and values. Out: `dash.html` components.
"""

from __future__ import annotations

from typing import Any

import dash

from app.words import WORDS

# dash declares less for its components than it takes (aria-* and data-* attributes), so they go unchecked.
html: Any = dash.html
dcc: Any = dash.dcc
Component = Any


def words(key: str) -> str:
    """The word of the page that `key` stands for."""
    return str(WORDS[key])


def toggle(label: str, data: str, value: str, class_name: str) -> Component:
    """A button that is pressed or not (WAI-ARIA 1.2, aria-pressed); `data-<data>` says what it stands for."""
    return html.Button(label, type="button", className=class_name, **{f"data-{data}": value, "aria-pressed": "false"})


def chip(data: str, value: str, name: str) -> Component:
    """A choice that is on or off, with room for the number of events that it would give."""
    states = {f"data-{data}": value, "aria-pressed": "false"}
    return html.Button([f"{name} ", html.Span(className="count")], type="button", className="chip", **states)


def segments(choices: dict[str, str], data: str, label: str, class_name: str) -> Component:
    """A row of toggles of which one is pressed."""
    buttons = [toggle(text, data, value, "tool") for value, text in choices.items()]
    return html.Div(buttons, className=f"segments {class_name}", role="group", **{"aria-label": label})
