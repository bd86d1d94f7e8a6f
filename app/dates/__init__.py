"""Date text -> EventDate: nothing invented, nothing lost.

`read_date` reads, `date_warnings` doubts, `describe` and `format_edtf` say what was read, `answer_batch_line` does
it by the line.
"""

from app.dates.batch import answer_batch_line
from app.dates.describe import describe, format_edtf
from app.dates.doubts import date_warnings
from app.dates.read import read_date
from app.dates.value import (
    CLOCK,
    UNSTATED,
    Basis,
    DateContext,
    DateError,
    DateWarning,
    End,
    EndKind,
    EventDate,
    Precision,
)

__all__ = [
    "CLOCK",
    "UNSTATED",
    "Basis",
    "DateContext",
    "DateError",
    "DateWarning",
    "End",
    "EndKind",
    "EventDate",
    "Precision",
    "answer_batch_line",
    "date_warnings",
    "describe",
    "format_edtf",
    "read_date",
]
