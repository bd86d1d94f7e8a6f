"""Loads mutated and random event files, one after the other, and prints what went wrong as JSON lines.

`python -m tests.fuzz_load COUNT SEED FOLDER` writes each file into FOLDER and loads it there. Nothing printed and
exit code 0 mean: no crash, no exception, no hang, every problem whole, every reference kept. The last line is the
peak of memory.
"""

from __future__ import annotations

import json
import random
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from app.errors import PROBLEM_CODES
from app.load import Loaded, load_timeline
from app.model import Citation, Event
from app.paths import EVENTS_FOLDER
from app.report import ReportForm, format_problems
from app.schema import CLAIM, DATE, EVENT, FILE, PERSON, SOURCE, Choice, Date, Many, Nested, Record, Reference
from app.source import Mapping, Sequence, read_bytes

CPU_LIMIT_S = 1.0  # of one file: of our own time, so that a busy machine changes nothing
DATA = Path(__file__).parent / "data"
HOSTILE = (
    "null", "~", "", "[]", "{}", "[[[[", "}}", "- - -", "? a", ": b", "&a", "*a", "!!binary x", "!x", "|", ">", "'",
    '"', "\t", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\ud800", "\xe9", "\u65e5\u672c", "NO", "on",
    "0x1F", "1e999", "-0", "NaN", "99999999999999999999", "2025-02-30", "9999-12-31", "0001-01-01",
    "two days later", "Monday", "unknown", "../..", "2025/2024", "since since 2022", "{text: x, after: x}",
    "{en: x, en: y}", "<<: *a", "---", "...", "%YAML 9.9", "#", "javascript:alert(1)", "../../etc/passwd", "CON",
    "a" * 3000, "1 1 1 " * 60, "[" * 200, "{a: " * 60, "\\", "\r", "\n",
)  # fmt: skip
_IDS = (*"abcdefgh", "Russia", "ARM", "SUN", "cis-mda")
_ENTRIES = (*EVENT.fields, *SOURCE.fields, *PERSON.fields, *CLAIM.fields)
_EXAMPLE_IDS = {field.example for field in _ENTRIES if field.name == "id"}
_DATES = ("2025-12-22", "1991", "1991/..", "1993/2009", "2025-12", "unknown", "Monday", "two days later", "../1995")


class HangError(Exception):
    """A file took more processor time than it may."""


