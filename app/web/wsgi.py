"""The WSGI entry for gunicorn: `gunicorn app.web.wsgi:server`.

In: the environment, `EVENTS` names the events (default: the shipped ones). Out: `server`. Problems go to the log; the
good events are served. They are read once: every worker would read changed files at a time of its own.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from app.load import load_timeline
from app.paths import EVENTS_FOLDER
from app.web.dash_page import create_app
from app.web.editions import earlier_timelines
from app.web.scripts import plotly_remark
from app.web.settings import SettingError, read_settings

_loaded = load_timeline(Path(os.environ.get("EVENTS", EVENTS_FOLDER)))
for _problem in _loaded.problems:
    logging.getLogger("sidelines").warning("%s", _problem)

if _remark := plotly_remark():
    logging.getLogger("sidelines").warning("%s", _remark)

try:
    _settings = read_settings(os.environ)
except SettingError as error:
    raise SystemExit(str(error)) from None

server = create_app(_loaded.timeline, _loaded.problems, _settings, earlier_timelines(_settings.editions)).server
