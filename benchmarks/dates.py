"""What reading dates costs, beside `date.fromisoformat` and plain `dateparser.parse`, in one run.

Run as `python -m benchmarks.dates`. In: nothing. Out: a table of dates per second, and the ratios that matter.
"""

from __future__ import annotations

import random
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import dateparser

from app.dates import DateContext, read_date

CONTEXT = DateContext(dateline="2025-12-22")
SHORTEST_RUN_S = 0.5
PHRASES = (
    "since 2022",
    "21-22 December 2025",
    "December 22, 2025",
    "Monday",
    "first nine months of the current year",
    "early 2022",
    "Q3 2024",
    "the 1990s",
    "from 3 May to 5 June 2021",
    "22 December 2025, 14:30 MSK",
    "two days ago",
    "circa 1984",
    "by the end of 2022",
    "May-June 2021",
    "since the beginning of 2022",
    "Monday, 22 December 2025",
)
MONTHS_AND_YEARS = [form for year in range(1990, 2030) for form in (f"{year}", f"{year}-05")]
LEAF = ("22 grudnia 2025", "3 maja 2021", "poniedziałek, 22 grudnia 2025", "grudzień 2025")
REFUSED = ("TBD", "n.d.", "soon", "04/05/2022", "12", "the summit took place on 22 December 2025 in Moscow")


def iso_days(count: int) -> list[str]:
    """So many different ISO days."""
    return [(date(1900, 1, 1) + timedelta(number)).isoformat() for number in range(count)]


def mixed(count: int) -> list[str]:
    """A file as files are: two thirds ISO days of a few hundred, the rest phrases, months and years."""
    chance = random.Random(7)  # noqa: S311 - the same file every time
    days, rest = iso_days(400), (*PHRASES, "2022", "2021-05", "2022/..", "2021-05-03/2021-05-07")
    return [chance.choice(days) if chance.random() < 2 / 3 else chance.choice(rest) for _ in range(count)]


def per_second(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """How many texts a second, over at least half a second of the processor after one warm round."""
    attempt(read, texts[:200])
    rounds, start = 0, time.process_time()
    while time.process_time() - start < SHORTEST_RUN_S:
        attempt(read, texts)
        rounds += 1
    return rounds * len(texts) / (time.process_time() - start)


def attempt(read: Callable[[str], object], texts: Iterable[str]) -> None:
    """Read every text; a refusal is an answer, too."""
    for text in texts:
        try:  # noqa: SIM105 - `suppress` costs more than reading an ISO day does
            read(text)
        except ValueError:
            pass


def measure() -> None:
    """Print the table."""
    polish = DateContext(langs=("pl",), dateline="2025-12-22")
    rows: dict[str, tuple[Callable[[str], object], Sequence[str]]] = {
        "date.fromisoformat, ISO days": (date.fromisoformat, iso_days(4000)),
        "read_date, ISO days of one file (repeated)": (lambda text: read_date(text, CONTEXT), iso_days(400)),
        "read_date, ISO days that are all new": (lambda text: read_date(text, CONTEXT), iso_days(60_000)),
        "read_date, months and years of one file": (lambda text: read_date(text, CONTEXT), MONTHS_AND_YEARS),
        "read_date, phrases": (lambda text: read_date(text, CONTEXT), PHRASES),
        "read_date, the leaf (Polish)": (lambda text: read_date(text, polish), LEAF),
        "read_date, refusals": (lambda text: read_date(text, CONTEXT), REFUSED),
        "read_date, a mixed file": (lambda text: read_date(text, CONTEXT), mixed(2000)),
        "dateparser.parse, ISO days": (dateparser.parse, iso_days(400)),
        "dateparser.parse, phrases": (dateparser.parse, PHRASES),
        "dateparser.parse, Polish": (dateparser.parse, LEAF),
        "dateparser.parse, refusals": (dateparser.parse, REFUSED),
        "dateparser.parse, a mixed file": (dateparser.parse, mixed(300)),
    }
    found = {}
    for name, (read, texts) in rows.items():
        found[name] = per_second(read, texts)
        print(f"{name:46}{found[name]:14,.0f} a second{1e6 / found[name]:12,.2f} µs each")
    iso = found["date.fromisoformat, ISO days"]
    print(
        f"\nISO days of one file: {iso / found['read_date, ISO days of one file (repeated)']:.1f} times fromisoformat"
    )
    print(f"ISO days all new: {iso / found['read_date, ISO days that are all new']:.1f} times fromisoformat")
    ratio = found["read_date, a mixed file"] / found["dateparser.parse, a mixed file"]
    print(f"a mixed file: {ratio:.0f} times as fast as dateparser.parse")
    print(f"phrases: {found['read_date, phrases'] / found['dateparser.parse, phrases']:.0f} times")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    measure()
