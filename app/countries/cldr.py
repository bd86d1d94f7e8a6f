"""Country names in every language of CLDR, folded and kept in a file, so that a look-up never has to load them all.

In: Babel's locale data. Out: a line for each country, its alpha-3 and its names, for `cldr_names.tsv` beside this file:
`python -m app.countries.cldr > app/countries/cldr_names.tsv`. A test says when that is due.

A name that two countries bear in different languages stands for neither and is left out; so are the names in
`app.countries.shared`.
"""

from __future__ import annotations

import sys

from babel import Locale, UnknownLocaleError, localedata

from app.countries.folding import fold
from app.countries.shared import SHARED_NAMES
from app.countries.table import COUNTRIES


def names_by_country() -> dict[str, tuple[str, ...]]:
    """The folded names of each present country in all languages, sorted; without those that two countries bear.

    For a process of its own: Babel keeps the locales as they are loaded here, without what they inherit.
    """
    alpha3_by_alpha2 = {each.alpha2: each.alpha3 for each in COUNTRIES.values() if not each.former}
    owners: dict[str, set[str]] = {}
    for locale in localedata.locale_identifiers():
        for alpha2, name in localedata.load(locale, merge_inherited=False).get("territories", {}).items():
            if alpha2 in alpha3_by_alpha2 and fold(name) not in SHARED_NAMES:
                owners.setdefault(fold(name), set()).add(alpha3_by_alpha2[alpha2])
    names: dict[str, list[str]] = {alpha3: [] for alpha3 in sorted(alpha3_by_alpha2.values())}
    for name, alpha3s in sorted(owners.items()):
        if len(alpha3s) == 1:
            names[min(alpha3s)].append(name)
    return {alpha3: tuple(found) for alpha3, found in names.items()}


def as_text(names: dict[str, tuple[str, ...]]) -> str:
    """The content of the file for `names_by_country`."""
    return "".join(f"{alpha3}\t{';'.join(found)}\n" for alpha3, found in names.items())


def local_name(alpha2: str, lang: str) -> str | None:
    """CLDR's name of a country in a language (`ru`, `pt-BR`, `zh_Hant`), None if it has no such language or name."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None
    name = locale.territories.get(alpha2)
    return str(name) if name else None


if __name__ == "__main__":
    sys.stdout.write(as_text(names_by_country()))
