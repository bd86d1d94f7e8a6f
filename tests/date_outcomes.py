"""What every line of the tables is read as, printed as JSON: run as a programme under other clocks, zones and locales.

Arguments: how many days later the clock shall say it is, and `forwards` or `backwards` for the order of the calls.
"""

from __future__ import annotations

import datetime as dt
import json
import locale
import sys
import time
from contextlib import suppress

import dateparser.date

from app.dates import read_date
from tests.date_tables import FOLDER, outcome, phrase_rows, rows

NOW, CLOCK = dt.datetime, time.time


def set_clock(later_days: int) -> None:
    """Let the clock say that it is later, wherever our modules and dateparser's look at it."""
    later = dt.timedelta(later_days)

    class Later(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Later:
            return cls.fromtimestamp((NOW.now(tz) + later).timestamp(), tz)

        @classmethod
        def utcnow(cls) -> Later:
            return cls.now()

        @classmethod
        def today(cls) -> Later:
            return cls.now()

    for name, module in list(sys.modules.items()):
        if name == "dateparser.conf":  # only checks that settings are of the type that it knows
            continue
        if name.startswith(("dateparser", "app.dates", "dateutil")) and getattr(module, "datetime", None) is NOW:
            module.datetime = Later  # type: ignore[attr-defined]
    time.time = lambda: CLOCK() + later.total_seconds()


def main() -> None:
    """Print the outcomes in the order of the tables, whatever the order of the calls."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    read_date("22 December 2025")
    assert dateparser.date
    set_clock(int(sys.argv[1]))
    table = list(enumerate(phrase_rows() + rows(FOLDER / "refused.tsv")))
    if sys.argv[2] == "backwards":
        table.reverse()
    sys.stdout.write(
        json.dumps([said for _, said in sorted((at, outcome(row.text, row.context)) for at, row in table)])
    )


if __name__ == "__main__":
    main()
