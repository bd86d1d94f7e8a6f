"""The countries: one reviewed row each, read once.

In: `countries.csv` beside this file. Out: `COUNTRIES`, by alpha-3, the present ones first. Its columns are those of
`Country`. Sources: ISO 3166-1 and 3166-3 for the codes, UN M49 for continents and regions, the UN's terminology
database for formal names (both by way of the public-domain table datasets/country-codes), CLDR for common names.

A state that only changed its name is one country: Burma is Myanmar, Zaire is DR Congo, and their old codes
(`former_codes`) lead to the same row. A former state is one that ended or was divided. Its first and last day are
those of the state, not of its ISO code: the Soviet Union ended on 1991-12-26 (declaration 142-N), its code in 1992.
`successors` says where its territory lies now (ISO 3166-3, CLDR); it says nothing of legal succession.
"""

from __future__ import annotations

import csv
import io
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1, a former one of ISO 3166-3, or Kosovo under its user-assigned codes XK and XKX.

    `name` is the common English name. `numeric` has three digits; it, `valid_from` and `valid_until` (ISO days, both
    inclusive) are None where there is none or it is not established. `continent` and `region` are those of UN M49,
    the region as narrow as it has one: "Asia" and "Central Asia"; `continent` is None for Antarctica only.
    `other_names` are English, and for former states also in the languages of CLDR's most used locales.
    """

    alpha3: str
    alpha2: str
    numeric: str | None
    name: str
    continent: str | None
    region: str
    former: bool
    valid_from: str | None
    valid_until: str | None
    successors: tuple[str, ...]
    former_codes: tuple[str, ...]
    other_names: tuple[str, ...]


def read_table(text: str) -> Mapping[str, Country]:
    """The countries in a table with the columns of `Country`, by alpha-3, in the order of the rows."""
    countries = (_country(row) for row in csv.DictReader(io.StringIO(text)))
    return MappingProxyType({country.alpha3: country for country in countries})


def _country(row: dict[str, str]) -> Country:
    return Country(
        alpha3=row["alpha3"],
        alpha2=row["alpha2"],
        numeric=row["numeric"] or None,
        name=row["name"],
        continent=row["continent"] or None,
        region=row["region"],
        former=bool(row["successors"]),
        valid_from=row["valid_from"] or None,
        valid_until=row["valid_until"] or None,
        successors=tuple(row["successors"].split()),
        former_codes=tuple(row["former_codes"].split()),
        other_names=tuple(filter(None, row["other_names"].split(";"))),
    )


def packaged_text(file: str) -> str:
    """The text of a file that lies beside this module."""
    data = pkgutil.get_data("app.countries", file)
    if data is None:
        raise FileNotFoundError(file)
    return data.decode("utf-8")


COUNTRIES = read_table(packaged_text("countries.csv"))
