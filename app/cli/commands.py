"""The commands, as a table: `--help`, the parser and docs/cli.md all read it.

In: the functions that do them. Out: `COMMANDS`.
"""

from __future__ import annotations

from app.cli import comparing, dates, events, exporting, importing
from app.cli.command import Argument, Command, Example, Takes

EVENTS = Argument(
    "events", "a folder of event files, or one file; without it, the events that come with Sidelines", "EVENTS"
)
VIEW = Argument("--view", "a view of the events: the page's address, or only what stands after the ? in it", "QUERY")

SERVE = Command(
    name="serve",
    summary="show the timeline in a browser",
    about=(
        "Serves the timeline until Ctrl-C. Event files with problems are shown as far as they are good. After a\n"
        "change to the files, load the page again: it shows what they say now."
    ),
    arguments=(
        EVENTS,
        Argument("--host", "the address to listen on; 0.0.0.0 lets others in", "HOST", default="127.0.0.1"),
        Argument("--port", "the port to listen on; 0 takes a free one", "PORT", takes=Takes.NUMBER, default=8050),
    ),
    examples=(
        Example("serve", "the shipped events, at http://127.0.0.1:8050"),
        Example("serve my-events --port 9000", "your own folder, on another port"),
    ),
    run=events.serve,
)

CHECK = Command(
    name="check",
    summary="say what is wrong in event files, and how to write it instead",
    about="Prints every problem with its file, line and column. Exit code 1 if there is an error.",
    arguments=(
        EVENTS,
        Argument(
            "--format",
            "for people, for programs, as annotations of GitHub Actions, or as SARIF 2.1.0",
            takes=Takes.CHOICE,
            choices=("text", "json", "github", "sarif"),
            default="text",
        ),
        Argument("--strict", "exit code 1 for warnings, too", takes=Takes.NOTHING),
    ),
    examples=(
        Example("check my-events", "every problem of a folder"),
        Example("check my-events/2025.yaml --strict --format github", "one file, in a GitHub workflow"),
    ),
    run=events.check,
)

LIST = Command(
    name="list",
    summary="print the events of a view, in time order",
    about="Prints the events that the page shows for the same query, in time order; undated ones come last.",
    arguments=(
        EVENTS,
        VIEW,
        Argument(
            "--format",
            "a table for people, bare ids, or everything that is known of each event",
            takes=Takes.CHOICE,
            choices=("table", "ids", "json"),
            default="table",
        ),
    ),
    examples=(
        Example("list --view 'country=ARM,AZE&match=all'", "the shipped events in which both states took part"),
        Example("list my-events --view 'type=summit&from=2020&to=2025' --format ids", "ids only, one on each line"),
    ),
    run=events.list_events,
)

EXPORT = Command(
    name="export",
    summary="write the timeline as one page, a picture, or data",
    about=(
        "How the name of the file ends says what is written. .html: one file with the same lanes, filters and list as\n"
        "the page; it needs no network and no server. .svg, .png, .pdf: a picture of the view (docs/images.md).\n"
        ".json, .csv, .yaml, .ics, .jsonld, .timelinejs.json, .bib: the events of the view as data, byte for byte\n"
        "what the page and the API give (docs/downloads.md)."
    ),
    arguments=(
        EVENTS,
        Argument("--output", "the file to write; an existing one is replaced", "FILE"),
        Argument(
            "--split",
            "instead of a file: a folder with the page and its files, for a web space; a page in it is replaced",
            "DIR",
        ),
        VIEW,
        Argument("--title", "page and pictures: the title over it, instead of the collection's", "TEXT"),
        Argument(
            "--theme",
            "page and pictures: the colours; without it as the view says",
            takes=Takes.CHOICE,
            choices=("system", "light", "dark"),
        ),
        Argument(
            "--layout",
            "page and pictures: one scale, or pieces of time at several scales side by side (from 640 px on)",
            takes=Takes.CHOICE,
            choices=("timeline", "report"),
        ),
        Argument("--only-selection", "page: only what the view shows, and what that leans on", takes=Takes.NOTHING),
        Argument("--frozen", "page: it says how it is cited, with version, content hash and view", takes=Takes.NOTHING),
        Argument("--no-controls", "page: nothing to filter or to zoom with, only to read", takes=Takes.NOTHING),
        Argument("--lang", "the language of titles and summaries, as `lang` in a view", "LANG"),
        Argument("--address", "page: where it will be found, for what other sites show of a link to it", "URL"),
        Argument("--width", "pictures: px (default: 1200)", "PX", takes=Takes.NUMBER),
        Argument("--height", "pictures: px at least; without it as high as what is in it", "PX", takes=Takes.NUMBER),
        Argument("--scale", ".png: pixels for each px (default: 2)", "N", takes=Takes.NUMBER),
        Argument("--card", "pictures: the picture for links to the page, 1200 x 630", takes=Takes.NOTHING),
    ),
    examples=(
        Example("export --output cis.html", "the shipped events"),
        Example("export my-events --output armenia.html --view 'country=ARM'", "your own, opening on one country"),
        Example("export --output summit.png --view 'window=2025-12-20/2025-12-23'", "a picture of some days"),
        Example("export --output report.pdf --layout report", "several scales side by side, for paper"),
        Example("export --output absent.csv --view 'status=absent'", "a table of who stayed away, with all others"),
    ),
    run=exporting.export,
)

