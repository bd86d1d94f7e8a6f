"""Names, codes and aliases to countries, and the countries themselves.

In: what a person wrote. Out: a `Country`, or suggestions for what to write. A country's id is its ISO 3166-1 alpha-3
code, a former state's the alpha-3 that it had (SUN, YUG), Kosovo's the user-assigned XKX.
"""

from __future__ import annotations

from app.countries.lookup import country, country_name, find_country
from app.countries.suggestions import country_caution, suggest_countries
from app.countries.table import COUNTRIES, Country

__all__ = ["COUNTRIES", "Country", "country", "country_caution", "country_name", "find_country", "suggest_countries"]
