"""Random strings read as dates: what is slowest, and whether anything but a refusal is ever raised.

Run as `python -m benchmarks.dates_fuzz 100000`. In: how many strings. Out: the count, the slowest, every
exception that is not a refusal.
"""

from __future__ import annotations

import random
import sys
import time

from app.dates import DateContext, DateError, read_date
from app.dates.grammar import phrases
from app.dates.words import LANGUAGES
from benchmarks.dates import PHRASES

LANGS = (*LANGUAGES, "pl", "ja")
WORDS = ["2025", "22", "-", "/", "of", "the", "in", ":", "14:30", "X", "~", ".."] * 3 + " ".join(PHRASES).split()
CHARACTERS = range(32, 127), range(0x110000)


def random_text(chance: random.Random) -> str:
    """Up to 80 characters: any of Unicode, or the words and signs of dates thrown together."""
    if chance.randrange(5) < 2:
        return "".join(chr(chance.choice(chance.choice(CHARACTERS))) for _ in range(chance.randrange(81)))
    return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(1, 16)))[:80]


def warm_up() -> None:
    """Compile every pattern and say what that costs: a file pays only for those that its phrases come near."""
    start = time.process_time()
    patterns = [phrase.expression for lang in LANGUAGES for phrase in phrases(lang)]
    print(f"{len(patterns)} patterns compiled in {time.process_time() - start:.1f} s")
    read_date("22 grudnia 2025", DateContext(langs=("pl",)))


def fuzz(count: int) -> None:
    """Read so many random strings in all languages and print what was slowest and what went wrong."""
    chance = random.Random(11)  # noqa: S311 - the same strings every time
    slowest, wrong, read = (0.0, ""), 0, 0
    for _ in range(count):
        text, lang = random_text(chance), chance.choice(LANGS)
        start = time.process_time()
        try:
            read_date(text, DateContext(langs=(lang,), dateline="2025-12-22"))
            read += 1
        except DateError:
            pass
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            wrong += 1
            print("WRONG", lang, ascii(text), repr(error))
        slowest = max(slowest, (time.process_time() - start, text))
    print(f"{count} strings, {read} read, {wrong} exceptions that are no refusal")
    print(f"slowest: {slowest[0] * 1000:.1f} ms for {slowest[1]!a}")


if __name__ == "__main__":
    warm_up()
    fuzz(int(sys.argv[1]) if sys.argv[1:] else 10_000)
