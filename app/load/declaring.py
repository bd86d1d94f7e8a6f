"""The ids and names that the entries of all files declare, noted before any entry is read.

In: the parts of the files. Out: `Names` filled; the nodes whose id is taken. Any entry may refer to any other, in
whichever file it stands, so this comes first. A name that could be taken for another is refused where it is declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.load.context import Context
from app.load.entry_names import names_in, text_of
from app.load.files import SECTIONS, FileParts
from app.load.fixes import slug_of
from app.load.names import Astray, Declared, fold, shorten, with_article
from app.schema.parts import SLUG
from app.source import Mapping, Scalar


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


def _declare_ids(parts: FileParts) -> Iterator[int]:
    for section, kind in SECTIONS.items():
        for node in parts.entries.get(section, ()):
            found = text_of(node, "id")
            if found is None or not isinstance(node, Mapping):
                continue
            key = found.text.strip()
            known = parts.context.names.ids.setdefault(key, Declared(kind, key, node, found.position))
            _note_astray(key, found, parts.context)
            if known.node is not node:
                yield id(node)
                _refuse_id(found, known, parts.context.of(key))


def _note_astray(key: str, found: Scalar, context: Context) -> None:
    """Who refers to an entry by the id that it will have once its own is mended has made no mistake."""
    if not re.fullmatch(SLUG.pattern, key) and (mended := slug_of(key)):
        astray = Astray("is left out because its id cannot be read", found.position, key)
        context.names.astray.setdefault(fold(mended), astray)


def _refuse_id(found: Scalar, known: Declared, context: Context) -> None:
    owner = f"{with_article(known.kind)} at {known.position}"
    what = f"`{shorten(known.id)}` is already the id of {owner}. This one is left out."
    context.refuse(found, "E401", what, f"Give one of the two another id, such as `{slug_of(known.id[:60])}-2`.")


def _declare_names(declared: Declared, context: Context) -> None:
    names = context.names
    for scalar, is_short in names_in(declared.node):
        text = scalar.text.strip()
        country = names.country(text)
        if country is None:
            holder = names.by_name.setdefault(fold(text), declared.id)
            if holder != declared.id:
                owner = f"`{shorten(holder)}` at {names.ids[holder].position}"
                what = f"`{shorten(text)}` is already a name of {owner}."
                context.refuse(scalar, "E407", what, "Use a name that only one of the two has.")
                context.say_lost("It is left out here.")
        elif is_short:
            names.cautions[text] = (
                f"`{shorten(text)}` stands for the country {country}, not for `{shorten(declared.id)}`."
            )
        else:
            what = f"`{shorten(text)}` already stands for the country {country}."
            other = f"such as `{_other_id(declared)}`" if text == declared.id else "or delete it"
            context.refuse(scalar, "E407", what, f"Use another one here, {other}.")


def _other_id(declared: Declared) -> str:
    """An id that is no country's: for a person the name in full, where that is another."""
    if declared.kind != "person":
        return f"{shorten(declared.id)}-org"
    slugs = (slug_of(scalar.text) for scalar, _ in names_in(declared.node))
    return next((slug for slug in slugs if slug and slug != declared.id), f"{shorten(declared.id)}-person")