def _peak_mb() -> int:
    """The most memory that this process itself has held. What getrusage says begins with the size of its parent."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def main(count: int, seed: int, folder: Path) -> int:
    """0 when nothing was found in `count` files made from `seed`, else 1."""
    signal.signal(signal.SIGPROF, _hang)
    choose = random.Random(seed)
    seeds = [path.read_bytes() for path in _seed_files()]
    found = 0
    for number in range(count):
        data = choose.choice(_MAKERS)(choose, seeds)
        path = folder / f"{number % 8}.yaml"
        path.write_bytes(data)
        for complaint in _complaints(path):
            found += 1
            _say({"seed": seed, "number": number, "complaint": complaint, "file": repr(data[:2000])})
    _say({"peak_mb": _peak_mb()})
    return 1 if found else 0


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def _seed_files() -> Iterator[Path]:
    yield from sorted((DATA / "valid").rglob("*.y*ml"))
    yield from sorted((DATA / "invalid").rglob("*.y*ml"))
    yield from sorted(EVENTS_FOLDER.rglob("*.yaml"), key=lambda path: path.stat().st_size)[:2]


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise HangError(f"more than {CPU_LIMIT_S} s")


def _complaints(path: Path) -> Iterator[str]:
    signal.setitimer(signal.ITIMER_PROF, CPU_LIMIT_S)
    try:
        loaded = load_timeline(path, root=path.parent)
    except Exception as error:  # noqa: BLE001 - any is one too many
        yield f"{type(error).__name__}: {error}"
        return
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    yield from _broken_problems(loaded, path.name)
    yield from _silently_lost(loaded, path)
    yield from _broken_references(loaded)


def _broken_problems(loaded: Loaded, name: str) -> Iterator[str]:
    if list(loaded.problems) != sorted(set(loaded.problems)):
        yield "unsorted"
    for form in ReportForm:
        format_problems(loaded.problems, form).encode("utf-8")
    for problem in loaded.problems:
        place = problem.position
        if place.file != name or place.line < 1 or place.column < 1:
            yield f"no place: {problem}"
        if problem.code not in PROBLEM_CODES:
            yield f"no code: {problem}"
        for sentence in (problem.what, problem.fix):
            if not sentence.endswith(".") or "\n" in sentence or len(sentence) > 1000:
                yield f"no sentence: {problem}"


def _silently_lost(loaded: Loaded, path: Path) -> Iterator[str]:
    """Entries of a file without any problem that are not in the timeline."""
    if loaded.problems:
        return
    root = read_bytes(path.read_bytes(), path.name).root
    written = {key.text: value for key, value in root.items} if isinstance(root, Mapping) else {}
    timeline = loaded.timeline
    read = {"events": timeline.events, "sources": timeline.sources, "memberships": timeline.memberships}
    for section, entries in {**read, "claims": timeline.claims}.items():
        node = written.get(section)
        if len(node.items if isinstance(node, Sequence) else ()) != len(entries):
            yield f"lost without a problem: {section}"


def _broken_references(loaded: Loaded) -> Iterator[str]:
    timeline = loaded.timeline
    for event in timeline.events.values():
        actors = [part.actor for part in event.participants] + [
            part.person for part in event.participants if part.person
        ]
        yield from (f"no actor {actor}" for actor in (*actors, *event.mentions) if actor not in timeline.actors)
        linked = [relation.event for relation in event.relations] + ([event.part_of] if event.part_of else [])
        yield from (f"no event {each}" for each in linked if each not in timeline.events)
        yield from (f"no source {each.source}" for each in _citations(event) if each.source not in timeline.sources)
    for membership in timeline.memberships:
        pair = (membership.actor, membership.organisation)
        yield from (f"no actor {each}" for each in pair if each not in timeline.actors)
    for claim in timeline.claims:
        yield from (f"no actor {each}" for each in (claim.speaker, *claim.parties) if each not in timeline.actors)
        if claim.said_at and claim.said_at not in timeline.events:
            yield f"no event {claim.said_at}"


def _citations(event: Event) -> list[Citation]:
    return [*event.citations, *(citation for part in event.participants for citation in part.citations)]


def _mutated(choose: random.Random, seeds: list[bytes]) -> bytes:
    """A seed file after a few changes of its lines and bytes."""
    data = choose.choice(seeds)
    for _ in range(choose.choice((1, 1, 1, 2, 3, 6))):
        data = choose.choice(_CHANGES)(choose, data, seeds)
    return data[:200_000]


def _random_bytes(choose: random.Random, _seeds: list[bytes]) -> bytes:
    return choose.randbytes(choose.randint(0, 400))


def _random_text(choose: random.Random, _seeds: list[bytes]) -> bytes:
    letters = "abc:-[]{}#&*!|>'\"%@`,? \n\n\t  09é日"
    return "".join(choose.choice(letters) for _ in range(choose.randint(0, 600))).encode()


def _random_record(choose: random.Random, _seeds: list[bytes]) -> bytes:
    """A file that uses the right fields for all kinds of wrong values."""
    lines = ["schema: sidelines/1"]
    for field in choose.sample(FILE.fields[1:], choose.randint(3, 10)):
        kind = field.kind.of if isinstance(field.kind, Many) else field.kind
        if isinstance(field.kind, Many) and isinstance(kind, Nested):
            items = "\n".join(f"  - {_flow(choose, kind.record, 3)}" for _ in range(choose.randint(1, 4)))
            lines.append(f"{field.name}:\n{items}")
        else:
            lines.append(f"{field.name}: {_value(choose, field.kind, field.example, 3)}")
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _flow(choose: random.Random, record: Record, depth: int) -> str:
    fields = [field for field in record.fields if field.required or choose.random() < 0.4]
    pairs = (f"{field.name}: {_value(choose, field.kind, field.example, depth)}" for field in fields)
    return "{" + ", ".join(pairs) + "}"


def _value(choose: random.Random, kind: object, example: str, depth: int) -> str:
    roll = choose.random()
    if roll < 0.03:
        return choose.choice(HOSTILE) if roll < 0.002 else json.dumps(choose.choice(HOSTILE))
    if isinstance(kind, Many):
        items = (_value(choose, kind.of, example.strip("[]"), depth) for _ in range(choose.randint(0, 3)))
        return f"[{', '.join(items)}]"
    inner = kind.record if isinstance(kind, Nested) else DATE if isinstance(kind, Date) and roll < 0.3 else None
    if depth and (inner or roll < 0.09):
        return _flow(choose, inner or EVENT, depth - 1)
    return choose.choice(_words_for(kind, example))


def _words_for(kind: object, example: str) -> tuple[str, ...]:
    if isinstance(kind, Choice):
        return kind.values
    if isinstance(kind, Reference) or example in _EXAMPLE_IDS:
        return _IDS
    return _DATES if isinstance(kind, Date) else (example or "x", "x")


def _flip(choose: random.Random, data: bytes, _seeds: list[bytes]) -> bytes:
    at = choose.randrange(len(data) + 1)
    byte = choose.randrange(256) if choose.random() < 0.2 else choose.randrange(32, 127)
    return data[:at] + bytes([byte]) + data[at + choose.randint(0, 2) :]


def _insert(choose: random.Random, data: bytes, _seeds: list[bytes]) -> bytes:
    at = choose.randrange(len(data) + 1)
    return data[:at] + choose.choice(HOSTILE).encode("utf-8", "surrogatepass") + data[at:]


def _cut(choose: random.Random, data: bytes, _seeds: list[bytes]) -> bytes:
    start = choose.randrange(len(data) + 1)
    return data[:start] + data[start + choose.randint(0, 80) :] if choose.random() < 0.8 else data[:start]


def _replace_value(choose: random.Random, data: bytes, _seeds: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    places = [number for number, line in enumerate(lines) if b": " in line]
    if places:
        number = choose.choice(places)
        hostile = choose.choice(HOSTILE).encode("utf-8", "surrogatepass")
        lines[number] = lines[number].partition(b": ")[0] + b": " + hostile
    return b"\n".join(lines)


def _move_lines(choose: random.Random, data: bytes, seeds: list[bytes]) -> bytes:
    lines, others = data.split(b"\n"), choose.choice(seeds).split(b"\n")
    start, at = choose.randrange(len(others)), choose.randrange(len(lines) + 1)
    return b"\n".join([*lines[:at], *others[start : start + choose.randint(1, 8)], *lines[at:]])


def _indent(choose: random.Random, data: bytes, _seeds: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    number = choose.randrange(len(lines))
    lines[number] = choose.choice((b" ", b"  ", b"\t", b"- ")) + lines[number]
    return b"\n".join(lines)


_CHANGES = (_flip, _insert, _cut, _replace_value, _replace_value, _move_lines, _indent)
_MAKERS: tuple[Callable[[random.Random, list[bytes]], bytes], ...] = (
    *[_mutated] * 7, *[_random_record] * 7, _random_text, _random_bytes,
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
