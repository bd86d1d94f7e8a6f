"""The embed leaves its host alone: history, focus, scrolling, other frames; and it shows what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from app.web.snippets import SANDBOX
from tests.browser.conftest import Kind, PageOpener
from tests.browser.hosts import (
    Embedded,
    Hosts,
    embeds,
    filter_by,
    fits,
    keep_still,
    opened,
    shows_all,
    until,
)
from tests.browser.seen import READY
from tests.embedding import HOSTS, WRITTEN_FOR, shipped

WIDTHS = (280, 320, 400, 560, 700, 1000)


def test_it_adds_no_steps_to_the_way_back(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "plain")
    before = page.evaluate("history.length")
    for country in ("BLR", "ARM"):
        keep_still([one])
        filter_by(one, country)
    assert page.evaluate("history.length") == before


def test_it_takes_neither_focus_nor_scrolling(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "plain")
    until(page, fits(one), "it is as high as what is in it")
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("scrollY") == 0


TALL = '<p style="height: 3000px">The rest of the article.</p>'


def wheel_over(one: Embedded, by: int) -> None:
    box = one.frame.locator("#timeline").bounding_box()
    assert box
    one.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    one.page.mouse.wheel(0, by)


def scrolled(page: Page) -> Callable[[], bool]:
    return lambda: bool(page.evaluate("scrollY > 0"))


def test_the_wheel_is_the_hosts_until_the_drawing_is_clicked_and_again_after(
    hosts: Hosts, browser_page: PageOpener
) -> None:
    page = browser_page(hosts.framing("wheel", "?country=ARM", f"{hosts.script}{TALL}"), height=900, ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    heading = one.frame.locator("#heading")
    whole = heading.text_content() or ""

    wheel_over(one, 120)
    until(page, scrolled(page), "the host scrolls")
    expect(heading).to_have_text(whole)

    page.evaluate("scrollTo(0, 0)")
    one.frame.locator("#timeline").click(position={"x": 300, "y": 20})
    wheel_over(one, -120)
    expect(heading).not_to_have_text(whole)
    assert page.evaluate("scrollY") == 0

    closer = heading.text_content() or ""
    page.locator("p").click(position={"x": 20, "y": 20})
    page.evaluate("scrollTo(0, 0)")
    wheel_over(one, 120)
    until(page, scrolled(page), "the host scrolls again")
    expect(heading).to_have_text(closer)


def test_frames_on_one_page_do_not_touch_each_other(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (first, second, third) = opened(hosts, browser_page, "three")
    for one in (first, second, third):
        until(page, fits(one), "each is as high as what is in it")
    before = [second.shown(), third.shown(), second.height(), third.height()]
    filter_by(first, "ARM")
    until(page, fits(first), "it is as high as what is in it")
    assert [second.shown(), third.shown(), second.height(), third.height()] == before


def test_the_script_hears_only_the_frames_that_are_ours(hosts: Hosts, browser_page: PageOpener) -> None:
    message = "parent.postMessage({ type: 'sidelines:height', height: 5000 }, '*')"
    foreign = f'<iframe id="foreign" height="100" srcdoc="<script>{message}</script>"></iframe>'
    page = browser_page(hosts.framing("foreign", "?country=ARM", hosts.script + foreign), ready=False)
    one = Embedded(page, page.frames[1])
    one.frame.wait_for_selector(READY, state="attached")
    until(page, fits(one), "it is as high as what is in it")
    page.evaluate("postMessage({ type: 'sidelines:height', height: 4000 }, '*')")
    page.evaluate("() => new Promise((done) => setTimeout(done))")  # after the message, which stands before it
    assert page.locator("#foreign").evaluate("frame => frame.clientHeight") == 100
    assert one.height() < 4000


def test_borders_that_the_host_counts_into_its_frames_take_nothing_from_it(
    hosts: Hosts, browser_page: PageOpener
) -> None:
    bordered = "<style>* { box-sizing: border-box } iframe { border: 4px solid }</style>"
    page = browser_page(hosts.framing("bordered", "?country=ARM", bordered + hosts.script), ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    until(page, shows_all(one), "nothing scrolls inside")


def test_a_script_that_comes_late_asks_for_the_height(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(hosts.framing("late", "?country=ARM"), ready=False)
    (one,) = embeds(page)
    assert one.height() != one.wish()
    page.add_script_tag(url=f"{hosts.embed}/embed.js")
    until(page, fits(one), "it is as high as what is in it")


# --- what it shows


@pytest.mark.parametrize("controls", ["none", "chips", "full"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_its_frame(hosts: Hosts, shared_page: PageOpener, controls: str, width: int) -> None:
    query = f"?controls={controls}&country=AZE,RUS&event=cis-informal-summit-2025&window=2025-12-20/2025-12-24"
    page = shared_page(f"{hosts.embed}/embed{query}", width=width, height=900)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate(
        """(width) => [...document.querySelectorAll("body *")]
            .filter((node) => node.checkVisibility() && !node.closest(".chips, .unseen, .skip, #axis, #timeline"))
            .map((node) => [node.className || node.tagName, node.getBoundingClientRect().right])
            .filter(([, right]) => right > width + 0.5)""",
        width,
    )
    assert outside == []


def test_the_link_leads_to_what_is_shown_now(hosts: Hosts, browser_page: PageOpener) -> None:
    url = hosts.framing("link", "?controls=full&country=ARM&theme=dark")
    (one,) = embeds(browser_page(url, ready=False))
    link = one.frame.locator("#open")
    assert link.evaluate("link => link.href") == f"{hosts.embed}/?country=ARM"
    one.frame.locator('.kinds [data-type="summit"]').click()
    expect(link).to_have_attribute("href", f"{hosts.embed}/?country=ARM&type=summit")


@pytest.mark.parametrize(
    ("sandbox", "opened"),
    [
        (SANDBOX, "/?country=ARM"),
        (SANDBOX.replace(" allow-popups-to-escape-sandbox", ""), "/embed?controls=full&country=ARM"),
    ],
    ids=["as pasted", "the sandbox goes on in what it opens"],
)
def test_what_the_link_opens_works_there(hosts: Hosts, browser_page: PageOpener, sandbox: str, opened: str) -> None:
    frame = f'<iframe src="{hosts.embed}/embed?country=ARM" width="100%" height="900" sandbox="{sandbox}"></iframe>'
    page = browser_page(hosts.page("opening", f'<!doctype html><link rel="icon" href="data:,">{frame}'), ready=False)
    (one,) = embeds(page)
    with page.expect_popup() as popup:
        one.frame.locator("#open").click()
    popup.value.wait_for_selector(READY, state="attached")
    assert popup.value.url == f"{hosts.embed}{opened}"
    popup.value.close()


@pytest.mark.parametrize("query", ["?country=Atlantis", "?nonsense=1"])
def test_what_cannot_be_understood_is_said(hosts: Hosts, browser_page: PageOpener, query: str) -> None:
    (one,) = embeds(browser_page(hosts.framing("broken", query), ready=False))
    expect(one.frame.locator("#notices")).to_be_visible()
    assert one.marks() > 10


def test_a_fixed_height_is_kept_and_details_open_within_it(hosts: Hosts, browser_page: PageOpener) -> None:
    url = hosts.framing("fixed", "?country=ARM,AZE,RUS&height=520", hosts.script, height=300)
    page = browser_page(url, ready=False)
    (one,) = embeds(page)
    until(page, lambda: one.height() == 520, "the host gives it the height that the view asks for")
    one.frame.locator(".events > summary").click()
    one.frame.locator("#list [data-event]").first.click()
    sheet = one.frame.locator(".sheet")
    expect(sheet).to_be_in_viewport(ratio=1)
    assert one.height() == 520


@pytest.mark.parametrize(
    ("query", "system", "ground"),
    [
        ("", "light", "rgb(255, 255, 255)"),
        ("", "dark", "rgb(14, 20, 29)"),
        ("?theme=dark", "light", "rgb(14, 20, 29)"),
        ("?theme=light", "dark", "rgb(255, 255, 255)"),
    ],
)
def test_its_colours_are_the_readers_or_the_authors(
    hosts: Hosts, browser_page: PageOpener, query: str, system: Literal["light", "dark"], ground: str
) -> None:
    page = browser_page(f"{hosts.embed}/embed{query}", color_scheme=system)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_wordpress_is_told_the_height_and_the_links_that_it_may_follow(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "wordpress")
    expect(page.locator("blockquote")).to_be_hidden()
    until(page, fits(one, 1000), "it is as high as what is in it")
    one.frame.locator("#open").click()
    page.wait_for_url(f"{hosts.embed}/?country=ARM,AZE")


def test_without_scripts_it_is_a_list_of_the_views_events(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(f"{hosts.embed}/embed?country=AZE&status=absent", ready=False, kind=Kind(scripts=False))
    lines = page.locator("ol.plain li")
    expect(lines.first).to_be_visible()
    assert page.locator("#timeline:visible").count() == 0
    with_scripts = browser_page(f"{hosts.embed}/embed?country=AZE&status=absent")
    assert lines.count() == with_scripts.locator("#list [data-event]").count()


def test_a_report_on_a_disk_may_frame_it(hosts: Hosts, browser_page: PageOpener, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    source = next(host for host in HOSTS if host.stem == "report").read_text(encoding="utf-8")
    report.write_text(source.replace(WRITTEN_FOR, hosts.embed), encoding="utf-8")
    page = browser_page(report.as_uri(), ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    assert one.marks() > 10


def test_a_frozen_one_draws_the_same(hosts: Hosts, browser_page: PageOpener) -> None:
    frozen = browser_page(f"{hosts.embed}/embed/{shipped().content_hash[:12]}?country=ARM")
    live = browser_page(f"{hosts.embed}/embed?country=ARM")
    drawing = "document.querySelector('#graph').innerHTML"
    assert frozen.evaluate(drawing) == live.evaluate(drawing)
    assert "kept as it was" in str(frozen.locator(".footer").text_content())
    version = shipped().content_hash[:12]
    assert frozen.locator("#open").evaluate("link => link.href") == f"{hosts.embed}/?cited={version}&country=ARM"


def test_a_version_that_is_gone_says_so_in_its_host(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(hosts.framing("gone", "/0123456789ab?country=ARM"), ready=False)
    expect(page.frames[1].locator("body")).to_contain_text("is not kept here any more")
    browser_page.log.errors.clear()  # Chromium writes the 410 into the console
