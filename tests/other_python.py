"""A Python of another version than this one, with the packages of requirements.txt, in `build/other-python`.

Run as a script it prints the path, or nothing and why on stderr: `make test` gives it to the tests as OTHER_PYTHON.
What is made once is kept until the requirements change.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "build" / "other-python"
REQUIREMENTS = PROJECT / "requirements.txt"
OLDEST = (3, 11)
NEWEST_TRIED = 20
_ASK = "import ensurepip, sys, venv; print(*sys.version_info[:2])"


def candidates(environment: Mapping[str, str]) -> Iterator[str]:
    """Paths of programs that may be a Python, the newest first: on the PATH by version, then those of pyenv."""
    for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}", path=environment.get("PATH"))
        yield from [found] if found else []
    pyenv = Path(environment.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from map(str, sorted(pyenv.glob("versions/3.*/bin/python"), key=_release, reverse=True))


def _release(python: Path) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", python.parents[1].name)]


def version_of(python: str) -> tuple[int, ...]:
    """(major, minor) of a Python that can make environments; () of anything else, such as a shim that leads nowhere."""
    try:
        said = subprocess.run([python, "-c", _ASK], capture_output=True, check=True, text=True, timeout=60)
        return tuple(map(int, said.stdout.split()))
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def made(python: str) -> str:
    """The path of the environment's Python, its packages installed. Raises CalledProcessError where they cannot be."""
    own, stamp = FOLDER / "bin" / "python", FOLDER / ".requirements.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if version_of(str(own)) == version_of(python) and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return str(own)
    _say(f"==> installing what Sidelines needs for {python}, too, into {FOLDER.relative_to(PROJECT)} (once)")
    quietly = ("--quiet", "--quiet", "--disable-pip-version-check")
    subprocess.run([python, "-m", "venv", "--clear", FOLDER], check=True, stdout=sys.stderr)
    subprocess.run([own, "-m", "pip", "install", *quietly, "-r", REQUIREMENTS], check=True, stdout=sys.stderr)
    stamp.write_text(wanted, encoding="utf-8")
    return str(own)


def main() -> None:
    """Prints the path of the other Python; nothing where there is none, which is no failure."""
    this = sys.version_info[:2]
    fits = (each for each in candidates(os.environ) if OLDEST <= version_of(each) != this)
    other = next(fits, None)
    if other is None:
        return _say("==> no Python of another version (3.11 or newer) is here: that both write the same is not tested")
    try:
        print(made(other))  # noqa: T201
    except subprocess.CalledProcessError:
        _say(f"==> the packages for {other} could not be installed: that both versions write the same is not tested")
    return None


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
