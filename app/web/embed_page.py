"""The embed as a document: the page with little around it, everything inside, for a frame in somebody's report.

In: an edition of the collection, a view, where the dashboard is. Out: HTML text. What does not depend on the view is
made once for an edition. The core draws it without Plotly, so that it is light; see `assets/frame/embed_frame.js`.
"""

from __future__ import annotations

import base64
import hashlib
import html as escaping
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from app.beside import select_beside
from app.export.cite import HASH_LETTERS
from app.filters import select_rows
from app.paths import ASSETS_FOLDER
from app.view import View
from app.web import ids
from app.web.lean import lean_script, lean_style
from app.web.markup import to_html
from app.web.page import origin, page, static_graph
from app.web.parts import Component, html
from app.web.plain_list import claim_items
from app.web.reading import listing, sheet
from app.web.scripts import page_script, style_sheet
from app.web.shell import Place, head, json_block
from app.web.versions import Version
from app.words import WORDS

_LISTED = 60
_WORDS: Mapping[str, str] = WORDS["embed"]


@dataclass(frozen=True, eq=False)
class Edition:
    """One state of a collection as embeds show it; `home` is the path of the dashboard, with a slash at its end."""

    state: Version
    home: str

    @property
    def payload(self) -> Mapping[str, Any]:
        """What is sent of it."""
        return self.state.payload

    @property
    def version(self) -> str:
        """What names this state in addresses: the beginning of the content hash."""
        return self.state.hash[:HASH_LETTERS]

    @cached_property
    def fingerprint(self) -> str:
        """What changes with anything that a document of this edition shows, hex."""
        parts = (self.payload_block, style(), script("full"), self.live_markup, self.home)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def payload_block(self) -> str:
        """The payload as a data block."""
        return json_block(self.payload)

    @cached_property
    def live_markup(self) -> str:
        """The body of a document that follows the collection, the same for all views."""
        return to_html(_tree(self.payload, self.home, is_frozen=False))

    @cached_property
    def frozen_markup(self) -> str:
        """The body of a document that stays as it is."""
        return to_html(_tree(self.payload, self.home, is_frozen=True))

    def lines(self, view: View) -> list[str]:
        """One line for each event of the view, in time order."""
        columns = self.payload["events"]["columns"]
        words = dict(zip(columns.get("id", []), zip(columns["when"], columns["title"], strict=True), strict=True))
        return [": ".join(words[event]) for event in select_rows(self.state.rows, view).ids]

    def claims(self, view: View) -> list[Mapping[str, Any]]:
        """The claims at no event that the view chooses, in the order of the files."""
        chosen = set(select_beside(*self.state.rows_beside, view))
        return [claim for claim in self.payload["claims"] if claim["id"] in chosen]


def embed_document(
    edition: Edition, view: View, *, is_frozen: bool, discovery: str = "", place: Place | None = None
) -> str:
    """The whole document of a view. `discovery`: what its head says of oEmbed, as markup; `place`: of links to it."""
    markup = edition.frozen_markup if is_frozen else edition.live_markup
    attributes = _attributes(view, edition.version if is_frozen else None)
    return (
        f"<!doctype html><html {attributes}><head>{head(edition.payload, place)}{discovery}"
        f'<meta name="generator" content="Sidelines"><style>{style()}</style></head><body>'
        f"{markup}<noscript>{_without_scripts(edition, view)}</noscript>"
        f"{edition.payload_block}<script>{script(view.controls)}</script></body></html>\n"
    )


@cache
def script(controls: str) -> str:
    """The one script of the embed; only with all controls it has the share dialog."""
    whole = page_script("embed", is_sharing=controls == "full").text
    return lean_script(whole).replace("</script", "<\\/script")


@cache
def script_hash(controls: str) -> str:
    """The script as a source of the content security policy (CSP Level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script(controls).encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def style() -> str:
    """The page's style, then what the embed does otherwise."""
    own = (ASSETS_FOLDER / "embed.css").read_text(encoding="utf-8")
    return lean_style(f"{style_sheet().text}\n{own}").replace("</style", "<\\/style")


def _attributes(view: View, version: str | None) -> str:
    given = {
        "lang": "en",
        "class": "embed",
        "data-controls": view.controls,
        "data-theme": None if view.theme == "system" else view.theme,
        "data-height": view.height,
        "data-frozen": version,
        "style": f"--height:{view.height}px" if view.height else None,
    }
    return " ".join(f'{name}="{escaping.escape(str(value))}"' for name, value in given.items() if value is not None)


def _tree(payload: Mapping[str, Any], home: str, *, is_frozen: bool) -> Component:
    """The page of all frames, with the details on demand and the list folded away."""
    events = html.Details([html.Summary(_WORDS["list"]), *listing()], className="events")
    said = _WORDS["data"].replace("{origin}", origin(payload)) + (f" ({_WORDS['frozen']})" if is_frozen else "")
    link = html.A(
        [_WORDS["open"], html.Span(" ↗", **{"aria-hidden": "true"})],
        id=ids.OPEN,
        href=home,
        target="_blank",
        rel="noopener",
        **{"data-home": home},
    )
    foot = html.Footer([html.P(said, dir="auto"), link], className="footer")
    return page(payload, (), static_graph(), reading=html.Div([sheet(), events], className="reading"), foot=foot)


def _without_scripts(edition: Edition, view: View) -> str:
    """The events of the view and its claims at no event as plain lists, for readers without scripts."""
    events = _listed([f"<li>{escaping.escape(line)}</li>" for line in edition.lines(view)])
    said = claim_items(edition.payload, edition.claims(view), WORDS)
    claims = f"<h2>{escaping.escape(WORDS['claims_alone'])}</h2>{_listed(said)}" if said else ""
    # Without scripts nothing would fill the drawing and the panel, so they give way to the list.
    hiding = "<style>.main,.filters,.tools,.skip{display:none!important}</style>"
    return f'{hiding}<p class="notice">{escaping.escape(_WORDS["noscript"])}</p>{events}{claims}'


def _listed(items: Sequence[str]) -> str:
    """The first of the items as a list, and how many there are more."""
    rest = len(items) - _LISTED
    more = f"<li>{escaping.escape(_WORDS['more'].replace('{n}', f'{rest:,}'))}</li>" if rest > 0 else ""
    return f'<ol class="plain">{"".join(items[:_LISTED])}{more}</ol>'
