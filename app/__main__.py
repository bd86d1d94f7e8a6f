"""`python -m app`: the command line."""

import sys

try:
    from app.cli.main import main
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] == "app":
        raise
    sys.exit(
        f"Sidelines: this Python has no `{error.name}`. Use the project's own, which `make run` makes: "
        ".venv/bin/python -m app ..."
    )

sys.exit(main())
