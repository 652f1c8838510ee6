"""From permission policies back to grants: the opposite of :mod:`wizard.aws.permissions`, for policies of any origin.

A grant gives its actions on whatever carries the person's tags. What a policy limits otherwise, or not at all, would
come out wider: it is left out and named.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from wizard.aws.coverage.service import Action, Kind
from wizard.aws.coverage.table import coverage
from wizard.aws.evaluator.document import Match, Policy
from wizard.aws.existing.shape import Shape, Use, shape
from wizard.aws.grant.asked import asked
from wizard.aws.grant.routing import is_listing
from wizard.aws.limits import MANAGED_POLICY_LENGTH
from wizard.frozen import replace
from wizard.language import N_, Numbered
from wizard.plan.existing import Existing, ExistingTag, Remark, guessed, told, untold
from wizard.plan.model import Grant, Level, Shared
from wizard.quoting.wording import listed, quoted

_SUFFIX: Final = {
    Use.OWN: r"(?:WithoutTags|CreateFrom|CreateIn|Tag|Untag)\d*",
    Use.CREATE: r"(?:CreateInUntagged|Create|TagNew)\d*",
    Use.TAG_NEW: r"TagNew\d*",
    Use.SHARED: r"Untagged\d*",
    Use.FREE: r"List\d*",
    Use.BOUNDED: r"(?:Beside|Shared)\d*",
}
"""How the program ends the Sid of a statement, behind the name of its grant."""
_TAGGING: Final = (Kind.SET_TAGS, Kind.REMOVE_TAGS, Kind.REPLACE_TAGS)


class _Draft(NamedTuple):
    """A grant in the making: the shapes that make it, in the order of the policies."""

    name: str
    shapes: list[Shape]

    @property
    def match(self) -> tuple[str, ...]:
        return self.shapes[0].match

    def actions(self, *uses: Use) -> tuple[str, ...]:
        """Return the actions of the statements of some uses, each once."""
        of_use = (one for one in self.shapes if one.use in uses)
        return tuple(dict.fromkeys(action for one in of_use for action in _actions(one)))


def existing_permissions(policies: Iterable[Policy]) -> Existing:
    """Return the grants that the policies of one role come to. NoTable where the installation lacks the table."""
    shapes = [shape(statement) for policy in policies for statement in policy.statements]
    drafts: dict[str, _Draft] = {}
    pieces = _pieces(shapes)
    for one in shapes:
        if one.use in (Use.OWN, Use.CREATE) and one.match and _actions(one):
            name = _free(drafts, pieces.get(one.statement.sid) or _name(one), one)
            drafts.setdefault(name, _Draft(name, [])).shapes.append(one)
    remarks = [remark for one in shapes for remark in _attached(one, drafts)]
    guarded = {key.casefold() for one in shapes for key in one.guarded}
    grants = tuple(_grant(draft, guarded) for draft in drafts.values())
    keys = dict.fromkeys(key for draft in drafts.values() for key in draft.match)
    separators = dict(pair for one in shapes for pair in one.separators)
    tags = tuple(ExistingTag(key, separator=separators.get(key)) for key in keys)
    return Existing(tags=tags, grants=grants, remarks=(*_told(grants), *remarks, *_keyed(shapes)))


def _pieces(shapes: Iterable[Shape]) -> dict[str, str]:
    """Return the Sids of statements that are the further pieces of one, and the name of its grant.

    The program parts a statement only where a policy has no room for it: ``Compute2`` beside a short ``Compute`` is
    another grant.
    """
    own = {one.statement.sid: one for one in shapes if one.use is Use.OWN}
    found = {}
    for sid, one in own.items():
        first = own.get(sid.rstrip("0123456789"))
        if first is None or first is one or first.match != one.match:
            continue
        length = sum(len(action) + len('"",') for each in (first, one) for action in each.statement.actions.values)
        if length > MANAGED_POLICY_LENGTH // 2:
            found[sid] = _name(first)
    return found


def _free(drafts: dict[str, _Draft], name: str, one: Shape) -> str:
    """Return a name under which the shape's statement can stand: with others that match on the same keys."""
    taken = drafts.get(name)
    if taken is None or [key.casefold() for key in taken.match] == [key.casefold() for key in one.match]:
        return name
    return _free(drafts, f"{name}-2", one)


def _name(one: Shape) -> str:
    """Return the name of the grant that the statement belongs to: its Sid in small words, without the known ending."""
    found = re.fullmatch(rf"(.+?){_SUFFIX[one.use]}", one.statement.sid)
    sid = found[1] if found else one.statement.sid
    words = re.findall(r"[A-Z][^A-Z\s]*|[^A-Z\s]+", sid)
    return "-".join(word[0].lower() + word[1:] for word in words)


def _actions(one: Shape) -> tuple[str, ...]:
    """Return the actions that the statement gives; those that only tag what is created the plan adds by itself."""
    actions = one.statement.actions.values
    if one.use is Use.CREATE:
        return tuple(action for action in actions if not _only_sets_tags(action))
    return actions


