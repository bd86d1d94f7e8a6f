"""`export` to data: the name says the format, the bytes are those of the other ways, the view chooses."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.command import Exit
from app.export import FORMATS, write
from app.load import load_timeline
from app.payload import build_payload
from tests.cli.conftest import Run


@pytest.mark.parametrize("form", FORMATS)
def test_the_name_says_what_is_written(form: str, run: Run, tmp_path: Path) -> None:
    said = run("export", "good.yaml", "--output", f"events.{form}", "--view", "country=Armenia&theme=dark")
    timeline = load_timeline(tmp_path / "good.yaml", root=tmp_path).timeline
    assert (said.code, said.out, said.err) == (Exit.FINE, "", f"wrote events.{form}\n")
    assert (tmp_path / f"events.{form}").read_bytes().decode() == (
        write(build_payload(timeline), ["second"], form, "country=ARM").text
    )


@pytest.mark.parametrize(("name", "begins"), [("a.yml", b"# "), ("A.CSV", b"event_id,"), ("a.htm", b"<!doctype")])
def test_other_spellings_of_an_ending_are_understood(name: str, begins: bytes, run: Run, tmp_path: Path) -> None:
    assert run("export", "good.yaml", "--output", name).code == Exit.FINE
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["events.xlsx", "events", "csv"])
def test_an_ending_that_says_nothing_is_wrong_use(name: str, run: Run, tmp_path: Path) -> None:
    said = run("export", "good.yaml", "--output", name)
    assert (said.code, said.out) == (Exit.WRONG_USE, "")
    assert ".html, .json, .csv, .yaml, .ics, .jsonld, .timelinejs.json, .bib" in said.err.splitlines()[-1]
    assert not (tmp_path / name).exists()


def test_a_view_that_is_not_understood_is_told_and_the_rest_written(run: Run, tmp_path: Path) -> None:
    said = run("export", "good.yaml", "--output", "a.csv", "--view", "contry=ARM&type=visit")
    assert said.code == Exit.PROBLEMS
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").count("\n") == 2
