"""The events as a plain list with dates, participants and sources, for readers without scripts.

In: the payload and the words of the page. Out: HTML, every text escaped.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
# What only scripts would fill or answer gives way; the drawing, its words and its legend stay. On paper a link says
# where it leads.
_STYLE = (
    "<style>.filters,.tools,.skip,.bars-right,.overview,.side,.table-card,.footer .tool{display:none!important}"
    ".main{display:block!important}.still svg{height:auto}"
    '@media print{.plain a::after{content:" <" attr(href) ">"}}</style>'
)


def plain_list(payload: Json, words: Json) -> str:
    """What is read without scripts: a sentence, then every event of the file in time order."""
    columns, size = payload["events"]["columns"], payload["events"]["size"]
    rows = ({name: values[index] for name, values in columns.items()} for index in range(size))
    items = "".join(_item(payload, row, words) for row in rows)
    return f'{_STYLE}<p class="notice">{html.escape(str(words["noscript_file"]))}</p><ol class="plain">{items}</ol>'


def _item(payload: Json, row: Json, words: Json) -> str:
    cited = [_citation(payload, citation) for citation in row.get("citations") or []]
    parts = "; ".join(_participants(payload, row, words["statuses"]))
    lines = [*map(html.escape, filter(None, (row["when"], row.get("place"), row.get("summary"), parts))), *cited]
    return f"<li><b>{html.escape(row['title'])}</b>{''.join(f'<br>{line}' for line in lines)}</li>"


def _participants(payload: Json, row: Json, statuses: Json) -> Iterator[str]:
    """Each participant by name; with the status, unless nothing is said of it and nothing was to be expected."""
    for part in row.get("participants") or []:
        name = ", ".join(_name(payload, part[field]) for field in ("person", "actor") if part.get(field))
        is_said = part["status"] != "unknown" or row.get("presence")
        yield f"{name} ({statuses[part['status']]})" if is_said else name


def _name(payload: Json, actor: str) -> str:
    return str(payload["actors"].get(actor, {}).get("name", actor))


def _citation(payload: Json, citation: Mapping[str, str]) -> str:
    """A source with its quote; its title leads to where it is to be found, if that is an address of the web."""
    source = payload["sources"].get(citation["source"], {"title": citation["source"]})
    quote = f"“{html.escape(citation['quote'])}” — " if citation.get("quote") else ""
    facts = map(html.escape, filter(None, (source.get("publisher"), citation.get("locator"))))
    return quote + ", ".join([_linked(html.escape(source["title"]), source.get("url", "")), *facts])


def _linked(words: str, url: str) -> str:
    is_web = url.startswith(("https://", "http://"))
    return f'<a href="{html.escape(url)}">{words}</a>' if is_web else words
