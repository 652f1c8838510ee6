"""What one grant gives, in parts: which actions on what terms, and which are left out and why."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import asked
from wizard.aws.grant.effect import matched_tags, protected_tags, unmatched
from wizard.aws.grant.outcome import LeftOut, Reason
from wizard.aws.grant.routing import Route, Routes, routed
from wizard.language import N_
from wizard.plan.model import Grant, Plan

_GIVEN: Final = (
    (
        N_("Create, tagged as their own"),
        N_("The creating call carries the person's tags, and nothing of another stands there yet."),
        (
            Route.CREATE,
            Route.CREATE_ANYWHERE,
            Route.CREATE_FROM,
            Route.CREATE_FROM_OTHERS,
            Route.CREATE_IN,
            Route.CREATE_IN_OTHERS,
            Route.CREATE_IN_UNTAGGED,
            Route.SHARED_FREE,
            Route.SHARED_UNTAGGED,
        ),
    ),
    (
        N_("Tag and untag what is their own"),
        N_("On resources whose tags equal the person's; where the matched tags are protected, all other tags."),
        (Route.SET_TAGS, Route.REMOVE_TAGS),
    ),
    (
        N_("List and describe everything"),
        N_("No tag can limit these: whoever has the role sees what others own, not what is in it."),
        (Route.FREE,),
    ),
    (
        N_("On what is their own"),
        N_("On resources whose tags equal the person's."),
        (Route.OWN, Route.OWN_WITHOUT_TAGS, Route.BESIDE),
    ),
)
"""In this order an action finds its part; shown with the last one first."""

_LEFT_OUT: Final = {
    Reason.NOT_LIMITED: N_("No tag of a resource limits them"),
    Reason.NEEDS_UNTAGGED_TYPE: N_("They also need a resource that supplies no tags"),
    Reason.NAMES_UNSEEN: N_("They name another resource, and AWS does not tell its tags"),
    Reason.CREATES_WITHOUT_TAGS: N_("They create, and take no tags"),
    Reason.CREATION_IS_OFF: N_("They create, and the grant may not"),
    Reason.TAGS_NOT_SEEN: N_("They change tags, and AWS does not tell a policy which"),
    Reason.TAGS_ARE_OPTIONAL: N_("They create where tags count only once they are switched on"),
    Reason.REPLACES_TAGS: N_("They replace all tags, the matched ones too"),
    Reason.UNKNOWN_SERVICE: N_("AWS has no such service"),
    Reason.UNKNOWN_ACTION: N_("AWS has no such action"),
    Reason.MALFORMED_ACTION: N_("This is no action"),
}


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
    found = asked(grant, coverage())
    if any(unmatched(plan, grant)) or not matched_tags(plan, grant):
        return GrantOutcome(written=False, parts=())
    routes = routed(grant, found.wanted, protecting=bool(protected_tags(plan)))
    given = tuple(reversed(tuple(_given(routes))))
    listed = {action for part in given for action in part.actions}
    left_out = (*found.left_out, *(each for each in routes.left_out if each.subject not in listed))
    return GrantOutcome(written=True, parts=(*given, *_left_out(left_out)))


def _given(routes: Routes) -> Iterator[Part]:
    seen: set[str] = set()
    for title, about, terms in _GIVEN:
        names = {one.wanted.full(name) for route in terms for one in routes.on(route) for name in one.names} - seen
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
