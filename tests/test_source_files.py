"""Which files of a folder are read: the names, the links, the files that cannot be opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.errors import Problem
from app.source import EventFile, find_files, read_file
from app.source.text import MAX_BYTES

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n", encoding="utf-8")


def _found(folder: Path) -> list[str]:
    return [file.relative for file in find_files(folder)[0]]


def _codes(problems: tuple[Problem, ...], folder: Path) -> list[tuple[str, str]]:
    return [(problem.code, Path(problem.position.file).relative_to(folder).as_posix()) for problem in problems]


class TestNames:
    def test_yaml_files_of_all_folders_in_the_order_of_their_names(self, tmp_path: Path) -> None:
        _write(tmp_path, "b.yaml", "a/z.yml", "a/b/c.YAML", "A.yaml", "a.yaml", "ü.yaml")
        files, problems = find_files(tmp_path)
        assert [file.relative for file in files] == [
            "A.yaml",
            "a.yaml",
            "a/b/c.YAML",
            "a/z.yml",
            "b.yaml",
            "ü.yaml",
        ]
        assert [file.name for file in files] == [(tmp_path / file.relative).as_posix() for file in files]
        assert problems == ()

    @pytest.mark.parametrize(
        "name",
        [
            ".hidden.yaml",
            ".hidden/a.yaml",
            "a.yaml~",
            ".a.yaml.swp",
            "a.yaml.bak",
            "#a.yaml#",
            ".#a.yaml",
            "~$a.yaml",
            "a.txt",
            "yaml",
            ".yaml",
        ],
    )
    def test_what_is_hidden_or_left_by_an_editor_is_ignored(self, tmp_path: Path, name: str) -> None:
        _write(tmp_path, name, "kept.yaml")
        assert _found(tmp_path) == ["kept.yaml"]
        assert find_files(tmp_path)[1] == ()

    def test_a_folder_named_like_a_file_is_a_folder(self, tmp_path: Path) -> None:
        _write(tmp_path, "2025.yaml/a.yaml")
        assert _found(tmp_path) == ["2025.yaml/a.yaml"]

    def test_a_file_is_taken_whatever_its_name(self, tmp_path: Path) -> None:
        _write(tmp_path, ".events.txt")
        [file], problems = find_files(tmp_path / ".events.txt")
        assert (file.relative, problems) == (".events.txt", ())
        assert read_file(file).root is not None

    def test_a_hundred_folders_deep(self, tmp_path: Path) -> None:
        _write(tmp_path, "/".join(["d"] * 100) + "/a.yaml")
        assert len(_found(tmp_path)) == 1

    def test_thousands_of_files(self, tmp_path: Path) -> None:
        _write(tmp_path, *(f"{number:04}.yaml" for number in range(2_000)))
        assert _found(tmp_path) == [f"{number:04}.yaml" for number in range(2_000)]

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
    def test_a_name_that_cannot_be_shown_is_escaped(self, tmp_path: Path) -> None:
        _write(tmp_path, os.fsdecode(b"caf\xe9.yaml"), "a\x1b[2J.yaml")
        assert _found(tmp_path) == ["a\\x1b[2J.yaml", "caf\\udce9.yaml"]
        assert all(read_file(file).root for file in find_files(tmp_path)[0])

    @pytest.mark.parametrize("name", ["nowhere", "no\0where", "x" * 5_000], ids=["missing", "null", "too long"])
    def test_a_path_that_is_none(self, tmp_path: Path, name: str) -> None:
        files, [problem] = find_files(tmp_path / name)
        assert (files, problem.code) == ((), "E116")

    def test_an_empty_folder_has_no_files_and_no_problems(self, tmp_path: Path) -> None:
        assert find_files(tmp_path) == ((), ())


class TestLinks:
    def test_a_folder_may_be_given_by_a_link(self, tmp_path: Path) -> None:
        _write(tmp_path, "real/a.yaml")
        (tmp_path / "link").symlink_to(tmp_path / "real")
        assert _found(tmp_path / "link") == ["a.yaml"]

    def test_a_link_out_of_the_folder_is_not_followed(self, tmp_path: Path) -> None:
        _write(tmp_path, "secret.yaml", "events/a.yaml")
        (tmp_path / "events" / "b.yaml").symlink_to(tmp_path / "secret.yaml")
        (tmp_path / "events" / "c.yaml").symlink_to("/etc/passwd")
        files, problems = find_files(tmp_path / "events")
        assert [file.relative for file in files] == ["a.yaml"]
        assert _codes(problems, tmp_path / "events") == [("E117", "b.yaml"), ("E117", "c.yaml")]

    def test_a_folder_with_the_same_beginning_is_another_folder(self, tmp_path: Path) -> None:
        _write(tmp_path, "events/a.yaml", "events-old/b.yaml")
        (tmp_path / "events" / "b.yaml").symlink_to(tmp_path / "events-old" / "b.yaml")
        assert _found(tmp_path / "events") == ["a.yaml"]

    def test_a_link_that_leads_nowhere_or_to_itself(self, tmp_path: Path) -> None:
        _write(tmp_path, "a.yaml")
        (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "missing.yaml")
        (tmp_path / "self.yaml").symlink_to(tmp_path / "self.yaml")
        files, problems = find_files(tmp_path)
        assert [file.relative for file in files] == ["a.yaml"]
        assert _codes(problems, tmp_path) == [("E117", "nowhere.yaml"), ("E117", "self.yaml")]

    def test_a_loop_of_folders_ends(self, tmp_path: Path) -> None:
        _write(tmp_path, "sub/a.yaml")
        (tmp_path / "sub" / "up").symlink_to(tmp_path)
        files, problems = find_files(tmp_path)
        assert [file.relative for file in files] == ["sub/a.yaml"]
        assert _codes(problems, tmp_path) == [("E117", "sub/up")]

    @pytest.mark.parametrize("kind", ["symbolic", "hard"])
    def test_the_same_file_is_read_once(self, tmp_path: Path, kind: str) -> None:
        _write(tmp_path, "m.yaml")
        if kind == "symbolic":
            (tmp_path / "a.yaml").symlink_to(tmp_path / "m.yaml")
        else:
            (tmp_path / "z.yaml").hardlink_to(tmp_path / "m.yaml")
        files, problems = find_files(tmp_path)
        assert [file.relative for file in files] == ["m.yaml"]
        assert _codes(problems, tmp_path) == [("W107", "a.yaml" if kind == "symbolic" else "z.yaml")]

    def test_a_link_to_a_hidden_file_of_the_folder_is_read(self, tmp_path: Path) -> None:
        """As Kubernetes mounts a ConfigMap."""
        _write(tmp_path, "..2025/a.yaml")
        (tmp_path / "..data").symlink_to("..2025")
        (tmp_path / "a.yaml").symlink_to("..data/a.yaml")
        assert _found(tmp_path) == ["a.yaml"]
        assert find_files(tmp_path)[1] == ()


class TestReading:
    def test_a_file_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(b"a: *x\n")
        [file], _ = find_files(tmp_path)
        [problem] = read_file(file).problems
        assert str(problem.position) == f"{(tmp_path / 'a.yaml').as_posix()}:1:4"

    def test_a_file_that_vanished(self, tmp_path: Path) -> None:
        [problem] = read_file(EventFile("a.yaml", "a.yaml", tmp_path / "a.yaml")).problems
        assert (problem.code, problem.position.file) == ("E116", "a.yaml")

    def test_a_large_file_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "a.yaml").open("wb") as stream:
            stream.truncate(MAX_BYTES * 1_000)
        [file], _ = find_files(tmp_path)
        [problem] = read_file(file).problems
        assert problem.code == "E102"
        assert "5,000,000,000" in problem.what  # as the system says, without opening it

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
    def test_a_pipe_is_never_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.yaml")
        [file], _ = find_files(tmp_path)
        [problem] = read_file(file).problems
        assert problem.code == "E116"

    @pytest.mark.skipif(AS_ROOT, reason="root may read everything")
    def test_what_may_not_be_read(self, tmp_path: Path) -> None:
        _write(tmp_path, "a.yaml", "closed/b.yaml")
        (tmp_path / "a.yaml").chmod(0)
        (tmp_path / "closed").chmod(0)
        files, problems = find_files(tmp_path)
        assert _codes(problems, tmp_path) == [("E116", "closed")]
        assert [problem.code for file in files for problem in read_file(file).problems] == ["E116"]
        (tmp_path / "closed").chmod(0o700)

    def test_what_the_system_refuses_is_a_problem(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        _write(tmp_path, "a.yaml")
        [file], _ = find_files(tmp_path)

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        monkeypatch.setattr(os, "scandir", refuse)
        for problem in (*read_file(file).problems, *find_files(tmp_path)[1]):
            assert problem.code == "E116"
            assert "permission denied" in problem.what
