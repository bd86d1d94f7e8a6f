"""Quotes are looked up in the kept texts, and nothing outside the folder is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.load.texts import TextError, Texts, comparable, occurs_in

TEXT = comparable(
    "During his meeting at the State Hermitage Museum, Putin said crimes targeting children were “especially\n"
    "  heinous,” and pledged that those responsible would be punished. Trade turnover exceeded $11 billion in 2024 –"
    " Russia’s partners\tgrew."
)


@pytest.mark.parametrize(
    ("quote", "occurs"),
    [
        ("Trade turnover exceeded $11 billion in 2024", True),
        ('crimes targeting children were "especially heinous,"', True),
        ("  crimes\n targeting   children ", True),
        ("in 2024 - Russia's partners grew", True),
        ("in 2024 — Russias partners", True),
        ("«especially heinous,»", True),
        ("Putin said ... especially heinous ... punished", True),
        ("Putin said […] punished", True),
        ("... punished ...", True),
        ("punished ... Putin said", False),
        ("trade turnover", False),
        ("exceeded $12 billion", False),
        ("especiallyheinous", False),
        ("exceeded $11 billion in 2024.", False),
    ],
)
def test_a_quote_occurs_whatever_its_blanks_dashes_and_quote_marks(quote: str, occurs: bool) -> None:
    assert occurs_in(quote, TEXT) is occurs


def test_a_text_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first", encoding="utf-8")
    texts = Texts(tmp_path)
    assert texts.text("a.txt") == "first"

    (tmp_path / "a.txt").write_text("second", encoding="utf-8")

    assert texts.text("a.txt") == "first"


def _make(root: Path) -> Path:
    """A folder with files and links inside, and something outside that they lead to."""
    folder = root / "events"
    (folder / "deep").mkdir(parents=True)
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "secrets").mkdir()
    (root / "secrets" / "a.txt").write_text("secret", encoding="utf-8")
    (folder / "inside.txt").write_text("inside", encoding="utf-8")
    (folder / "deep" / "link.txt").symlink_to(folder / "inside.txt")
    (folder / "out.txt").symlink_to(root / "secret.txt")
    (folder / "away").symlink_to(root / "secrets")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "latin.txt").write_bytes("Réunion".encode("latin-1"))
    (folder / "large.txt").write_bytes(b"x" * 5_000_001)
    (folder / "mark.txt").write_bytes(b"\xef\xbb\xbfmarked")
    return folder


@pytest.mark.parametrize(
    ("path", "text"),
    [("inside.txt", "inside"), ("deep/../inside.txt", "inside"), ("deep/link.txt", "inside"), ("mark.txt", "marked")],
)
def test_a_text_in_the_folder_is_read(path: str, text: str, tmp_path: Path) -> None:
    assert Texts(_make(tmp_path)).text(path) == text


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "out.txt", "away/a.txt", "loop", "deep", ".", "", "nowhere.txt", "latin.txt", "large.txt",
        "/etc/hostname", "inside.txt\0", "a" * 5000,
    ],
    ids=lambda path: path[:20] or "empty",
)  # fmt: skip
def test_no_other_text_is_read(path: str, tmp_path: Path) -> None:
    with pytest.raises(TextError):
        Texts(_make(tmp_path)).text(path)
