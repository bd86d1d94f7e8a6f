"""The state visits to the United States since 1874 as event files: real data of some size, to try things on.

In: the CSV of the visits by foreign leaders that the Office of the Historian publishes (CC0). Out: a folder of event
files, one a decade, and `visitors.yaml` with the people and what is no state.

    python benchmarks/visits.py hsg-visits.csv build/visits
    python -m app serve build/visits

Every row becomes one event, `visit-<id>`. Nothing is added to it but what is said here: the guest was there, since the
list is one of visits; whether anybody received it is not said, so that the host's presence stays unknown. A visitor is
who the source names, office apart: names that differ in more than accents and marks are different people.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from app.countries import COUNTRIES, find_country
from app.paths import PROJECT_FOLDER

CSV_FILE = Path(os.environ.get("SIDELINES_VISITS", PROJECT_FOLDER.parent / "shared" / "data" / "hsg-visits.csv"))
HOST = "USA"
TITLE_LENGTH = 48
CIVIL_OFFICES = (
    *("President of the Council of Ministers", "Chairman of the Presidency", "Federal Chancellor", "Chief of State"),
    *("Acting Prime Minister", "Interim Prime Minister", "Prime Minister", "Vice Premier", "Premier", "Taoiseach"),
    *("President-elect", "President-Elect", "President- elect", "Acting President", "Interim President"),
    *("Provisional President", "President", "Chancellor-elect", "Chancellor", "Governor General"),
    *("General Secretary", "First Vice President", "Junta President", "Chairman"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of the source stands for: an actor (alpha-3, or the id of a declared one) and a remark for readers.

    `before` (an ISO day) bounds it: the same name stands for something else from then on.
    """

    name: str
    actor: str
    note: str
    before: str = "9999-12-31"


# Names that are no country's name in our table, or not at that time; reviewed one by one. The first that fits counts.
NAMES = (
    Named("Hawaii", "hawaii", ""),
    Named("Siam (Thailand)", "THA", "Siam took the name Thailand in 1939."),
    Named("Muscat & Oman", "OMN", "Muscat and Oman has been called Oman since 1970."),
    Named("Poland (government-in-exile)", "POL", "The government in exile in London."),
    Named("Czechoslovakia (government-in-exile)", "CSK", "The government in exile in London."),
    Named("China, Republic of", "CHN", "The Republic of China, when it governed the mainland.", before="1949-12-07"),
    Named("China, Republic of", "TWN", "The Republic of China, by then governing Taiwan."),
    Named("China, People’s Republic of", "CHN", ""),
    Named("France (Provisional Government)", "FRA", "The Provisional Government."),
    Named("Union of South Africa", "ZAF", "The Union of South Africa became the Republic in 1961."),
    Named("Israel (Provisional Government)", "ISR", "The Provisional Government."),
    Named("Korea", "KOR", "The Republic of Korea."),
    Named("Ceylon (Sri Lanka)", "LKA", "Ceylon took the name Sri Lanka in 1972."),
    Named("Cuba (Provisional Government)", "CUB", "The Provisional Government."),
    Named("Democratic Republic of the Congo (Zaire)", "COD", "Called Zaire from 1971 to 1997."),
    Named("Congo, Democratic Republic of", "COD", ""),
    Named("Malaya", "MYS", "The Federation of Malaya became part of Malaysia in 1963."),
    Named("Tanganyika", "TZA", "Tanganyika became part of Tanzania in 1964."),
    Named("Dahomey (Benin)", "BEN", "Dahomey took the name Benin in 1975."),
    Named("Somali Republic", "SOM", ""),
    Named("Upper Volta (Burkina Faso)", "BFA", "Upper Volta took the name Burkina Faso in 1984."),
    Named("Khmer Republic (Cambodia)", "KHM", "The Khmer Republic of 1970 to 1975."),
    Named("Vietnam", "VNM", "The State of Vietnam, then the Republic of Vietnam (South Vietnam).", before="1975-05-01"),
    Named("Zimbabwe Rhodesia", "ZWE", "Zimbabwe Rhodesia was no internationally recognised state."),
    Named("St. Christopher and Nevis", "KNA", ""),
    Named("Yemen Arab Republic", "YEM", "The Yemen Arab Republic (North Yemen) became part of Yemen in May 1990."),
    Named("Western Samoa", "WSM", "Western Samoa has been called Samoa since 1997."),
    Named("Bosnian Federation", "bosnian-federation", ""),
    Named("Macedonia, Former Yugoslav Republic of", "MKD", "North Macedonia since 2019."),
    Named("Afghanistan (Interim Authority)", "AFG", "The Interim Authority."),
    Named("Somoa", "WSM", "Samoa, misspelt."),
)

