"""The ids and names that the entries of all files declare, noted before any entry is read.

In: the parts of the files. Out: `Names` filled; the nodes whose id is taken. Any entry may refer to any other, in
whichever file it stands, so this comes first. A name that could be taken for another is refused where it is declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.load.context import Context
from app.load.files import SECTIONS, FileParts
from app.load.names import Declared, fold, shorten, with_article
from app.source import Mapping, Node, Scalar, Sequence


def declare_all(files: Iterable[FileParts]) -> frozenset[int]:
    """The identities of nodes whose id another entry has (E401); notes all ids, then all names (E407)."""
    parts = tuple(files)
    taken = frozenset(identity for each in parts for identity in _declare_ids(each))
    for each in parts:
        for node in (*each.entries.get("organisations", ()), *each.entries.get("people", ())):
            found = text_of(node, "id")
            if found is not None and id(node) not in taken:
                _declare_names(each.context.names.ids[found.text.strip()], each.context.of(found.text.strip()))
    return taken


def text_of(node: Node, name: str) -> Scalar | None:
    """The text in the field `name` of a mapping, or None."""
    if not isinstance(node, Mapping):
        return None
    return next(
        (value for key, value in node.items if key.text == name and isinstance(value, Scalar) and value.text.strip()),
        None,
    )


def _declare_ids(parts: FileParts) -> Iterator[int]:
    for section, kind in SECTIONS.items():
        for node in parts.entries.get(section, ()):
            found = text_of(node, "id")
            if found is None or not isinstance(node, Mapping):
                continue
            key = found.text.strip()
            known = parts.context.names.ids.setdefault(key, Declared(kind, key, node, found.position))
            if known.node is not node:
                yield id(node)
                _refuse_id(found, known, parts.context.of(key))


def _refuse_id(found: Scalar, known: Declared, context: Context) -> None:
    owner = f"{with_article(known.kind)} at {known.position}"
    what = f"`{shorten(known.id)}` is already the id of {owner}. This one is left out."
    context.refuse(found, "E401", what, "Give one of the two another id.")


def _declare_names(declared: Declared, context: Context) -> None:
    names = context.names
    for scalar, is_short in _names_in(declared):
        text = scalar.text.strip()
        country = names.country(text)
        if country is None:
            holder = names.by_name.setdefault(fold(text), declared.id)
            if holder != declared.id:
                owner = f"`{shorten(holder)}` at {names.ids[holder].position}"
                what = f"`{shorten(text)}` is already a name of {owner}."
                context.refuse(scalar, "E407", what, "Use a name that only one of the two has.")
        elif is_short:
            names.cautions[text] = (
                f"`{shorten(text)}` stands for the country {country}, not for `{shorten(declared.id)}`."
            )
        else:
            what = f"`{shorten(text)}` already stands for the country {country}."
            other = f"such as `{shorten(text)}-org`" if text == declared.id else "or delete it"
            context.refuse(scalar, "E407", what, f"Use another one here, {other}.")


def _names_in(declared: Declared) -> Iterator[tuple[Scalar, bool]]:
    """Every text by which files may call the entry, and whether it is the short name, which may be a country's code."""
    for key, value in declared.node.items:
        if key.text in ("id", "short") and isinstance(value, Scalar) and value.text.strip():
            yield value, key.text == "short"
        elif key.text in ("name", "aliases"):
            yield from ((scalar, False) for scalar in _scalars(value))


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            parts: tuple[Node, ...] = (node,)
        case Sequence():
            parts = node.items
        case Mapping():
            parts = tuple(value for _, value in node.items)
    yield from (part for part in parts if isinstance(part, Scalar) and part.text.strip())