def _only_sets_tags(action: str) -> bool:
    known = _known(action)
    return bool(known) and all(each.group.kind is Kind.SET_TAGS for each in known)


@lru_cache(maxsize=512)
def _known(action: str) -> tuple[Action, ...]:
    """Return the actions of the coverage table that an action with wildcards covers, remembered: ``*`` covers all."""
    found = asked(Grant("", actions=(action,)), coverage()).wanted
    return tuple(Action(each.full(name), each.group) for each in found for name in each.names)


def _attached(one: Shape, drafts: dict[str, _Draft]) -> Iterator[Remark]:
    """Add a statement that makes no grant to the one it belongs to; yield what to say where there is none."""
    sid = quoted(one.statement.sid)
    if one.use is Use.OTHER:
        reasons = listed(one.strange)
        yield untold(N_("The statement {sid}: a plan has no place for {reasons}. Left out."), sid=sid, reasons=reasons)
    elif one.use is Use.REFUSAL:
        yield untold(N_("The refusal {sid}: a plan holds none of its kind, and may give what it refuses."), sid=sid)
    elif one.use is Use.FREE:
        yield from _attached_list(one, drafts)
    elif one.use in (Use.SHARED, Use.BOUNDED):
        wanted = set(one.statement.actions.values)
        creating = (draft for draft in drafts.values() if wanted <= set(draft.actions(Use.CREATE)))
        owner = drafts.get(_name(one)) or next(creating, None)
        if owner is not None:
            owner.shapes.append(one)
        else:
            yield untold(N_("The statement {sid} is not limited by the person's tags. Left out."), sid=sid)


def _attached_list(one: Shape, drafts: dict[str, _Draft]) -> Iterator[Remark]:
    sid = quoted(one.statement.sid)
    first = next(iter(drafts.values()), None)
    actions = () if first is None else one.statement.actions.values
    known = {each.name: each for action in actions for each in _known(action)}
    listing = [name for name, action in known.items() if is_listing(action)]
    owner = drafts.get(_name(one))
    if first is None or not listing:
        yield untold(N_("The statement {sid} is not limited by the person's tags. Left out."), sid=sid)
        return
    if len(listing) < len(known):
        others = [name for name, action in known.items() if not is_listing(action)]
        yield untold(N_("{actions} on everything: a plan gives that for lists only. Left out."), actions=listed(others))
        one = one._replace(statement=replace(one.statement, actions=Match(tuple(listing))))
    if owner is None:
        # A grant of its own: with the actions of another one, the level would give lists that nobody gave.
        owner = drafts.setdefault(_name(one), _Draft(_name(one), []))
        one = one._replace(match=first.match)
        yield guessed(N_("The lists of {sid} are a grant of their own; it names the tags of the first."), sid=sid)
    owner.shapes.append(one)


def _grant(draft: _Draft, guarded: set[str]) -> Grant:
    uses = {one.use for one in draft.shapes}
    shared = Use.SHARED in uses or any(
        one.use is Use.BOUNDED and "Beside" not in one.statement.sid for one in draft.shapes
    )
    shared = shared or any(one.statement.sid.rstrip("0123456789").endswith("CreateInUntagged") for one in draft.shapes)
    return Grant(
        draft.name,
        levels=(Level.LIST,) if Use.FREE in uses else (),
        actions=draft.actions(Use.OWN, Use.CREATE, Use.FREE),
        match=draft.match,
        create=Use.CREATE in uses,
        shared=Shared.ANY if shared else Shared.TAGGED,
        protect_tags=_protects(draft, guarded),
    )


def _protects(draft: _Draft, guarded: set[str]) -> bool:
    """Tell whether the grant keeps its tags: where nothing speaks of it, it does."""
    if guarded:
        return {key.casefold() for key in draft.match} <= guarded
    careless = (action for one in draft.shapes if one.use is Use.OWN and not one.careful for action in _actions(one))
    changing = (*_TAGGING, Kind.USE_WITH_TAGS)
    return not any(each.group.kind in changing for action in dict.fromkeys(careless) for each in _known(action))


def _keyed(shapes: Iterable[Shape]) -> Iterator[Remark]:
    for one in shapes:
        if one.keyed and one.use is not Use.OTHER:
            template = N_(
                "The statement {sid} limits the keys of tags; a plan keeps the matched ones and takes any other."
            )
            yield untold(template, sid=quoted(one.statement.sid))


def _told(grants: tuple[Grant, ...]) -> Iterator[Remark]:
    for grant in grants:
        yield told(
            Numbered(
                "The grant {name}: {count} action, on what carries the person's {keys}.",
                "The grant {name}: {count} actions, on what carries the person's {keys}.",
                len(grant.actions),
            ),
            name=quoted(grant.name),
            count=len(grant.actions),
            keys=listed(grant.match),
        )
    if not grants:
        yield untold(N_("No statement gives anything on what carries the person's tags: there is no grant."))
