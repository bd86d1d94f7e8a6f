"""The house: who may import whom, where the machine is looked at, and how large a file may grow.

The table is the design; a new module needs a row, and a row that no module fits any more has to go.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from app.paths import PROJECT_FOLDER

APP = PROJECT_FOLDER / "app"
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


@dataclass(frozen=True)
class Row:
    """What a module (or a package: every module in it) may import: of ours, and from outside the standard library."""

    ours: str = ""
    outside: str = ""


# Text, then meaning, then picture, then the ways out. A row names only rows above it, so nothing flows back.
TABLE = {
    "app.paths": Row(),
    "app.version": Row(),
    "app.errors": Row(),
    "app.theme": Row(),
    # text
    "app.source": Row("errors", "yaml"),
    "app.dates": Row("", "dateparser"),
    "app.countries": Row("", "babel"),
    "app.currencies": Row("", "babel"),
    # meaning
    "app.model": Row("dates"),
    "app.schema": Row("dates model"),
    "app.load": Row("source dates countries currencies model schema errors"),
    "app.subset": Row("load model"),
    "app.report": Row("errors"),
    "app.labels": Row("dates model", "babel"),
    "app.bounds": Row("dates"),
    "app.search": Row(),
    "app.nearest": Row(),
    "app.lanes": Row("countries dates model"),
    "app.vocabulary": Row("countries model labels lanes search"),
    "app.notices": Row("bounds search nearest vocabulary"),
    "app.view": Row("bounds search vocabulary notices"),
    "app.rows": Row("dates model search vocabulary"),
    "app.filters": Row("model bounds search view rows"),
    "app.beside": Row("model view rows filters"),
    "app.facets": Row("view rows filters"),
    "app.sentence": Row("vocabulary view filters"),
    "app.export": Row("bounds dates model search"),
    "app.packing": Row(),
    "app.importing": Row("export packing"),
    "app.words_facts": Row("labels"),
    "app.changes": Row("export words_facts"),
    "app.error_reference": Row("errors load"),
    # picture
    "app.words": Row("labels words_facts"),
    "app.payload_facts": Row("dates export model"),
    "app.payload": Row("dates model labels vocabulary rows lanes words theme payload_facts"),
    "app.core_scripts": Row("paths"),
    "app.engine": Row("core_scripts", "py_mini_racer"),
    "app.drawing": Row("engine"),
    "app.images": Row("drawing"),
    "app.still_picture": Row("drawing model payload view vocabulary"),
    "app.plotly_figure": Row("drawing model payload still_picture view", "plotly"),
    "app.web.openapi": Row("changes export view"),
    "app.web.api_page": Row("export web.openapi"),
    "app.web.versions": Row("beside changes export filters model payload rows view vocabulary"),
    "app.web.api": Row("export model nearest schema view vocabulary web.openapi web.versions", "flask werkzeug"),
    "app.web.source_page": Row("source", "flask"),
    "app.web": Row(
        "beside core_scripts drawing engine errors export facets filters images model packing paths payload rows "
        "sentence still_picture subset theme view vocabulary words",
        "brotli dash flask plotly",
    ),
    # the ways out
    "app.web.editions": Row("load model"),
    "app.web.renewing": Row(),
    "app.web.serve": Row("load web", "werkzeug"),
    "app.web.wsgi": Row("load web paths"),
    "app.cli": Row(
        "beside changes dates drawing engine errors export filters images importing labels load model nearest paths "
        "payload report schema still_picture version view vocabulary web words_facts"
    ),
    "app.__main__": Row("cli"),
    "app.notebook": Row("errors export load model still_picture view web"),
    "app": Row("notebook plotly_figure still_picture"),
}


def _modules() -> dict[str, Path]:
    files = {path.relative_to(PROJECT_FOLDER).with_suffix(""): path for path in APP.rglob("*.py")}
    return {".".join(name.parts).removesuffix(".__init__"): path for name, path in sorted(files.items())}


MODULES = _modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
of_each_module = pytest.mark.parametrize("module", MODULES)


def _row(module: str) -> str | None:
    """The row that holds for `module`: its own, or that of the nearest package around it; `app` itself is no room."""
    parts = module.split(".")
    around = (".".join(parts[:length]) for length in range(len(parts), 1, -1))
    return "app" if module == "app" else next((name for name in around if name in TABLE), None)


def _imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is named in an import, ours as deep as a file exists for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else str(node.module) for name in names)


def _is_ours(name: str) -> bool:
    return name == "app" or name.startswith("app.")


@of_each_module
def test_every_module_has_a_row(module: str) -> None:
    assert _row(module), f"{module} has no row in the import table"


def test_every_row_has_a_module() -> None:
    assert set(TABLE) == {_row(module) for module in MODULES}


def test_nothing_flows_back() -> None:
    """With every row naming only rows above it, no two rooms can need each other."""
    rows = list(TABLE)
    for index, row in enumerate(rows):
        assert {f"app.{name}" for name in TABLE[row].ours.split()} <= set(rows[:index]), row


@of_each_module
def test_imports_keep_to_the_table(module: str) -> None:
    home = _row(module)
    assert home
    row = TABLE[home]
    ours = {f"app.{name}" for name in row.ours.split()} | {home}
    for name in _imported(TREES[module]):
        if _is_ours(name):
            allowed = any(name == room or name.startswith(f"{room}.") for room in ours - {"app"})
        else:
            package = name.partition(".")[0]
            allowed = package in sys.stdlib_module_names or package in row.outside.split()
        assert allowed, f"{module} may not import {name}"


@of_each_module
def test_the_command_line_imports_the_web_only_where_it_serves(module: str) -> None:
    if module.startswith("app.cli"):
        top = ast.Module([node for node in TREES[module].body if isinstance(node, ast.Import | ast.ImportFrom)], [])
        at_the_top = {name for name in _imported(top) if name.startswith("app.web")}
        inside_a_function = {name for name in _imported(TREES[module]) if name.startswith("app.web")}
        assert not at_the_top, f"{module} loads the web framework for every command"
        assert not inside_a_function or module in {"app.cli.events", "app.cli.exporting"}


def test_every_package_that_is_imported_is_pinned() -> None:
    pins = (PROJECT_FOLDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {pin.partition("==")[0].lower() for pin in pins if "==" in pin}
    imported = {package for row in TABLE.values() for package in row.outside.split()}
    distributions = packages_distributions()
    assert not {package for package in imported if not pinned & {name.lower() for name in distributions[package]}}


def test_check_does_not_pay_for_the_web_framework() -> None:
    code = (
        "import sys; from app.cli.main import main; code = main(['check', 'events']); "
        "heavy = {'dash', 'flask', 'plotly', 'werkzeug'} & set(sys.modules); "
        "print(*heavy, file=sys.stderr); sys.exit(3 if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, capture_output=True, check=False, text=True)
    assert done.returncode == 0, f"`check` imports {done.stderr}"


@of_each_module
def test_only_paths_looks_at_its_own_location(module: str) -> None:
    uses = [node for node in ast.walk(TREES[module]) if isinstance(node, ast.Name) and node.id == "__file__"]
    assert not uses or module == "app.paths"


CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.gmtime"}


@of_each_module
def test_no_module_reads_the_clock(module: str) -> None:
    """A page, a file and a check say the same tomorrow: whoever needs a day is handed one."""
    named = [ast.unparse(node) for node in ast.walk(TREES[module]) if isinstance(node, ast.Attribute)]
    assert not [name for name in named if name in CLOCK or name.removeprefix("datetime.") in CLOCK]


@of_each_module
def test_no_file_outgrows_its_duty(module: str) -> None:
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines < LONGEST_FILE, f"{module} has {lines} lines: it has two duties"


@of_each_module
def test_no_function_outgrows_the_screen(module: str) -> None:
    functions = [node for node in ast.walk(TREES[module]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        node.name: size for node in functions if (size := (node.end_lineno or 0) - node.lineno + 1) >= LONGEST_FUNCTION
    }
    assert not long
