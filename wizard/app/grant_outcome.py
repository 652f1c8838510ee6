"""What one grant gives, in parts: which actions on what terms, and which are left out and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from wizard.aws.grant.effect import matched_tags
from wizard.aws.grant.outcome import UNREAD_WORDS, WORDS, LeftOut, Reason
from wizard.aws.granted import GrantAccess, ServiceAccess, grant_access
from wizard.language import N_
from wizard.plan.model import Grant, Plan

_GIVEN: Final[tuple[tuple[Callable[[ServiceAccess], tuple[str, ...]], str, str], ...]] = (
    (
        lambda service: service.new,
        N_("Create, tagged as their own"),
        N_("The creating call carries the person's tags, and nothing of another stands there yet."),
    ),
    (
        lambda service: service.tagging,
        N_("Tag and untag what is their own"),
        N_("On resources whose tags equal the person's; where the matched tags are protected, all other tags."),
    ),
    (
        lambda service: service.everywhere,
        N_("List and describe everything"),
        N_("No tag can limit these: whoever has the role sees what others own, not what is in it."),
    ),
    (
        lambda service: service.own,
        N_("On what is their own"),
        N_("On resources whose tags equal the person's."),
    ),
)
"""What is given of each service. In this order an action finds its part; shown with the last one first."""

_LEFT_OUT: Final = {**WORDS, **UNREAD_WORDS}


class Part(NamedTuple):
    """Actions that share their fate.

    Attributes:
        given: whether they are granted. title: on what terms, or why not, in English. about: more of it.
        actions: full names, sorted.
    """

    given: bool
    title: str
    about: str
    actions: tuple[str, ...]


class GrantOutcome(NamedTuple):
    """What a grant gives and what it leaves out; `written` is false where its match keeps all of it out."""

    written: bool
    parts: tuple[Part, ...]

    @property
    def given(self) -> int:
        """Return how many actions are granted."""
        return sum(len(part.actions) for part in self.parts if part.given)

    @property
    def left_out(self) -> int:
        """Return how many actions are left out."""
        return sum(len(part.actions) for part in self.parts if not part.given)


def grant_outcome(plan: Plan, grant: Grant) -> GrantOutcome:
    """Return what becomes of the actions that the grant asks for. NoTable where the installation lacks the table."""
    if not matched_tags(plan, grant):
        return GrantOutcome(written=False, parts=())
    access = grant_access(plan, grant, "")
    given = tuple(reversed(tuple(_given(access))))
    listed = {action for part in given for action in part.actions}
    found = (*access.unread, *(each for service in access.services for each in service.left_out))
    return GrantOutcome(written=True, parts=(*given, *_left_out(each for each in found if each.subject not in listed)))


def _given(access: GrantAccess) -> Iterator[Part]:
    seen: set[str] = set()
    for actions_of, title, about in _GIVEN:
        names = {name for service in access.services for name in actions_of(service)} - seen
        seen |= names
        if names:
            yield Part(True, title, about, tuple(sorted(names)))


def _left_out(found: Iterable[LeftOut]) -> Iterator[Part]:
    by_reason: dict[Reason, set[str]] = {}
    for each in found:
        if each.reason in _LEFT_OUT and each.subject:
            by_reason.setdefault(each.reason, set()).add(each.subject)
    for reason, title in _LEFT_OUT.items():
        if reason in by_reason:
            yield Part(False, title, "", tuple(sorted(by_reason[reason])))
