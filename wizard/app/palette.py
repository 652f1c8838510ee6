"""Finds anything by some letters of its name: what can be done, where one can go, what stands in the plan."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from wizard.app import flow
from wizard.app.place import place_words
from wizard.app.previews import all_previews
from wizard.app.session import Session
from wizard.app.views.registry import all_views
from wizard.language import N_, _

MOST_KEPT: Final = 12
"""Entries that are remembered as used lately."""

_BEGINS: Final = 120
_BEGINS_WORD: Final = 100
_HOLDS: Final = 70
_SCATTERED: Final = 40
_LATELY: Final = 15


class Kind(StrEnum):
    """What an entry is."""

    ACTION = N_("Action")
    STEP = N_("Step")
    VIEW = N_("View")
    PREVIEW = N_("Preview")
    TAG = N_("Tag")
    ROLE = N_("Role")
    GRANT = N_("Grant")
    PERSON = N_("Person")
    PROBLEM = N_("Problem")
    PLAN = N_("Recent plan")


class Entry(NamedTuple):
    """One thing to be found.

    Attributes:
        kind: what it is. title: what it is called, in the language that is spoken.
        target: the action's id, the step's, the view's or the preview's, the place in the plan, or the plan's file.
        keys: the keys that do the same.
    """

    kind: Kind
    title: str
    target: str
    keys: str = ""

    @property
    def id(self) -> str:
        """What it is remembered by."""
        return f"{self.kind.name} {self.target}"

    @property
    def lasting(self) -> bool:
        """Whether it is the program's own and may be remembered: the names of a plan stay in the plan."""
        return self.kind in {Kind.ACTION, Kind.STEP, Kind.VIEW, Kind.PREVIEW}


def entries(session: Session) -> tuple[Entry, ...]:
    """Return where one can go in the session: steps, views, previews, and whatever the plan holds."""
    plan = session.plan
    found = [Entry(Kind.STEP, _(step.title), step.id) for step in flow.steps(plan)]
    found += [Entry(Kind.VIEW, _(view.title), view.id) for view in all_views()]
    found += [Entry(Kind.PREVIEW, _(preview.title), preview.id) for preview in all_previews()]
    found += [Entry(Kind.TAG, tag.key, f"tags[{at}].key") for at, tag in enumerate(plan.tags)]
    found += [Entry(Kind.ROLE, role.name, f"aws.roles[{at}].name") for at, role in enumerate(plan.aws.roles)]
    found += [Entry(Kind.GRANT, grant.name, f"access[{at}].name") for at, grant in enumerate(plan.access)]
    found += [Entry(Kind.PERSON, person.login, f"people[{at}].login") for at, person in enumerate(plan.people)]
    found += [
        Entry(Kind.PROBLEM, f"{place_words(plan, finding.path)}: {_(finding.title)} ({finding.rule})", finding.path)
        for finding in session.findings
    ]
    return tuple(entry for entry in found if entry.title)


def found(known: Iterable[Entry], asked: str, lately: Sequence[str]) -> list[Entry]:
    """Return the entries that answer to `asked`, the best first; all of them for nothing, those used lately first."""
    ranks = {each: rank for rank, each in enumerate(lately)}
    scored = []
    for order, entry in enumerate(known):
        score = _score(asked, f"{entry.title} {_(entry.kind)}")
        if score is not None:
            rank = ranks.get(entry.id, len(ranks))
            bonus = _LATELY if entry.id in ranks else 0
            scored.append((-score - bonus, rank, order, entry))
    return [entry for *_order, entry in sorted(scored)]


def used(lately: Sequence[str], entry: Entry) -> tuple[str, ...]:
    """Return what was used lately, with this entry first."""
    return (entry.id, *(each for each in lately if each != entry.id))[:MOST_KEPT]


def _score(asked: str, title: str) -> int | None:
    """Return how well a title answers: every word of `asked` must stand in it, at least its letters in their order."""
    text = title.casefold()
    total = 0
    for word in asked.casefold().split():
        score = _word_score(word, text)
        if score is None:
            return None
        total += score
    return total


def _word_score(word: str, text: str) -> int | None:
    at = text.find(word)
    if at == 0:
        return _BEGINS
    if at > 0:
        return _BEGINS_WORD if any(_begins(text, place) for place in _places(word, text)) else _HOLDS
    gaps = _gaps(word, text)
    return None if gaps is None else max(1, _SCATTERED - gaps)


def _places(word: str, text: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _begins(text: str, at: int) -> bool:
    return not text[at - 1].isalnum()


def _gaps(word: str, text: str) -> int | None:
    """Return how many letters stand between those of the word, None where they do not stand there in that order."""
    at = text.find(word[0])
    start = at
    for letter in word[1:]:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
    return at - start + 1 - len(word) if start >= 0 else None
