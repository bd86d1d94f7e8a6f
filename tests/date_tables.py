"""The tables of dates in `tests/data/dates`: what is written, what it means, and what it leans on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.dates import DateContext, DateError, read_date

FOLDER = Path(__file__).parent / "data" / "dates"
DATELINE = "2025-12-22"  # a Monday


@dataclass(frozen=True)
class Row:
    """One line of a table. `meant` is EDTF, or `!` and the code of a refusal."""

    text: str
    meant: str
    context: DateContext

    @property
    def id(self) -> str:
        """What pytest shows: the text, and what it leans on where that is not the usual."""
        leans = (self.context.dateline, self.context.order, self.context.timezone)
        return " ".join([self.text, *(word for word in leans if word and word != DATELINE)])


def rows(path: Path, lang: str = "en") -> list[Row]:
    """The rows of one table of phrases; lines that begin with `#` are for people."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_row(line, lang) for line in lines if line and not line.startswith("#")]


def phrase_rows() -> list[Row]:
    """The rows of all tables of phrases: each is named by its language."""
    tables = sorted((FOLDER / "phrases").glob("*.tsv"))
    return [row for path in tables for row in rows(path, path.stem)]


def outcome(text: object, context: DateContext) -> str:
    """The EDTF text of what is read, or `!` and the code of the refusal."""
    try:
        return read_date(text, context).edtf
    except DateError as error:
        return f"!{error.code}"


def _row(line: str, lang: str) -> Row:
    text, meant, *rest = line.split("\t")
    given = dict(option.split("=", 1) for option in (rest[0].split() if rest else ()))
    dateline = given.get("dateline", DATELINE)
    anchor = read_date(given["anchor"]) if "anchor" in given else None
    return Row(
        text,
        meant,
        DateContext(
            langs=tuple(given.get("lang", lang).split(",")),
            dateline=None if dateline == "-" else dateline,
            order=given.get("order"),
            timezone=given.get("timezone"),
            anchor=anchor,
        ),
    )
