"""The WSGI entry for gunicorn: `gunicorn app.web.wsgi:server`.

In: the environment, `EVENTS` names the events (default: the shipped ones). Out: `server`. Problems go to the log; the
good events are served.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from app.load import load_timeline
from app.paths import EVENTS_FOLDER
from app.web.dash_page import create_app

_loaded = load_timeline(Path(os.environ.get("EVENTS", EVENTS_FOLDER)))
for _problem in _loaded.problems:
    logging.getLogger("sidelines").warning("%s", _problem)

server = create_app(_loaded.timeline, _loaded.problems).server