# What the source lists among states and is none of our table.
DECLARED = {
    "hawaii": ("Hawaii", "A kingdom until 1893, a republic from 1894 to the annexation of 1898; no ISO 3166 code."),
    "bosnian-federation": (
        "Federation of Bosnia and Herzegovina",
        "One of the two entities of the state of Bosnia and Herzegovina.",
    ),
}

# Rows that name two people, office by office as the source does.
TOGETHER = re.compile(r"(?:,| and| &) (?=(?:Prime Minister|Crown Prince) )")


@dataclass(frozen=True, slots=True)
class Visit:
    """A row of the CSV: its texts as they stand."""

    id: str
    first: str
    last: str
    visitor: str
    country: str
    description: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who came: `office` is None for sovereigns, whose title is a part of their name."""

    name: str
    office: str | None

    @property
    def id(self) -> str:
        """The name as a slug: accents and marks do not count."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode()
        return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def read_visits(text: str) -> list[Visit]:
    """The rows of the CSV in their order."""
    rows = csv.DictReader(text.splitlines())
    return [
        Visit(row["id"], row["start_date"], row["end_date"], row["visitor"], row["from"], row["description"])
        for row in rows
    ]


def actor_of(visit: Visit) -> tuple[str, str]:
    """The visiting actor's id and a remark on its name; KeyError for a name that nobody has reviewed."""
    for named in NAMES:
        if named.name == visit.country and visit.first < named.before:
            return named.actor, f"“{visit.country}” in the source. {named.note}".strip()
    country = find_country(visit.country)
    if country is None:
        raise KeyError(visit.country)
    return country.alpha3, "" if country.name == visit.country else f"“{visit.country}” in the source."


def visitors_of(visit: Visit) -> list[Visitor]:
    """Who came, one or two, in the order of the source."""
    return [_visitor(part) for part in TOGETHER.split(visit.visitor)]


def _visitor(text: str) -> Visitor:
    office = next((office for office in CIVIL_OFFICES if text.startswith(f"{office} ")), None)
    name = re.sub("^(and|&) ", "", text.removeprefix(office or "").strip())  # Premier and Prince Sihanouk
    # Prime Minister Holland of New Zealand is no country.
    return Visitor(text if find_country(name) else name, office)


