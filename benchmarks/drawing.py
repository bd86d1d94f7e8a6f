"""What drawing costs in a real browser: first sight, a change of the filter, zooming; beside plain Plotly, in one run.

10,000 made-up events as our file, and as Plotly writes them when each event is a marker of a scatter; besides, the
3,264 state visits where their table is at hand. In: nothing. Out: a table; milliseconds, medians, best read as ratios.

Then files of 1,000 and 10,000 events as on a phone: 390 px wide, a quarter of the processor.

`JS` is the script's own work, `frame` the time to the next painted frame, `core` the part of ours that computes the
screen. `nodes` is the most elements that the drawing had in the document at any step.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from plotly import graph_objects

from app.load import load_timeline
from app.model import Timeline
from app.paths import VENDOR_FOLDER
from app.rows import rows
from app.web.static import static_page
from benchmarks.rooms import write_events
from benchmarks.visits import CSV_FILE, read_visits, write_collection
from tests.browser.chromium import ARGUMENTS, find_chromium

COUNT = 10_000
PHONE_COUNTS = (1_000, 10_000)
ROUNDS = 3
# How much of the whole is on the screen, from everything down to a few days of thirty years.
SHARES = (1, 0.5, 0.25, 0.1, 0.04, 0.015, 0.005, 0.001)
TARGET_JS_MS = 50
TARGET_NODES = 2_000

# Notes when what is looked for is first in the document at the start of a frame; the frame then shows it.
WATCH = """(() => {
    const plain = ".plain .scatterlayer .point";
    const looked = { sight: `#graph svg, ${plain}`, drawn: `html[data-ready=true], ${plain}` };
    globalThis.firsts = {};
    const look = () => {
        for (const [name, what] of Object.entries(looked)) {
            if (!(name in firsts) && document.querySelector(what)) firsts[name] = performance.now();
        }
        if (!("drawn" in firsts)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""

# Runs steps one after another: [{js, frame, nodes}], each in ms, and the elements of the drawing.
RUN = """async ([name, steps]) => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const out = [];
    for (const step of steps) {
        const begun = performance.now();
        subject[name](step);
        const js = performance.now() - begun;
        await frames();
        const nodes = document.querySelectorAll("#graph svg *, .plain .main-svg *").length;
        out.push({ js, frame: performance.now() - begun, nodes });
    }
    return out;
}"""

OURS = """globalThis.subject = {
    filter: (country) => sidelines.page.go({ country: country ? [country] : [] }),
    core: (country) => {
        const { model } = sidelines.page;
        const port = { width: sidelines.page.screen.figure.layout.width, room: 430, scheme: "light" };
        sidelines.screen.build(model, country ? `country=${country}` : "", port);
    },
    zoom: (share) => {
        const [from, to] = sidelines.page.screen.whole;
        const middle = from + (to - from) * 0.6;
        sidelines.page.preview([middle - (to - from) * share / 2, middle + (to - from) * share / 2]);
    },
}"""

PLAIN = """(() => {
    const graph = document.querySelector(".js-plotly-plot");
    const whole = graph.layout.xaxis.range.map((at) => new Date(at).getTime());
    globalThis.subject = {
        filter: (country) => {
            Plotly.restyle(graph, { visible: graph.data.map((one) => !country || one.name === country) });
        },
        zoom: (share) => {
            const middle = whole[0] + (whole[1] - whole[0]) * 0.6;
            const half = (whole[1] - whole[0]) * share / 2;
            Plotly.relayout(graph, { "xaxis.range": [new Date(middle - half), new Date(middle + half)] });
        },
    };
})()"""


@dataclass(frozen=True)
class Device:
    """What a page is opened on: the size of its screen in px, and what part of this processor it has."""

    width: int
    height: int
    slower: int = 1


DESK, PHONE = Device(1440, 900), Device(390, 844, slower=4)


@dataclass(frozen=True)
class Subject:
    """A page to be measured: its file, the script that makes it answer, the countries that are chosen in turn."""

    name: str
    file: Path
    script: str
    countries: tuple[str, ...]
    has_core: bool = True


@dataclass(frozen=True)
class Cost:
    """Medians in ms, and the most elements."""

    js: float
    frame: float
    nodes: int


def _ours(name: str, timeline: Timeline, folder: Path) -> Subject:
    file = folder / f"{name.replace(' ', '-')}.html"
    file.write_text(static_page(timeline, ()), encoding="utf-8")
    countries = sorted({part.country for row in rows(timeline) for part in row.participants if part.country})
    return Subject(name, file, OURS, tuple(countries[:: max(1, len(countries) // 6)]))


def _plain(name: str, timeline: Timeline, folder: Path, script: Path | None) -> Subject:
    """The same events as Plotly draws them: a trace for each country, a marker for each participation."""
    points: dict[str, list[tuple[str, str]]] = {}
    for event in timeline.events.values():
        for part in event.participants:
            points.setdefault(part.actor, []).append((event.date.edtf if event.date else "", event.title.best()))
    traces = [
        graph_objects.Scatter(
            name=country,
            mode="markers",
            x=[day for day, _ in held],
            y=[country] * len(held),
            text=[title for _, title in held],
        )
        for country, held in sorted(points.items())
    ]
    days = sorted(day for held in points.values() for day, _ in held)
    figure = graph_objects.Figure(traces, {"xaxis": {"range": [days[0], days[-1]]}})
    file = folder / f"{name.replace(' ', '-')}.html"
    figure.write_html(file, include_plotlyjs=script.as_uri() if script else True, div_id="graph-plain")
    text = file.read_text(encoding="utf-8").replace("<body>", '<body class="plain">')
    file.write_text(text, encoding="utf-8")
    return Subject(name, file, PLAIN, tuple(points), has_core=False)


def _made_up(folder: Path, count: int) -> Timeline:
    events = folder / f"events-{count}"
    events.mkdir(exist_ok=True)
    write_events(events, count)
    return load_timeline(events).timeline


def _subjects(folder: Path) -> Iterator[Subject]:
    made_up = _made_up(folder, COUNT)
    basic = VENDOR_FOLDER / "plotly-basic.min.js"
    yield _ours(f"{COUNT:,} events", made_up, folder)
    yield _plain("the same, plain Plotly", made_up, folder, None)
    if basic.is_file():
        yield _plain("the same, small Plotly", made_up, folder, basic)
    if CSV_FILE.is_file():
        visits = folder / "visits"
        write_collection(read_visits(CSV_FILE.read_text(encoding="utf-8-sig")), visits)
        yield _ours("3,264 visits", load_timeline(visits).timeline, folder)


def _run(page: Page, name: str, steps: Sequence[object]) -> Cost:
    found = page.evaluate(RUN, [name, [*steps]])
    return Cost(
        median(step["js"] for step in found),
        median(step["frame"] for step in found),
        max(step["nodes"] for step in found),
    )


def measure(browser: Browser, subject: Subject) -> list[str]:
    """The cells of a subject's row."""
    firsts = [_first(browser, subject) for _ in range(ROUNDS)]
    with _opened(browser, subject) as page:
        page.evaluate(subject.script)
        choices = [choice for country in subject.countries for choice in (country, "")]
        _run(page, "filter", choices[:2])  # the first of each kind also warms the engine up
        chosen = _run(page, "filter", choices)
        core = _run(page, "core", choices).js if subject.has_core else None
        zoomed = _run(page, "zoom", [*SHARES, *reversed(SHARES)])
    return [
        f"{subject.file.stat().st_size / 1e6:.1f}",
        f"{median(sight for sight, _ in firsts):.0f}",
        f"{median(drawn for _, drawn in firsts):.0f}",
        "" if core is None else f"{core:.0f}",
        f"{chosen.js:.0f}",
        f"{chosen.frame:.0f}",
        f"{zoomed.js:.0f}",
        f"{zoomed.frame:.0f}",
        f"{max(chosen.nodes, zoomed.nodes):,}",
    ]


def measure_on_a_phone(browser: Browser, subject: Subject) -> list[str]:
    """The cells of a subject's row: the first drawing, and a country that is chosen and let go again."""
    firsts = [_first(browser, subject, PHONE) for _ in range(ROUNDS)]
    with _opened(browser, subject, PHONE) as page:
        page.evaluate(subject.script)
        chosen = _run(page, "filter", [choice for country in subject.countries for choice in (country, "")])
    sight, drawn = (median(moments) for moments in zip(*firsts, strict=True))
    size = f"{subject.file.stat().st_size / 1e6:.1f}"
    return [size, f"{sight:.0f}", f"{drawn:.0f}", f"{chosen.js:.0f}", f"{chosen.frame:.0f}", f"{chosen.nodes:,}"]


def _first(browser: Browser, subject: Subject, device: Device = DESK) -> tuple[float, float]:
    """When the page first shows the events, and when it is drawn and answers; ms from the start of the navigation."""
    with _opened(browser, subject, device) as page:
        return page.evaluate("firsts.sight"), page.evaluate("firsts.drawn")


@contextmanager
def _opened(browser: Browser, subject: Subject, device: Device = DESK) -> Iterator[Page]:
    """The page in a profile of its own, once it is drawn."""
    screen: ViewportSize = {"width": device.width, "height": device.height}
    profile = browser.new_context(viewport=screen, reduced_motion="reduce")
    page = profile.new_page()
    profile.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": device.slower})
    page.add_init_script(WATCH)
    page.goto(subject.file.as_uri(), timeout=120_000)
    page.wait_for_function("'drawn' in firsts", timeout=120_000)
    yield page
    profile.close()


PHONE_HEADINGS = ("", "MB", "sight", "drawn", "filter JS", "frame", "nodes")
HEADINGS = ("", "MB", "sight", "drawn", "core", "filter JS", "frame", "zoom JS", "frame", "nodes")


def main() -> None:
    """Prints the table."""
    path = find_chromium()
    if path is None:
        print("No Chromium is at hand: `make test` brings one.")
        return
    line = "{:<24}" + "{:>11}" * (len(HEADINGS) - 1)
    print(f"median ms; targets: core at most {TARGET_JS_MS} ms, nodes at most about {TARGET_NODES:,}")
    print(line.format(*HEADINGS))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for subject in _subjects(Path(folder)):
            print(line.format(subject.name, *measure(browser, subject)), flush=True)
        narrow = "{:<24}" + "{:>11}" * (len(PHONE_HEADINGS) - 1)
        print(f"\non a phone: {PHONE.width} px, a quarter of the processor")
        print(narrow.format(*PHONE_HEADINGS))
        for count in PHONE_COUNTS:
            subject = _ours(f"{count:,} events, phone", _made_up(Path(folder), count), Path(folder))
            print(narrow.format(subject.name, *measure_on_a_phone(browser, subject)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
