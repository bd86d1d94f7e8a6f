"""The watch that every browser test stands under: what a page says and asks for is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import PageOpener, stays_here

FAULTS = {
    "an error in the console": ("<script>console.error('broken')</script>", ["broken"]),
    "an exception that nobody catches": ("<script>throw new Error('thrown')</script>", ["uncaught: thrown"]),
    "a warning": ("<script>console.warn('careful')</script>", []),
}


@pytest.mark.parametrize(("markup", "errors"), FAULTS.values(), ids=FAULTS)
def test_what_a_page_says_is_heard(markup: str, errors: list[str], browser_page: PageOpener, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<!doctype html><title>a page</title>{markup}", encoding="utf-8")
    browser_page((tmp_path / "page.html").as_uri(), ready=False)
    assert browser_page.log.errors == errors
    browser_page.log.errors.clear()


def test_a_request_to_another_machine_is_heard(browser_page: PageOpener, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<!doctype html><img src="https://elsewhere.invalid/a.png">', encoding="utf-8")
    browser_page((tmp_path / "page.html").as_uri(), ready=False)
    assert browser_page.log.foreign_requests == ["https://elsewhere.invalid/a.png"]
    browser_page.log.requests.clear()
    browser_page.log.errors.clear()


@pytest.mark.parametrize(
    ("url", "stays"),
    [
        ("http://127.0.0.1:8050/_dash-layout", True),
        ("http://localhost:8050/", True),
        ("file:///tmp/page.html", True),
        ("data:image/png;base64,AAAA", True),
        ("blob:http://127.0.0.1:8050/1", True),
        ("https://cdn.plot.ly/plotly.min.js", False),
        ("http://127.0.0.1.example.org/", False),
        ("wss://example.org/", False),
    ],
)
def test_which_requests_stay_on_this_machine(url: str, stays: bool) -> None:
    assert stays_here(url) is stays
