"""Where the project's own files lie: the only module that looks at its own location.

In: nothing. Out: folders, absolute. Everything else is handed its folders as arguments.
"""

from __future__ import annotations

from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent
ASSETS_FOLDER = PROJECT_FOLDER / "assets"
EVENTS_FOLDER = PROJECT_FOLDER / "events"
DOCS_FOLDER = PROJECT_FOLDER / "docs"
# Third-party scripts that `make` brings by name and git ignores; empty or absent on a machine without npm.
VENDOR_FOLDER = PROJECT_FOLDER / "vendor"