def write_collection(visits: Sequence[Visit], folder: Path) -> None:
    """Writes the visits as event files into `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "visitors.yaml").write_text("".join(_common(visits)), encoding="utf-8")
    for decade, rows in groupby(sorted(visits, key=lambda visit: visit.first), lambda visit: visit.first[:3]):
        (folder / f"{decade}0s.yaml").write_text("".join(_events(rows)), encoding="utf-8")


def _common(visits: Iterable[Visit]) -> Iterator[str]:
    yield "schema: sidelines/1\n"
    yield "collection:\n"
    yield "  title: State visits to the United States since 1874\n"
    yield "  covers: Visits by foreign leaders as listed by the Office of the Historian, U.S. Department of State\n"
    yield "  licence: CC0-1.0\n"
    yield "sources:\n"
    yield "  - id: historian\n"
    yield "    title: Visits by Foreign Leaders\n"
    yield "    kind: dataset\n"
    yield "    publisher: Office of the Historian, U.S. Department of State\n"
    yield "    url: https://history.state.gov/departmenthistory/visits\n"
    yield "    note: Dedicated to the public domain (CC0 1.0).\n"
    yield "organisations:\n"
    for actor, (name, note) in DECLARED.items():
        yield f"  - {{id: {actor}, name: {name}, kind: group, note: {_quoted(note)}, sources: [historian]}}\n"
    yield "people:\n"
    for person, (name, *spellings) in sorted(_people(visits).items()):
        aliases = f", aliases: [{', '.join(map(_quoted, spellings))}]" if spellings else ""
        yield f"  - {{id: {person}, name: {_quoted(name)}{aliases}}}\n"


def _people(visits: Iterable[Visit]) -> dict[str, tuple[str, ...]]:
    """The spellings of each person's name by id, the first one first."""
    people: dict[str, dict[str, None]] = {}
    for visitor in (visitor for visit in visits for visitor in visitors_of(visit)):
        people.setdefault(visitor.id, {})[visitor.name] = None
    return {person: tuple(names) for person, names in people.items()}


def _events(visits: Iterable[Visit]) -> Iterator[str]:
    yield "schema: sidelines/1\n"
    yield f"defaults: {{type: visit, sources: [historian], place: {{country: {HOST}}}}}\n"
    yield "events:\n"
    for visit in visits:
        yield from _event(visit)


def _event(visit: Visit) -> Iterator[str]:
    actor, note = actor_of(visit)
    yield f"  - id: visit-{visit.id}\n"
    yield f"    title: {_quoted(title_of(visit))}\n"
    yield f"    date: {_quoted(_phrase(visit))}\n"
    yield "    participants:\n"
    for visitor in visitors_of(visit):
        office = f", office: {_quoted(visitor.office)}" if visitor.office else ""
        remark = f", note: {_quoted(note)}" if note else ""
        yield f"      - {{actor: {actor}, person: {visitor.id}{office}, role: guest, status: attended{remark}}}\n"
    yield f"      - {{actor: {HOST}, role: host}}\n"
    if visit.description:
        yield f"    summary: {_quoted(visit.description)}\n"


def title_of(visit: Visit) -> str:
    """The visitors by name and where they came from; the country by its code where that would be long."""
    actor, _ = actor_of(visit)
    names = " and ".join(visitor.name for visitor in visitors_of(visit))
    country = DECLARED[actor][0] if actor in DECLARED else COUNTRIES[actor].name
    whole = f"{names} ({country})"
    return whole if len(whole) <= TITLE_LENGTH or actor in DECLARED else f"{names} ({actor})"


def _phrase(visit: Visit) -> str:
    """The dates as a phrase. A first of the month is written out, which says that the day is meant."""
    if visit.first == visit.last:
        return _day(visit.first)
    if "01" in {visit.first[-2:], visit.last[-2:]}:
        return f"from {_in_words(visit.first)} to {_in_words(visit.last)}"
    return f"{visit.first}/{visit.last}"


def _day(day: str) -> str:
    return _in_words(day) if day.endswith("-01") else day


def _in_words(day: str) -> str:
    moment = date.fromisoformat(day)
    return f"{moment.day} {moment:%B} {moment.year}"


def _quoted(text: str) -> str:
    """The text between double quotes: what JSON writes is YAML, too."""
    return json.dumps(text, ensure_ascii=False)


def main(arguments: Sequence[str]) -> int:
    """Writes the files; what is missing is said, and is no failure, since the data are not part of the project."""
    source = Path(arguments[0]) if arguments else CSV_FILE
    folder = Path(arguments[1]) if len(arguments) > 1 else PROJECT_FOLDER / "build" / "visits"
    if not source.is_file():
        print(f"{source} is not at hand: name the CSV, or set SIDELINES_VISITS.")
        return 1 if arguments else 0
    visits = read_visits(source.read_text(encoding="utf-8-sig"))
    write_collection(visits, folder)
    print(f"{len(visits):,} visits written into {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
