"""Downloads as a browser saves them: from the page and from the file, the bytes that Python writes, for many views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.beside import select_shown
from app.export import FORMATS, Download, write
from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.view import format_view, parse_view
from app.vocabulary import vocabulary
from tests.browser import seen
from tests.browser.conftest import PageOpener
from tests.test_export import VIEWS

RUSSIAN = PROJECT_FOLDER / "tests" / "data" / "export" / "collection.yaml"
BESIDE = PROJECT_FOLDER / "tests" / "data" / "beside.yaml"
# Presses the button of each format, and keeps what it hands to the browser for saving.
SAVED = """async (formats) => {
    const made = [];
    const address = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob) => (made.push({ blob }), address.call(URL, blob));
    HTMLAnchorElement.prototype.click = function () { made[made.length - 1].name = this.download; };
    sidelines.sharing.open("view");
    formats.forEach((format) => document.querySelector(`#share [data-download="${format}"]`).click());
    document.querySelector('#share [data-close="share"]').click();
    URL.createObjectURL = address;
    HTMLAnchorElement.prototype.click = click;
    return Promise.all(made.map(async ({ blob, name }) => [name, blob.type, await blob.text()]));
}"""


def _written(timeline: Timeline, query: str) -> list[Download]:
    view, _ = parse_view(query, vocabulary(timeline))
    ids = select_shown(timeline, view)
    return [write(build_payload(timeline), ids, form, format_view(view)) for form in FORMATS]


@pytest.fixture(scope="module", params=["page", "file"])
def frame(
    request: pytest.FixtureRequest,
    served: Callable[..., str],
    exported: Callable[..., str],
    shared_page: PageOpener,
) -> Page:
    return shared_page(f"{served()}/" if request.param == "page" else exported())


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


@pytest.mark.parametrize("query", VIEWS)
def test_a_view_is_saved_byte_for_byte(query: str, frame: Page, timeline: Timeline) -> None:
    seen.go(frame, query)
    saved = frame.evaluate(SAVED, list(FORMATS))
    expected = _written(timeline, query)
    assert [(name, text) for name, _, text in saved] == [(each.name, each.text) for each in expected]
    assert [kind for _, kind, _ in saved] == [each.type for each in expected]


@pytest.mark.parametrize("query", ["lang=ru", "country=ARM&lang=ru", "lang=en"])
def test_a_view_in_a_language_is_saved_byte_for_byte(
    query: str, exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{exported(RUSSIAN)}#{query}")
    texts = [text for _, _, text in page.evaluate(SAVED, list(FORMATS))]
    small = load_timeline(RUSSIAN, root=PROJECT_FOLDER).timeline
    assert texts == [each.text for each in _written(small, query)]


@pytest.mark.parametrize("query", ["country=NOR&type=summit", "q=railway", "from=2020", "status=suspended"])
@pytest.mark.parametrize("where", ["page", "file"])
def test_claims_at_no_event_and_memberships_are_saved_byte_for_byte(
    where: str, query: str, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{served(BESIDE)}/?{query}" if where == "page" else f"{exported(BESIDE)}#{query}")
    texts = [text for _, _, text in page.evaluate(SAVED, list(FORMATS))]
    assert texts == [each.text for each in _written(load_timeline(BESIDE, root=PROJECT_FOLDER).timeline, query)]


def test_a_file_is_saved_under_its_name(frame: Page, timeline: Timeline, tmp_path: Path) -> None:
    seen.go(frame, "country=ARM")
    frame.locator("[data-share-open]").first.click()
    with frame.expect_download() as begun:
        frame.locator('#share [data-download="csv"]').click()
    begun.value.save_as(tmp_path / "saved")
    expected = next(each for each in _written(timeline, "country=ARM") if each.name.endswith(".csv"))
    assert begun.value.suggested_filename == expected.name
    assert (tmp_path / "saved").read_bytes().decode() == expected.text
    expect(frame.locator("#share-note")).to_contain_text(expected.name)
    frame.locator('#share [data-close="share"]').click()
