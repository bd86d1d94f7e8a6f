"""Checks of sources: who says so, and whether the words are there.

In: the timeline, the places of its values and the kept texts. Out: `Problem`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.errors import Problem
from app.load.places import Places
from app.load.texts import TextError, Texts, occurs_in
from app.model import Account, Citation, Timeline

_QUOTE_FIX = "Copy the words from the text; write ... for words left out."


def check_sources(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Events and memberships without a source (W401), claims without one (E423) or without a time (W406)."""
    add = _how_to_add(timeline)
    for event in timeline.events.values():
        if not event.citations and not places.names_sources(event.id):
            yield places.problem(event.id, "", "W401", "The event has no source.", f"{add}.")
    for membership in timeline.memberships:
        if not membership.citations and not places.names_sources(membership.id):
            yield places.problem(membership.id, "", "W401", "The membership has no source.", f"{add}.")
    for claim in timeline.claims:
        if not claim.citations and not places.names_sources(claim.id):
            fix = f"{add}: a claim is worth what its source is."
            yield places.problem(claim.id, "", "E423", "The claim has no source.", fix)
        if claim.said_at is None and claim.said_on is None:
            fix = "Add `said_at` with the id of an event, or `said_on` with a date."
            yield places.problem(claim.id, "", "W406", "The claim does not say when it was made.", fix)


def _how_to_add(timeline: Timeline) -> str:
    """How a source is added; where none is declared, how one is declared, too."""
    if timeline.sources:
        return "Add `sources` with the id of one"
    return "Declare one at the head of the file, `sources: [{id: press, title: ...}]`, and add `sources: [press]`"


def check_accounts(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Accounts without a source (W401), two preferred ones of one thing (E426), preferred without a reason (W403)."""
    for owner, accounts in _accounts(timeline):
        for account in (each for each in accounts if not each.citations and not places.has_part(each, "sources")):
            fix = f"{_how_to_add(timeline)}: an account is somebody's."
            yield Problem(places.of(account), "W401", "The account has no source.", fix, owner)
        preferred: dict[str, Account] = {}
        for account in (each for each in accounts if each.preferred):
            first = preferred.setdefault(account.attribute, account)
            if first is not account:
                what = f"Two accounts of `{account.attribute}` are preferred, here and at line {places.of(first).line}."
                yield Problem(places.of(account), "E426", what, "Prefer one.", owner)
            if account.reason is None:
                what = f"The account of `{account.attribute}` is preferred and does not say why."
                yield Problem(places.of(account), "W403", what, "Add `reason`.", owner)


def check_quotes(timeline: Timeline, places: Places, texts: Texts) -> Iterator[Problem]:
    """Kept texts that cannot be read (E425), and quotes that do not occur in them (E424)."""
    kept: dict[str, str] = {}
    for source in timeline.sources.values():
        if source.text is None:
            continue
        try:
            kept[source.id] = texts.text(source.text)
        except TextError as error:
            fix = "Write the path of a UTF-8 text in the events folder."
            yield places.problem(source.id, "text", "E425", str(error), fix)
    if kept:
        yield from _check_citations(timeline, kept, places)
        yield from _check_claims(timeline, kept, places)


def _check_citations(timeline: Timeline, kept: dict[str, str], places: Places) -> Iterator[Problem]:
    seen: set[int] = set()  # a file's default citation stands in many entries and is one
    for owner, citation in _citations(timeline):
        text = kept.get(citation.source)
        if text is None or citation.quote is None or id(citation) in seen:
            continue
        seen.add(id(citation))
        if not occurs_in(citation.quote, text):
            what = f"The quote does not occur in the kept text of `{citation.source}`."
            yield Problem(places.of(citation, "quote"), "E424", what, _QUOTE_FIX, owner)


def _check_claims(timeline: Timeline, kept: dict[str, str], places: Places) -> Iterator[Problem]:
    for claim in timeline.claims:
        cited = {citation.source for citation in claim.citations}
        # Where one of the sources has no kept text, the words may stand there.
        if claim.quote is None or not cited or not cited <= kept.keys():
            continue
        if not any(occurs_in(claim.quote, kept[source]) for source in cited):
            what = f"The quote does not occur in the kept text of {' or '.join(f'`{each}`' for each in sorted(cited))}."
            yield places.problem(claim.id, "quote", "E424", what, _QUOTE_FIX)


def _accounts(timeline: Timeline) -> Iterator[tuple[str, tuple[Account, ...]]]:
    for event in timeline.events.values():
        yield event.id, event.accounts
    for membership in timeline.memberships:
        yield membership.id, membership.accounts
    for claim in timeline.claims:
        yield claim.id, claim.accounts


def _citations(timeline: Timeline) -> Iterator[tuple[str, Citation]]:
    for event in timeline.events.values():
        yield from ((event.id, each) for each in event.citations)
        yield from _of_parts(event.id, event.participants)
    for membership in timeline.memberships:
        yield from ((membership.id, each) for each in membership.citations)
        yield from _of_parts(membership.id, membership.restrictions)
    for claim in timeline.claims:
        yield from ((claim.id, each) for each in claim.citations)
    for actor in timeline.actors.values():
        yield from ((actor.id, each) for each in actor.citations)
    for owner, accounts in _accounts(timeline):
        yield from _of_parts(owner, accounts)


def _of_parts(owner: str, parts: Iterable[object]) -> Iterator[tuple[str, Citation]]:
    for part in parts:
        yield from ((owner, each) for each in getattr(part, "citations", ()))
