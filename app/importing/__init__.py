"""What Sidelines wrote -> an event file again: the HTML file, the JSON and the CSV of a selection.

In: the bytes of such a file. Out: YAML in our own format (`app.export.yaml_form`), the same as that of a download, or
the selection as the JSON download has it.
"""

from app.importing.read import NotOursError, read_export, read_selection

__all__ = ["NotOursError", "read_export", "read_selection"]
