"""Names and codes to countries: exact, in every language, and never by guessing."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from app.countries import COUNTRIES, Country, country, country_caution, country_name, find_country, suggest_countries
from app.countries.folding import fold
from app.countries.lookup import MAX_NAME_CHARACTERS, english_names, names_in_any_language
from app.countries.shared import SHARED_NAMES
from app.countries.table import packaged_text
from app.paths import PROJECT_FOLDER

# The public-domain table https://github.com/datasets/country-codes, which is not part of this project.
CODES_FILE = Path(os.environ.get("COUNTRY_CODES_CSV", PROJECT_FOLDER.parent / "shared" / "data" / "country-codes.csv"))
PRESENT = [each for each in COUNTRIES.values() if not each.former]
FORMER = [each for each in COUNTRIES.values() if each.former]

WITHDRAWN = """
    AFI ANT ATB ATN BUR BYS CSK CTE DDR DHY FXX GEL HVO JTN MID NHB NTZ PCI PCZ PUS RHO SCG SKM SUN TMP VDR WAK YMD YUG
    ZAR
"""


def _alpha3(text: str) -> str | None:
    found = find_country(text)
    return found.alpha3 if found else None


class TestNames:
    @pytest.mark.parametrize(
        ("text", "alpha3"),
        [
            ("Burma", "MMR"),
            ("Myanmar (Burma)", "MMR"),
            ("Czechia", "CZE"),
            ("Czech Republic", "CZE"),
            ("Türkiye", "TUR"),
            ("Turkiye", "TUR"),
            ("Turkey", "TUR"),
            ("Swaziland", "SWZ"),
            ("DRC", "COD"),
            ("D.R. Congo", "COD"),
            ("Democratic Republic of the Congo", "COD"),
            ("Zaire", "COD"),
            ("Congo-Brazzaville", "COG"),
            ("Republic of the Congo", "COG"),
            ("Ivory Coast", "CIV"),
            ("Côte d’Ivoire", "CIV"),
            ("Cote d'Ivoire", "CIV"),
            ("South Korea", "KOR"),
            ("Republic of Korea", "KOR"),
            ("North Korea", "PRK"),
            ("DPRK", "PRK"),
            ("Macedonia", "MKD"),
            ("North Macedonia", "MKD"),
            ("Russia", "RUS"),
            ("Russian Federation", "RUS"),
            ("the Russian Federation", "RUS"),
            ("Moldova", "MDA"),
            ("Republic of Moldova", "MDA"),
            ("Moldavia", "MDA"),
            ("Belorussia", "BLR"),
            ("Kirghizia", "KGZ"),
            ("Kyrgyz Republic", "KGZ"),
            ("Palestine", "PSE"),
            ("State of Palestine", "PSE"),
            ("Taiwan", "TWN"),
            ("Vatican", "VAT"),
            ("Holy See", "VAT"),
            ("UK", "GBR"),
            ("U.K.", "GBR"),
            ("Britain", "GBR"),
            ("Great Britain", "GBR"),
            ("US", "USA"),
            ("U.S.A.", "USA"),
            ("United States", "USA"),
            ("United States of America", "USA"),
            ("UAE", "ARE"),
            ("Kosovo", "XKX"),
            ("XK", "XKX"),
            ("xkx", "XKX"),
            ("Guinea", "GIN"),
            ("Niger", "NER"),
            ("Dominica", "DMA"),
            ("Ireland", "IRL"),
            ("St. Kitts & Nevis", "KNA"),
            ("São Tomé and Príncipe", "STP"),
            ("The Gambia", "GMB"),
            ("Bahamas (the)", "BHS"),
            ("  kazakhstan\t", "KAZ"),
            ("TIMOR LESTE", "TLS"),
            ("East Timor", "TLS"),
            ("Soviet Union", "SUN"),
            ("USSR", "SUN"),
            ("U.S.S.R.", "SUN"),
            ("Yugoslavia", "YUG"),
            ("Serbia and Montenegro", "SCG"),
            ("East Germany", "DDR"),
            ("West Germany", "DEU"),
            ("Czechoslovakia", "CSK"),
        ],
    )
    def test_in_english(self, text: str, alpha3: str) -> None:
        assert _alpha3(text) == alpha3

    @pytest.mark.parametrize(
        ("text", "alpha3"),
        [
            ("Азербайджан", "AZE"),
            ("азербайджан", "AZE"),
            ("Azərbaycan", "AZE"),
            ("Հայաստան", "ARM"),
            ("საქართველო", "GEO"),
            ("Қазақстан", "KAZ"),
            ("Deutschland", "DEU"),
            ("Allemagne", "DEU"),
            ("Alemanha", "DEU"),
            ("Vereinigte Staaten", "USA"),
            ("美国", "USA"),
            ("美國", "USA"),
            ("日本", "JPN"),
            ("Çin", "CHN"),
            ("Çad", "TCD"),
            ("भारत", "IND"),
            ("مصر", "EGY"),
            ("ישראל", "ISR"),
            ("ไทย", "THA"),
            ("Ελλάδα", "GRC"),
            ("Suomi", "FIN"),
            ("Косово", "XKX"),
            ("СССР", "SUN"),
            ("Союз Советских Социалистических Республик", "SUN"),
            ("Чехословакия", "CSK"),
            ("ГДР", "DDR"),
            ("Jugoslawien", "YUG"),
        ],
    )
    def test_in_other_languages(self, text: str, alpha3: str) -> None:
        assert _alpha3(text) == alpha3

    @pytest.mark.parametrize(
        "lang", ["ru", "hy", "az", "be", "ka", "kk", "ky", "tg", "tk", "uk", "uz", "fr", "de", "zh"]
    )
    def test_every_present_country_in_the_languages_of_the_shipped_events(self, lang: str) -> None:
        names = Locale(lang).territories
        unknown = {names[each.alpha2] for each in PRESENT if _alpha3(names[each.alpha2]) != each.alpha3}
        assert unknown <= {"Конго"}  # Kazakh for one country, Bosnian for the other

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "-",
            "xx",
            "Atlantis",
            "Armenai",
            "Ruslund",
            "CIS",
            "EU",
            "NATO",
            "UN",
            "Europe",
            "001",
            "world",
            "England",
            "Abkhazia",
            "Georgia (country)",
            "Russia, Belarus",
            "Russia\0",
            "x" * 1_000_000,
        ],
        ids=lambda text: ascii(text[:20]),
    )
    def test_what_is_no_country(self, text: str) -> None:
        assert find_country(text) is None

    @pytest.mark.parametrize("name", SHARED_NAMES)
    def test_a_shared_name_is_nobodys(self, name: str) -> None:
        assert find_country(name) is None
        assert {_alpha3(each) for each in suggest_countries(name)} >= set(SHARED_NAMES[name])

    def test_congo_is_understood_as_iso_has_it_and_said_to_be_doubtful(self) -> None:
        assert _alpha3("Congo") == "COG"
        assert "COD" in (country_caution("Congo") or "")
        assert country_caution("DR Congo") is None
        assert country_caution("Armenia") is None


class TestCodes:
    @pytest.mark.parametrize("alpha3", COUNTRIES)
    def test_every_country_has_its_alpha3(self, alpha3: str) -> None:
        assert find_country(alpha3) is COUNTRIES[alpha3]
        assert find_country(alpha3.lower()) is COUNTRIES[alpha3]

    @pytest.mark.parametrize("each", PRESENT, ids=lambda each: each.alpha3)
    def test_every_present_country_has_all_its_codes_and_names(self, each: Country) -> None:
        for text in (each.alpha2, each.numeric, each.name, *each.other_names, *each.former_codes):
            assert text is None or find_country(text) is each

    @pytest.mark.parametrize(
        ("code", "alpha3"),
        [("SU", "SUN"), ("YU", "YUG"), ("DD", "DDR"), ("YD", "YMD"), ("AN", "ANT"), ("810", "SUN"), ("278", "DDR")],
    )
    def test_former_states_by_the_codes_that_nobody_else_has(self, code: str, alpha3: str) -> None:
        assert _alpha3(code) == alpha3

    @pytest.mark.parametrize(
        ("code", "alpha3"),
        [("GE", "GEO"), ("SK", "SVK"), ("AI", "AIA"), ("BQ", "BES"), ("BY", "BLR"), ("296", "KIR")],
    )
    def test_a_code_given_anew_is_the_present_country_s(self, code: str, alpha3: str) -> None:
        assert _alpha3(code) == alpha3

    @pytest.mark.parametrize(("code", "former"), [("CS", {"CSK", "SCG"}), ("891", {"YUG", "SCG"})])
    def test_a_code_that_two_former_states_had_is_neither_s(self, code: str, former: set[str]) -> None:
        assert find_country(code) is None
        assert {_alpha3(name) for name in suggest_countries(code)} == former

    @pytest.mark.parametrize(
        ("code", "alpha3"),
        [
            ("BUR", "MMR"),
            ("BYS", "BLR"),
            ("ZAR", "COD"),
            ("ZR", "COD"),
            ("HVO", "BFA"),
            ("DHY", "BEN"),
            ("RHO", "ZWE"),
            ("NHB", "VUT"),
            ("AFI", "DJI"),
            ("TMP", "TLS"),
            ("ROM", "ROU"),
            ("FXX", "FRA"),
        ],
    )
    def test_the_old_code_of_a_state_that_changed_its_name(self, code: str, alpha3: str) -> None:
        assert _alpha3(code) == alpha3

    @pytest.mark.parametrize(
        ("code", "iso", "elsewhere"),
        [
            ("RS", "SRB", "FIPS: Russia"),
            ("UP", None, "FIPS: Ukraine"),
            ("AJ", None, "FIPS: Azerbaijan"),
            ("GM", "GMB", "FIPS: Germany"),
            ("SZ", "SWZ", "FIPS: Switzerland"),
            ("KS", None, "FIPS: South Korea"),
            ("GER", None, "IOC: Germany"),
            ("SUI", None, "IOC: Switzerland"),
            ("CHA", None, "IOC: Chad"),
            ("365", None, "COW: Russia"),
            ("2", None, "COW: United States"),
            ("20", None, "COW: Canada"),
            ("51", None, "ISO without its zero"),
            ("051", "ARM", "ISO"),
            ("371", None, "COW: Armenia"),
        ],
    )
    def test_only_iso_codes_count(self, code: str, iso: str | None, elsewhere: str) -> None:
        assert _alpha3(code) == iso, elsewhere


class TestTable:
    def test_all_of_iso_and_kosovo(self) -> None:
        assert len(PRESENT) == 249 + 1
        assert [each.alpha3 for each in COUNTRIES.values() if each.alpha3.startswith("X")] == ["XKX"]

    def test_all_entries_of_iso_3166_3_are_there_or_lead_to_the_renamed_state(self) -> None:
        assert [code for code in WITHDRAWN.split() if find_country(code) is None] == []
        # The thirty-first is FQHH, whose alpha-3 ATF went on with the French Southern Territories.
        assert _alpha3("ATF") == "ATF"

    @pytest.mark.parametrize("row", COUNTRIES.values(), ids=lambda row: row.alpha3)
    def test_a_row_is_sound(self, row: Country) -> None:
        assert len(row.alpha3) == 3
        assert len(row.alpha2) == 2
        assert row.alpha3.isupper()
        assert row.alpha2.isupper()
        assert row.numeric is None or (len(row.numeric) == 3 and row.numeric.isdigit())
        assert row.name == row.name.strip()
        assert row.region
        assert row.continent in {"Africa", "Americas", "Asia", "Europe", "Oceania", None}
        assert set(row.successors) <= set(COUNTRIES) - {row.alpha3}
        assert row.former == bool(row.successors)
        for day in (row.valid_from, row.valid_until):
            assert day is None or (row.former and date.fromisoformat(day).isoformat() == day)
        if row.valid_from and row.valid_until:
            assert row.valid_from < row.valid_until

    def test_successors_lead_to_the_present(self) -> None:
        for each in FORMER:
            ends, seen = set(each.successors), {each.alpha3}
            while any(COUNTRIES[alpha3].former for alpha3 in ends):
                seen |= ends
                ends = {after for alpha3 in ends for after in COUNTRIES[alpha3].successors or (alpha3,)}
                assert not {alpha3 for alpha3 in ends & seen if COUNTRIES[alpha3].former}
        assert {"RUS", "ARM", "EST"} < set(country("SUN").successors)
        assert (country("SUN").valid_from, country("SUN").valid_until) == ("1922-12-30", "1991-12-26")

    def test_names_belong_to_one_country(self) -> None:
        owners: dict[str, set[str]] = {}
        for each in COUNTRIES.values():
            for name in (each.name, *each.other_names):
                owners.setdefault(fold(name), set()).add(each.alpha3)
        assert {name: alpha3s for name, alpha3s in owners.items() if len(alpha3s) > 1} == {}
        assert not owners.keys() & SHARED_NAMES.keys()

    def test_regions_are_what_one_can_choose_from(self) -> None:
        by_region: dict[str, set[str]] = {}
        for each in PRESENT:
            by_region.setdefault(each.region, set()).add(each.alpha3)
        assert by_region["Central Asia"] == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
        assert {"ARM", "AZE", "GEO", "TUR"} < by_region["Western Asia"]
        assert len(by_region) == 23

    def test_the_names_of_cldr_are_up_to_date(self) -> None:
        command = [sys.executable, "-X", "utf8", "-m", "app.countries.cldr"]
        made = subprocess.run(command, cwd=PROJECT_FOLDER, capture_output=True, check=True).stdout.decode()
        assert packaged_text("cldr_names.tsv") == made, (
            "write it anew: python -m app.countries.cldr > app/countries/cldr_names.tsv"
        )

    def test_no_name_of_cldr_speaks_against_the_table(self) -> None:
        english = english_names()
        differing = {
            name: alpha3 for name, alpha3 in names_in_any_language().items() if english.get(name, alpha3) != alpha3
        }
        assert differing == {}
        assert max(map(len, names_in_any_language())) < MAX_NAME_CHARACTERS


class TestDisplay:
    @pytest.mark.parametrize(
        ("alpha3", "lang", "name"),
        [
            ("ARM", "en", "Armenia"),
            ("ARM", "en-GB", "Armenia"),
            ("ARM", "ru", "Армения"),
            ("TUR", "en", "Türkiye"),
            ("COD", "en", "DR Congo"),
            ("COD", "fr", "Congo-Kinshasa"),
            ("DEU", "pt-BR", "Alemanha"),
            ("CHN", "zh_Hant", "中國"),
            ("XKX", "sq", "Kosovë"),
            ("SUN", "ru", "Soviet Union"),
            ("ARM", "xx", "Armenia"),
            ("ARM", "", "Armenia"),
            ("ARM", "not a language", "Armenia"),
        ],
    )
    def test_the_name_in_a_language(self, alpha3: str, lang: str, name: str) -> None:
        assert country_name(alpha3, lang) == name

    def test_an_unknown_code_is_our_own_mistake(self) -> None:
        with pytest.raises(KeyError):
            country("XXX")
        with pytest.raises(KeyError):
            country_name("XXX", "en")


class TestSuggestions:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("Armenai", "Armenia"),
            ("Azerbaydjan", "Azerbaijan"),
            ("Khazakhstan", "Kazakhstan"),
            ("Kirgyzstan", "Kyrgyzstan"),
            ("Belorus", "Belarus"),
            ("Moldava", "Moldova"),
            ("Swizerland", "Switzerland"),
            ("Tajik", "Tajikistan"),
            ("GER", "Germany"),
            ("Korea", "South Korea"),
            ("Virgin Islands", "British Virgin Islands"),
            ("England", "United Kingdom"),
            ("Арменея", "Armenia"),
        ],
    )
    def test_the_likeliest_comes_first(self, text: str, first: str) -> None:
        assert find_country(text) is None
        assert suggest_countries(text)[0] == first

    @pytest.mark.parametrize(
        ("text", "only"),
        [
            ("England", "United Kingdom"),
            ("Holland", "Netherlands"),
            ("КНР", "China"),
            ("РФ", "Russia"),
            ("Англия", "United Kingdom"),
            ("Weißrussland", "Belarus"),
        ],
    )
    def test_no_other_country_is_proposed_for_a_name_that_is_known(self, text: str, only: str) -> None:
        assert suggest_countries(text) == (only,)

    @pytest.mark.parametrize(
        "text",
        ["", "40", "365", "Atlantis", "United Nations", "Prussia", "?", "x" * 1_000_000],
        ids=lambda text: text[:10],
    )
    def test_nothing_is_better_than_nonsense(self, text: str) -> None:
        assert suggest_countries(text) == ()

    def test_at_most_so_many(self) -> None:
        assert len(suggest_countries("United", 2)) == 2

    @given(st.text(max_size=30) | st.sampled_from(sorted(names_in_any_language())).map(lambda name: name[1:]))
    def test_what_is_suggested_is_understood(self, text: str) -> None:
        for name in suggest_countries(text):
            assert find_country(name) is not None


class TestFolding:
    @given(st.text(max_size=60))
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)

    @given(st.sampled_from(sorted(english_names())), st.sampled_from([str.upper, str.title, str.lower, str.capitalize]))
    def test_case_does_not_matter(self, name: str, change: Callable[[str], str]) -> None:
        assert _alpha3(change(name)) == _alpha3(name)

    def test_vowel_signs_are_not_accents(self) -> None:
        assert fold("कनाडा") != fold("कनड")


@pytest.mark.skipif(
    not CODES_FILE.is_file(), reason="no country-codes.csv: name it in COUNTRY_CODES_CSV to compare with it"
)
def test_every_row_of_the_public_table_means_one_country() -> None:
    """Alpha-2, alpha-3 and each English name of a row lead to the same country, and no row is missing."""
    rows = list(csv.DictReader(CODES_FILE.open(encoding="utf-8")))
    seen = set()
    for row in rows:
        texts = [
            row["ISO3166-1-Alpha-3"],
            row["ISO3166-1-Alpha-2"],
            row["ISO3166-1-numeric"].zfill(3),
            row["official_name_en"],
            row["CLDR display name"],
            row["UNTERM English Short"],
            row["UNTERM English Formal"],
        ]
        found = {_alpha3(text) for text in texts if text}
        assert found == {row["ISO3166-1-Alpha-3"]}
        seen |= found
    assert seen == {each.alpha3 for each in PRESENT} - {"XKX"}


def test_a_check_in_english_does_not_pay_for_babel() -> None:
    program = (
        "import sys; from app.countries import find_country; find_country('Armenia'); print('babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT_FOLDER, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
