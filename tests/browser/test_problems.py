"""Event files with mistakes, and files that mean harm: the good is shown, the wrong is said, and text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.cli.main import main
from app.paths import PROJECT_FOLDER
from tests.browser import seen
from tests.browser.conftest import PageOpener

FOLDER = PROJECT_FOLDER / "tests" / "data" / "page"
MISTAKES = FOLDER / "three-mistakes.yaml"
HOSTILE = FOLDER / "hostile.yaml"
INVALID = PROJECT_FOLDER / "tests" / "data" / "invalid"

IMAGE = '<img src=x onerror="globalThis.hacked = 3">'
BOLD = '<b>bold</b> <a href="https://example.org">link</a> &amp; %{x}<br>second'


@pytest.fixture(params=["page", "file"])
def opened(
    request: pytest.FixtureRequest, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener
) -> Callable[..., Page]:
    """Opens event files as the dashboard and as one file."""

    def open_events(events: Path, query: str = "") -> Page:
        address = f"{served(events)}/?{query}" if request.param == "page" else f"{exported(events)}#{query}"
        return browser_page(address)

    return open_events


def test_check_says_each_mistake_at_its_line_and_ends_with_1() -> None:
    with redirect_stdout(StringIO()) as printed:
        code = main(["check", str(MISTAKES)])
    assert code == 1
    found = re.findall(r"three-mistakes\.yaml:(\d+):(\d+): (\w+) ", printed.getvalue())
    assert found == [("13", "11", "E207"), ("20", "11", "E305"), ("27", "37", "E403")]
    assert "3 errors" in printed.getvalue()


def test_good_events_are_shown_and_each_mistake_is_said_with_its_line(opened: Callable[..., Page]) -> None:
    page = opened(MISTAKES)
    assert seen.event_ids(page) == ["test-summit", "test-council"]
    expect(seen.crossed(page)).to_have_count(1)
    problems = page.locator("#problems")
    expect(problems.locator("summary")).to_contain_text("3 problems")
    expect(problems.locator("li")).to_have_count(3)
    for line, what, fix in (
        ("13:11", "`bilateral_meting` is not a value of `type`.", "Write `bilateral_meeting`."),
        ("20:11", "There is no month 13", 'Write "2025-12" for December'),
        ("27:37", "No actor is known as `Ruritania`.", "Declare it"),
    ):
        told = problems.locator("li", has_text=f"three-mistakes.yaml:{line}")
        expect(told).to_be_visible()
        expect(told).to_contain_text(what)
        expect(told).to_contain_text(fix)


def test_the_participants_that_are_known_stay_in_an_event_with_one_that_is_not(opened: Callable[..., Page]) -> None:
    parts = opened(MISTAKES, "event=test-council").locator("#details .parts")
    expect(parts.first).to_contain_text("Armenia")
    expect(parts.first).to_contain_text("Kazakhstan")
    expect(parts.first).not_to_contain_text("Ruritania")


def test_hostile_text_is_shown_letter_by_letter(opened: Callable[..., Page]) -> None:
    page = opened(HOSTILE, "event=test-image")
    expect(page.locator("h1")).to_have_text(
        '<b>Bold</b> & "quoted" </title><script>globalThis.hacked = "title"</script>'
    )
    expect(page).to_have_title('<b>Bold</b> & "quoted" </title><script>globalThis.hacked = "title"</script>')
    expect(seen.entry(page, "test-image").locator(".title")).to_contain_text(IMAGE)
    expect(seen.entry(page, "test-bold").locator(".title")).to_have_text(BOLD)
    details = page.locator("#details")
    for words in (
        IMAGE,
        '<svg onload="globalThis.hacked = 4">, </script><script>globalThis.hacked = 5</script>',
        "<em>Person</em>, <h1>Head</h1>",
        '<a href="javascript:globalThis.hacked = 6">reason</a>',
        "</noscript><script>globalThis.hacked = 7</script> <!-- %{customdata} <br> &lt;b&gt;",
        "<style>* { display: none }</style>",
        "<blink>quote</blink>",
        "<i>Source</i> </script>",
        "12 <b>tons</b>",
        '"><script>globalThis.hacked = 8</script>',
    ):
        expect(details).to_contain_text(words)


def test_hostile_text_is_drawn_letter_by_letter(opened: Callable[..., Page]) -> None:
    page = opened(HOSTILE, "window=2025-12-22/2025-12-24")
    expect(seen.words(page).filter(has_text="<img src=")).to_be_visible()
    expect(seen.words(page).filter(has_text="<b>bold</b>")).to_be_visible()
    expect(page.locator("#timeline svg a")).to_have_count(0)


def test_hostile_text_is_told_letter_by_letter_under_the_pointer(opened: Callable[..., Page]) -> None:
    page = opened(HOSTILE, "window=2025-12-22/2025-12-22&country=AZE")
    page.mouse.move(*seen.middle(seen.crossed(page)))
    expect(page.locator("#tooltip")).to_contain_text(IMAGE)
    expect(page.locator("#tooltip")).to_contain_text('(<a href="javascript:globalThis.hacked = 6">reason</a>)')


def test_nothing_of_hostile_text_runs_or_becomes_an_element(opened: Callable[..., Page]) -> None:
    page = opened(HOSTILE, "event=test-image")
    expect(page.locator("#details h2")).to_have_text(IMAGE)
    assert page.evaluate("globalThis.hacked") is None
    made = "img[src=x], [onload], [onerror], [onmouseover], a[href^='javascript:'], blink, em, i:not(.bar), u, h1 h1, s"
    expect(page.locator("body").locator(made)).to_have_count(0)
    addresses = page.locator("#details a:not([href^='source/'])").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert set(addresses) == {"https://example.org/?a=1&b=%22%3E%3Cscript%3E"}


def test_a_problem_quotes_hostile_text_letter_by_letter(opened: Callable[..., Page]) -> None:
    told = opened(HOSTILE).locator("#problems li", has_text="is not a web address")
    expect(told).to_contain_text("`javascript:globalThis.hacked = 2`")


def test_a_line_separator_in_a_text_breaks_nothing(opened: Callable[..., Page]) -> None:
    expect(seen.entry(opened(HOSTILE), "test-lines").locator(".title")).to_have_text("Line separator and $$math$$")


@pytest.mark.parametrize("parameter", ["q", "country", "type", "event", "nothing"])
def test_a_hostile_address_is_shown_letter_by_letter(parameter: str, opened: Callable[..., Page]) -> None:
    page = opened(HOSTILE, f"{parameter}=%3Cimg%20src=x%20onerror=%22globalThis.hacked=9%22%3E")
    if parameter == "q":
        expect(page.get_by_role("searchbox")).to_have_value('<img src=x onerror="globalThis.hacked=9">')
    elif parameter == "nothing":
        expect(page.get_by_role("alert")).to_contain_text('There is no parameter "nothing".')
    else:
        expect(page.get_by_role("alert")).to_contain_text('"<img src=x onerror="globalThis.hacked=9">" is not')
    assert page.evaluate("globalThis.hacked") is None
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_text_that_turns_the_direction_of_writing_is_refused_before_it_is_shown() -> None:
    with redirect_stdout(StringIO()) as printed:
        code = main(["check", str(INVALID / "e104-direction.yaml")])
    assert code == 1
    assert "E104" in printed.getvalue()


def test_a_folder_without_events_is_a_page_that_says_so(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(tmp_path)
    expect(page.locator("#list")).to_contain_text("This collection has no events yet.")
    expect(page.locator("#empty")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("0 events")
    expect(page.locator("[data-country]")).to_have_count(0)
