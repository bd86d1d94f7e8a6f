"""Events, claims and memberships as plain lists with dates, participants and sources, for readers without scripts.

In: the payload and the words of the page. Out: HTML, every text escaped.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
# What only scripts would fill or answer gives way; the drawing, its words and its legend stay. On paper a link says
# where it leads.
_STYLE = (
    "<style>.filters>:not(.sentence),.sentence>:not(#sentence),.tools,.skip,.bars-right,.overview,.side,.table-card,"
    ".footer .tool{display:none!important}.main{display:block!important}#timeline{min-height:0!important}"
    ".still svg{height:auto}"
    '@media print{.plain a::after{content:" <" attr(href) ">"}}</style>'
)


def plain_list(payload: Json, words: Json) -> str:
    """What is read without scripts: a sentence, then every event of the file in time order, claims and memberships."""
    columns, size = payload["events"]["columns"], payload["events"]["size"]
    rows = ({name: values[index] for name, values in columns.items()} for index in range(size))
    said: dict[str | None, list[Json]] = defaultdict(list)
    for claim in payload["claims"]:
        said[claim.get("said_at")].append(claim)
    facts = payload["memberships"]
    parts = (
        ("", [_item(payload, row, said[row["id"]], words) for row in rows]),
        (words["claims_alone"], claim_items(payload, said[None], words)),
        (words["membership"]["title"].format(n=len(facts)), [_membership(payload, fact, words) for fact in facts]),
    )
    listed = "".join(
        f'{f"<h2>{html.escape(title)}</h2>" if title else ""}<ol class="plain">{"".join(items)}</ol>'
        for title, items in parts
        if items
    )
    return f'{_STYLE}<p class="notice">{html.escape(str(words["noscript_file"]))}</p>{listed}'


def claim_items(payload: Json, claims: Iterable[Json], words: Json) -> list[str]:
    """A list item for each of the claims, as HTML."""
    return [_listed([", ".join(_claim(payload, claim, words))]) for claim in claims]


def _item(payload: Json, row: Json, said: Iterable[Json], words: Json) -> str:
    cited = [_citation(payload, citation) for citation in row.get("citations") or []]
    parts = "; ".join(_participants(payload, row, words["statuses"]))
    claims = (", ".join(_claim(payload, claim, words)) for claim in said)
    facts = map(html.escape, filter(None, (row["when"], row.get("place"), row.get("summary"), parts)))
    differ = _accounts(payload, row.get("accounts") or (), words)
    return _listed([f"<b>{html.escape(row['title'])}</b>", *facts, *claims, *differ, *cited])


def _listed(lines: Iterable[str]) -> str:
    return f"<li>{'<br>'.join(lines)}</li>"


def _claim(payload: Json, claim: Json, words: Json) -> list[str]:
    """What is claimed of whom and when, who says so, and its sources."""
    speakers = [_name(payload, claim[field]) for field in ("speaker", "speaker_actor") if claim.get(field)]
    parties = " – ".join(_name(payload, party) for party in claim.get("parties") or ())
    figure = [claim.get("value"), claim.get("measure"), parties, claim.get("period_words"), claim.get("text")]
    by = words["said_by"].format(speaker=" · ".join(speakers))
    cited = [_citation(payload, citation) for citation in claim.get("citations") or ()]
    quote = f"“{claim['quote']}”" if claim.get("quote") else None
    return [*map(html.escape, filter(None, (*figure, quote, by, claim.get("said_on")))), *cited]


def _accounts(payload: Json, accounts: Iterable[Json], words: Json) -> list[str]:
    """Accounts that disagree, each in a line with its sources."""
    return [
        f"{html.escape(words['accounts'])}: {html.escape(each['attribute'])}: {html.escape(_value(each))}"
        f"{''.join(f' · {_citation(payload, citation)}' for citation in each.get('citations') or ())}"
        for each in accounts
    ]


def _value(account: Json) -> str:
    said = [account.get("value"), account.get("when"), account.get("reason")]
    return " · ".join(dict.fromkeys(filter(None, said)))


def _membership(payload: Json, fact: Json, words: Json) -> str:
    """Who belongs to what in what way and since when, what lies on it, and who says so."""
    known = words["membership"]
    kind = known["founder"] if fact.get("founder") else known["kinds"][fact["kind"]]
    state = words["event_statuses"][fact["status"]]
    head = f"<b>{html.escape(_name(payload, fact['actor']))} · {html.escape(_name(payload, fact['organisation']))}</b>"
    ended = known["ends"][fact["end_reason"]] if fact.get("end_reason") else None
    sure = f"{words['confidence']}: {fact['confidence']}" if fact.get("confidence") else None
    said = " · ".join(filter(None, (kind, fact["when"], state)))
    cited = [_citation(payload, citation) for citation in fact.get("citations") or ()]
    layers = [_restriction(payload, layer, known) for layer in fact.get("restrictions") or ()]
    lines = map(html.escape, filter(None, (said, ended, fact.get("note"), sure)))
    return _listed([head, *lines, *cited, *layers, *_accounts(payload, fact.get("accounts") or (), words)])


def _restriction(payload: Json, layer: Json, known: Json) -> str:
    by = f", {known['by'][layer['by']]}" if layer.get("by") else ""
    said = f"{known['restrictions'][layer['kind']]} {layer['when']}{by}"
    cited = (_citation(payload, citation) for citation in layer.get("citations") or ())
    return " · ".join([*map(html.escape, filter(None, (said, layer.get("note")))), *cited])


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
