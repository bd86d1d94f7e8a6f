"""What each room costs on its own: reading files, deriving rows and the payload, writing one HTML file.

Made-up events, 1,000 in a file. Prints the best of three runs in milliseconds; compare only figures of one machine.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from app.load import load_timeline
from app.payload import build_payload
from app.rows import rows
from app.web.static import static_page

COUNTS = (1_000, 10_000)
FILE_SIZE = 1_000
RUNS = 3
COUNTRIES = (
    "Armenia",
    "Azerbaijan",
    "Belarus",
    "Kazakhstan",
    "Kyrgyzstan",
    "Moldova",
    "Russia",
    "Tajikistan",
    "Uzbekistan",
)
TYPES = ("bilateral_meeting", "summit", "visit", "phone_call", "statement")


def _event(number: int) -> str:
    year, month, day = 1992 + number % 33, 1 + number % 12, 1 + number % 28
    one, other = COUNTRIES[number % 9], COUNTRIES[(number // 9 + number + 1) % 9]
    parties = f"[{one}, {other}]" if one != other else f"[{one}]"
    return (
        f"  - {{id: event-{number}, title: Event {number}, type: {TYPES[number % 5]},"
        f" date: {year}-{month:02}-{day:02}, participants: {parties}}}\n"
    )


def write_events(folder: Path, count: int) -> None:
    """Writes `count` events into files of a thousand."""
    for first in range(0, count, FILE_SIZE):
        events = "".join(map(_event, range(first, min(first + FILE_SIZE, count))))
        (folder / f"{first:06}.yaml").write_text(f"schema: sidelines/1\nevents:\n{events}", encoding="utf-8")


def best_ms(work: Callable[[], object]) -> float:
    """The shortest of three runs."""

    def durations() -> Iterator[float]:
        for _ in range(RUNS):
            start = perf_counter()
            work()
            yield (perf_counter() - start) * 1_000

    return min(durations())


def measure(count: int) -> dict[str, float]:
    """Milliseconds by room for a collection of `count` events."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_events(folder, count)
        timeline = load_timeline(folder).timeline
        assert len(timeline.events) == count, "the made-up events must all be good"
        return {
            "read and check": best_ms(lambda: load_timeline(folder)),
            "rows": best_ms(lambda: rows(timeline)),
            "payload": best_ms(lambda: build_payload(timeline)),
            "one HTML file": best_ms(lambda: static_page(timeline, ())),
        }


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, milliseconds, best of {RUNS}")
    for count in COUNTS:
        for room, duration_ms in measure(count).items():
            print(f"{count:>7,} events  {room:<15} {duration_ms:>10,.0f}")
