"""Texts that would do something if anybody took them for more than text, and a collection with each of them everywhere.

In: nothing. Out: `PAYLOADS`, and the event file that has each of them in every field of the format that takes a text.
What would run sets `globalThis.hacked`; what would become an element has the attribute `hostile`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

_RUN = "globalThis.hacked=1"
_SVG = f'<svg hostile onload="{_RUN}">'
_LONG = "Donaudampfschifffahrtsgesellschaft" * 8


@dataclass(frozen=True, slots=True)
class Payload:
    """A text as it is written, and as it is shown where the loader takes something out of it."""

    name: str
    written: str
    cleaned: str | None = None

    @property
    def shown(self) -> str:
        """What a person sees of it, letter by letter."""
        return self.written if self.cleaned is None else self.cleaned


PAYLOADS = (
    # Elements, attributes and the ways out of where a text stands.
    Payload("script", f"<script hostile>{_RUN}</script>"),
    Payload("end-of-script", f"</script><script hostile>{_RUN}</script>"),
    Payload("end-of-script-in-capitals", f"</SCRIPT ><ScRiPt hostile>{_RUN}</sCrIpT>"),
    Payload("half-a-script", f"<script hostile>{_RUN}//"),
    Payload("comment-in-a-script", "<!--<script hostile>"),
    Payload("end-of-comment", f"--><script hostile>{_RUN}</script>"),
    Payload("end-of-character-data", f"]]><script hostile>{_RUN}</script>"),
    Payload("character-data", f"<![CDATA[<script hostile>{_RUN}</script>]]>"),
    Payload("end-of-style", f"</style><script hostile>{_RUN}</script>"),
    Payload("end-of-title", f"</title><script hostile>{_RUN}</script>"),
    Payload("end-of-noscript", f"</noscript><script hostile>{_RUN}</script>"),
    Payload("end-of-textarea", f"</textarea><script hostile>{_RUN}</script>"),
    Payload("end-of-template", f"</template></iframe></xmp><script hostile>{_RUN}</script>"),
    Payload("image", f'<img hostile src=x onerror="{_RUN}">'),
    Payload("image-without-quotes", f"<img/hostile/src=x/onerror={_RUN}>"),
    Payload("image-not-closed", f"<img hostile src=x onerror={_RUN}"),
    Payload("picture-set", f'<picture hostile><source srcset=x><img hostile srcset="x" onerror={_RUN}></picture>'),
    Payload("svg", _SVG),
    Payload("svg-script", f"<svg hostile><script hostile>{_RUN}</script></svg>"),
    Payload("svg-foreign-object", f'<foreignObject hostile><img onerror="{_RUN}"/></foreignObject>'),
    Payload("svg-end", f"</text></tspan></g></svg>{_SVG}"),
    Payload("svg-title-end", f"</title></desc>{_SVG}"),
    Payload("svg-use", '<use hostile href="data:image/svg+xml,x#y"/>'),
    Payload("svg-animate", f'<animate hostile attributeName=href values="javascript:{_RUN}"/>'),
    Payload("svg-link", f'<a hostile xlink:href="javascript:{_RUN}">link</a>'),
    Payload("math", f'<math hostile><mtext><mglyph><style><img hostile onerror="{_RUN}"></style>'),
    Payload("frame", '<iframe hostile srcdoc="<script>parent.hacked=1</script>"></iframe>'),
    Payload("object", '<object hostile data="x.swf"><embed hostile src="x.swf"></object>'),
    Payload("form", f'<form hostile action="javascript:{_RUN}"><button formaction="javascript:{_RUN}">'),
    Payload("focus", f'<input hostile autofocus onfocus="{_RUN}">'),
    Payload("details", f'<details hostile open ontoggle="{_RUN}">'),
    Payload("media", f'<video hostile src=x onerror="{_RUN}"></video>'),
    Payload("style", "<style hostile>* { display: none }</style>"),
    Payload("style-import", '<style hostile>@import "https://elsewhere.invalid/a.css";</style>'),
    Payload("link", '<link hostile rel="stylesheet" href="https://elsewhere.invalid/a.css">'),
    Payload("base", '<base hostile href="https://elsewhere.invalid/">'),
    Payload("refresh", '<meta hostile http-equiv="refresh" content="0;url=https://elsewhere.invalid/">'),
    Payload("double-quote", f'" hostile onmouseover="{_RUN}" x="'),
    Payload("single-quote", f"' hostile onmouseover='{_RUN}' x='"),
    Payload("backtick", f"` hostile onmouseover=`{_RUN}`"),
    Payload("end-of-attribute", f'"><script hostile>{_RUN}</script>'),
    # Addresses.
    Payload("javascript-address", f"javascript:{_RUN}"),
    Payload("javascript-address-in-capitals", f" JaVaScRiPt:{_RUN}".strip()),
    Payload("data-address", f"data:text/html,<script hostile>{_RUN}</script>"),
    Payload("link-to-javascript", f'<a hostile href="javascript:{_RUN}">link</a>'),
    Payload("markdown-link", f"[link](javascript:{_RUN}) ![image](https://elsewhere.invalid/a.png)"),
    # What Plotly, templates, code and replacements would take for theirs.
    Payload("plotly-bold", "<b>bold</b> <i>slanted</i><br>second<sub>low</sub>"),
    Payload("plotly-link", '<a href="https://elsewhere.invalid/">link</a> <span style="font-size:90px">big</span>'),
    Payload("plotly-template", "%{x} %{customdata[0]} %{y:.2f} <extra>more</extra>"),
    Payload("formula-of-mathjax", "$$\\unicode{<img src=x>}$$ $x$"),
    Payload("character-references", "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp; &copy"),
    Payload("braces", "{{constructor.constructor('globalThis.hacked=1')()}} {title} {n} {0}"),
    Payload("dollar-braces", "${globalThis.hacked=1} `${globalThis.hacked=1}`"),
    Payload("replacement", "$& $1 $` $' $$ $<name> \\1 \\g<0>"),
    Payload("percent", "100% %s %d %(name)s %41%3Cb%3E %"),
    Payload("backslash", "\\u003cscript\\u003e \\x3c \\n \\\\ \\"),
    Payload("end-of-code", f"');{_RUN};//"),
    Payload("end-of-code-in-double-quotes", f'");{_RUN};//'),
    Payload("prototype", "__proto__"),
    Payload("constructor", "constructor"),
    Payload("nothing", "null"),
    Payload("not-a-number", "NaN"),
    Payload("undefined", "undefined"),
    Payload("false", "false"),
    # What a spreadsheet would calculate.
    Payload("formula", '=HYPERLINK("https://elsewhere.invalid/","link")'),
    Payload("formula-call", "@SUM(1+1)*cmd|' /C calc'!A0"),
    Payload("formula-plus", "+1+1"),
    Payload("formula-minus", "-1-1"),
    Payload("formula-wide", "\uff1d1+1"),
    Payload("quotes-and-commas", '",";\'=1+1,"'),
    # What the other forms of download would take for theirs.
    Payload("calendar", "a;b,c:d BEGIN:VEVENT END:VCALENDAR"),
    Payload("bibtex", "@misc{x, title={y}} } \\input{x} # % ~ ^ _"),
    Payload("yaml", "- a: {b: [c]} # &d *e !f |"),
    # Letters that are more than they seem.
    Payload("right-to-left-override", "Invoice \u202egnp.exe", "Invoice gnp.exe"),
    Payload("isolate", "a \u2066\u2067b", "a b"),
    Payload("zero-width", "ad\u200bm\u2060in\ufeff", "admin"),
    Payload("soft-hyphen", "ad\u00admin", "admin"),
    Payload("tag-letters", "flag\U000e0067\U000e007f", "flag"),
    Payload("line-separator", "one\u2028two", "one two"),
    Payload("paragraph-separator", "one\u2029two", "one two"),
    Payload("next-line", "one\u0085two", "one two"),
    Payload("null-character", "one\0two", "onetwo"),
    Payload("escape-of-a-terminal", "one\x1b[31mtwo", "one[31mtwo"),
    Payload("backspace-and-delete", "one\b\x7ftwo", "onetwo"),
    Payload("noncharacter", "one\ufffftwo", "onetwo"),
    Payload("arabic", "\u0642\u0645\u0629 (\u0645\u064a\u0646\u0633\u0643) <b>x</b>"),
    Payload("joined-emoji", "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e6\U0001f1f2 e\u0301"),
    Payload("piled-marks", "Z" + "\u0335\u0321\u034a\u0351" * 12 + "algo"),
    Payload("long-word", _LONG),
    Payload("long-text", "word & <word> " * 40 + "end"),
)  # fmt: skip

# What stands where a web address is asked for, and is none.
ADDRESSES = (
    "javascript:globalThis.hacked=1",
    "JAVASCRIPT:globalThis.hacked=1",
    "java\tscript:globalThis.hacked=1",
    "data:text/html,<script>globalThis.hacked=1</script>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "//elsewhere.invalid/",
    "https:",
    "<b>x</b>",
)


def hostile_file() -> str:
    """The event file, as JSON, which YAML reads: event `e-0` and all that belongs to it have the first payload ..."""
    every = " | ".join(payload.written for payload in PAYLOADS)
    texts = dict.fromkeys(("description", "covers", "licence", "version", "note"), every)
    numbered = [(number, payload.written) for number, payload in enumerate(PAYLOADS)]
    whole = {
        "schema": "sidelines/1",
        "collection": {"title": every, **texts, "missing": [payload.written for payload in PAYLOADS]},
        "sources": [_source(*one) for one in numbered],
        "organisations": [_organisation(*one) for one in numbered],
        "people": [_person(*one) for one in numbered],
        "events": [_event(*one) for one in numbered],
        "memberships": [_membership(*one) for one in numbered],
        "claims": [_claim(*one) for one in numbered],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def hostile_addresses() -> str:
    """An event file with a source for each of `ADDRESSES`, as JSON."""
    sources = [{"id": f"s-{n}", "title": "A source", "url": url, "archived": url} for n, url in enumerate(ADDRESSES)]
    event = {"id": "e", "title": "An event", "type": "other", "date": "2025", "sources": [one["id"] for one in sources]}
    return json.dumps({"schema": "sidelines/1", "sources": sources, "events": [event]}, indent=1)


def _cited(number: int, text: str) -> list[dict[str, str]]:
    return [{"source": f"s-{number}", "quote": text, "locator": text}]


def _accounts(number: int, text: str) -> list[dict[str, Any]]:
    return [{"attribute": "place", "value": text, "reason": text, "sources": _cited(number, text)}]


def _source(number: int, text: str) -> dict[str, Any]:
    url = f"https://example.org/{number}"
    return {"id": f"s-{number}", "title": text, "publisher": text, "author": text, "note": text, "url": url}


def _organisation(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"o-{number}",
        "name": f"{text} o{number}",
        "short": f"{text} s{number}",
        "aliases": [f"{text} a{number}"],
        "note": text,
    }


def _person(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"p-{number}",
        "name": f"{text} p{number}",
        "aliases": [f"{text} q{number}"],
        "offices": [{"title": text, "actor": "Armenia"}],
        "note": text,
    }


def _event(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"e-{number}",
        "title": text,
        "type": "summit",
        "date": {"text": f"{2001 + number // 12}-{number % 12 + 1:02}-12", "as_written": text},
        "place": {"venue": text, "city": text},
        "participants": [
            {"actor": "Armenia", "person": f"p-{number}", "office": text, "role": "host", "status": "attended"},
            {
                "actor": "Azerbaijan",
                "status": "absent",
                "reason": text,
                "announced_by": text,
                "note": text,
                "sources": _cited(number, text),
            },
            {"actor": "Kazakhstan", "status": "represented", "represented_by": text},
        ],
        "organisations": [f"o-{number}"],
        "summary": {"en": text, "fr": text},
        "tags": [text],
        "sources": _cited(number, text),
        "accounts": _accounts(number, text),
        "note": text,
    }


def _membership(number: int, text: str) -> dict[str, Any]:
    layer = {"kind": "voting_suspended", "during": "2003", "by": "self", "note": text, "sources": _cited(number, text)}
    return {
        "actor": "Armenia",
        "organisation": f"o-{number}",
        "kind": "full",
        "during": "2001/2009",
        "restrictions": [layer],
        "accounts": _accounts(number, text),
        "note": text,
        "sources": [f"s-{number}"],
    }


def _claim(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"c-{number}",
        "speaker": f"p-{number}",
        "said_at": f"e-{number}",
        "measure": text,
        "value": "12",
        "unit": text,
        "quote": text,
        "text": {"en": text, "fr": text},
        "accounts": _accounts(number, text),
        "note": text,
        "sources": _cited(number, text),
    }
