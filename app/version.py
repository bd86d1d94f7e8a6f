"""The version of Sidelines, after Semantic Versioning 2.0.0: that of pyproject.toml, which a test holds it against."""

from __future__ import annotations

VERSION = "0.1.0"