IMPORT = Command(
    name="import",
    summary="make an event file of what Sidelines wrote",
    about=(
        "Reads an HTML file, a JSON or a CSV of ours, and prints its events as YAML. From HTML and JSON these are the\n"
        "same facts with the same content hash; a CSV has no room for claims, memberships, quotes, other languages."
    ),
    arguments=(
        Argument("file", "the file to read", "FILE"),
        Argument("--output", "the event file to write; an existing one is replaced. Without it: print", "FILE.yaml"),
    ),
    examples=(
        Example("import report.html > events.yaml", "what somebody sent you as a page"),
        Example("import selection.json --output selection.yaml", "a download"),
    ),
    run=importing.import_file,
)

CHANGES = Command(
    name="changes",
    summary="say what was added, changed and removed between two states",
    about=(
        "Compares two states of a collection by the ids of their entries. A state is a folder of event files, a\n"
        "file, or an HTML file or JSON of ours. An entry has changed where anything is said otherwise of it; where it\n"
        "stands does not count. Of a JSON that holds a part of its collection, only this part is compared. The exit\n"
        "code is 0, whether anything has changed or not."
    ),
    arguments=(
        Argument("old", "the earlier state", "OLD"),
        Argument("new", "the later state", "NEW"),
        Argument(
            "--view", "only what concerns this view: what it chooses in either state, and what that leans on", "QUERY"
        ),
        Argument(
            "--format", "for people, or for programs", takes=Takes.CHOICE, choices=("text", "json"), default="text"
        ),
    ),
    examples=(
        Example("changes report.html events", "what has changed since somebody sent you a page"),
        Example("changes last-year my-events --view 'country=ARM' --format json", "of one country, for a program"),
    ),
    run=comparing.compare_states,
)

DATE = Command(
    name="date",
    summary="say how a date phrase is read",
    about="Reads date phrases as event files do, and says what each means: its interval, precision and ground.",
    arguments=(
        Argument("phrase", "the phrases, each in quotation marks", "PHRASE", takes=Takes.SEVERAL),
        Argument("--dateline", "the day that the text speaks from: for Monday, this year", "YYYY-MM-DD"),
        Argument("--lang", "the languages of the phrases, ISO 639-1, separated by commas", "LANG", default="en"),
        Argument(
            "--order",
            "how to read 04/05/2022; without it such dates are refused",
            takes=Takes.CHOICE,
            choices=("DMY", "MDY", "YMD"),
        ),
        Argument("--timezone", "the zone of times that name none, IANA name", "ZONE"),
        Argument("--json", "one JSON object for each phrase", takes=Takes.NOTHING),
        Argument(
            "--batch", "read from standard input: a JSON object on each line, answered by one", takes=Takes.NOTHING
        ),
    ),
    examples=(
        Example("date '21–22 December 2025' 'since 2022'", "two phrases"),
        Example("date Monday --dateline 2025-12-23", "the latest Monday on or before that day"),
        Example("date '22 декабря 2025 г.' --lang ru --json", "in Russian, for a program"),
    ),
    run=dates.date,
)

SCHEMA = Command(
    name="schema",
    summary="print the JSON Schema of event files",
    about="Prints the JSON Schema of event files, for editors that complete and check while you type.",
    arguments=(),
    examples=(Example("schema > event.schema.json", "to a file that your editor can be pointed at"),),
    run=events.schema,
)

COMMANDS = (SERVE, CHECK, LIST, EXPORT, IMPORT, CHANGES, DATE, SCHEMA)
