"""The event files as pages, so that the details of an event lead to the line at which it is written.

In: where the event files are. Out: routes `source/<file>`, each line with an anchor `#L12`. For the machine on which
the files are written: a server for others does not show them.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from flask import Flask, Response, abort

from app.source import EventFile, find_files

SOURCE_PATH = "source/"
MAX_SHOWN_BYTES = 5_000_000
# The line breaks of YAML 1.2.2, 5.4, by which problems count; others, such as U+2028, are letters there.
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 14px/1.55 ui-monospace, "DejaVu Sans Mono", monospace; }
h1 { margin: 0; padding: 14px 20px; font-size: 15px; border-bottom: 1px solid #8888; }
ol { margin: 0; padding: 10px 0 60vh 5em; }
li { padding: 0 20px 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
li::marker { color: color-mix(in srgb, currentColor 55%, transparent); }
li:target { background: color-mix(in srgb, gold 35%, transparent); scroll-margin-top: 30vh; }
"""


def add_sources(server: Flask, place: Path, home: str) -> None:
    """Adds the routes below `home`; 404 for whatever is no event file at `place`. Files are read when asked for."""

    @server.get(f"{home}{SOURCE_PATH}<path:name>")
    def source(name: str) -> Response:
        file = next((file for file in find_files(place)[0] if file.relative == name), None)
        if file is None:
            abort(404)
        return Response(source_html(file.name, _text(file)), content_type="text/html; charset=utf-8")


def source_html(name: str, text: str) -> str:
    """A text as a page of numbered lines, `name` over it. Everything is escaped; line 12 has the id `L12`."""
    lines = enumerate(_LINE_BREAK.split(text), 1)
    items = "".join(f'<li id="L{number}">{html.escape(line)}</li>' for number, line in lines)
    title = html.escape(name)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><main><ol>{items}</ol></main></body></html>"
    )


def _text(file: EventFile) -> str:
    """The text of a file, of a very long one its beginning; bytes that are no UTF-8 are shown as such."""
    try:
        with file.path.open("rb") as stream:
            return stream.read(MAX_SHOWN_BYTES).decode("utf-8-sig", errors="backslashreplace")
    except OSError:
        abort(404)
