"""Event files -> `Timeline` and `Problem`s: everything that can be wrong with them is found here.

In: the path of a folder or file. Out: `Loaded`. Nothing that a user wrote makes it raise; an entry with a problem loses
only itself, a field with a problem only itself where the entry stays true without it (see `app.schema`).
"""

from app.load.load import Loaded, load_timeline

__all__ = ["Loaded", "load_timeline"]
