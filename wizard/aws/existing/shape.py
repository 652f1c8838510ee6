"""What a statement of a permission policy is for, told by its conditions, whoever wrote it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.document import Match, Statement
from wizard.aws.grant.conditions import names_protected
from wizard.aws.grant.proxy import proxy_refusals
from wizard.plan.model import SEPARATORS, Partition

_OWN: Final = re.compile(r"\$\{aws:PrincipalTag/([^}]+)\}", re.IGNORECASE)
_MEMBER: Final = re.compile(r"\*(.)\$\{aws:(ResourceTag|RequestTag)/([^}]+)\}(.)\*", re.IGNORECASE)
_EQUAL: Final = ("StringEquals", "StringLike")
_BINDING: Final = (":createaction", ":taggingaction")
_WHOLE: Final = re.compile(r"\*|arn:[^:]*:[^:]*:\*?:(?:\*|[0-9]{12})?:(?:[A-Za-z0-9_-]+[/:])?\*")


class Use(StrEnum):
    """What a statement is for."""

    OWN = "own"
    """Actions on what carries the person's tags."""
    CREATE = "create"
    """Calls that carry the person's tags."""
    TAG_NEW = "tag-new"
    """The tagging that is a part of such a call."""
    SHARED = "shared"
    """On what has none of the tags."""
    FREE = "free"
    """On everything."""
    BOUNDED = "bounded"
    """On certain resources, whatever their tags are."""
    PROTECTION = "protection"
    """A refusal that the plan makes again by itself: to change tags, or to act on what a call names of others."""
    REFUSAL = "refusal"
    """Any other refusal."""
    OTHER = "other"
    """What no plan holds."""


class Shape(NamedTuple):
    """A statement and what it is for.

    Attributes:
        match: the keys that must equal the person's, as the conditions spell them.
        separators: of those that are lists, by key.
        guarded: the keys that a call must not carry, or that a refusal protects.
        strange: what keeps it from a plan: conditions, resources.
        careful: whether a call must carry no tags, none that is guarded, or the person's own.
        keyed: whether it limits the keys of the tags that a call carries.
    """

    statement: Statement
    use: Use
    match: tuple[str, ...] = ()
    separators: tuple[tuple[str, str], ...] = ()
    guarded: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    careful: bool = False
    keyed: bool = False


class _Conditions:
    """The conditions of a statement, sorted."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        self.resource: dict[str, str] = {}
        self.request: dict[str, str] = {}
        self.separators: dict[str, str] = {}
        self.guarded: dict[str, None] = {}
        self.strange: list[str] = []
        self.unclaimed = self.bound = self.naming = self.untagged = self.keyed = self.own_tags = False
        for condition in conditions:
            if not self._takes(condition):
                self.strange.append(f"{condition.operator.name} {condition.key}")

    def _takes(self, condition: Condition) -> bool:
        kind, _, key = condition.key.partition("/")
        kind, name = kind.lower(), condition.operator.name
        if name == "Null":
            return self._takes_presence(kind, key, condition.values)
        if kind.endswith(":resourcetag"):
            return self._takes_equality(self.resource, key, condition) or name == "StringNotLike"
        if kind == "aws:requesttag":
            if name == "StringEqualsIfExists" and all(map(_variable, condition.values)):
                self.own_tags = True
                return True
            return self._takes_equality(self.request, key, condition) or name == "StringNotLike"
        if kind == "aws:principaltag":
            return condition.values == ("?*",) or self._takes_member(key, condition)
        if kind == "aws:tagkeys" and name == "ForAllValues:StringEquals":
            self.keyed = True
        elif kind.endswith(_BINDING):
            self.bound = True
        else:
            return False
        return True

    def _takes_presence(self, kind: str, key: str, values: tuple[str, ...]) -> bool:
        absent = values == ("true",)
        if kind == "aws:tagkeys":
            self.untagged, self.naming = self.untagged or absent, self.naming or not absent
        elif kind == "aws:requesttag" and absent:
            self.guarded[key] = None
        elif kind.endswith(":resourcetag") and absent:
            self.unclaimed = True
        else:
            return kind == "aws:principaltag" and not absent
        return True

    def _takes_equality(self, found: dict[str, str], key: str, condition: Condition) -> bool:
        """Take a condition that a tag equals the person's of the same key, or one that a request's equals it."""
        if condition.operator.name not in _EQUAL or len(condition.values) != 1:
            return False
        match = _OWN.fullmatch(condition.values[0]) or _VARIABLE.fullmatch(condition.values[0])
        if match is None or match[match.lastindex or 1].casefold() != key.casefold():
            return False
        found.setdefault(key.casefold(), key)
        return True

    def _takes_member(self, key: str, condition: Condition) -> bool:
        match = _MEMBER.fullmatch(condition.values[0]) if len(condition.values) == 1 else None
        if condition.operator.name != "StringLike" or match is None or match[1] != match[4]:
            return False
        if match[1] not in SEPARATORS or match[3].casefold() != key.casefold():
            return False
        found = self.resource if match[2].lower() == "resourcetag" else self.request
        found.setdefault(key.casefold(), key)
        self.separators[key] = match[1]
        return True


_VARIABLE: Final = re.compile(r"\$\{aws:(?:PrincipalTag|ResourceTag)/([^}]+)\}", re.IGNORECASE)


def _variable(value: str) -> bool:
    return _VARIABLE.fullmatch(value) is not None


def shape(statement: Statement) -> Shape:
    """Return what a statement is for."""
    if not statement.allows:
        return _refusal(statement)
    found = _Conditions(statement.conditions)
    strange = [*found.strange, *_inverted(statement)]
    resources = statement.resources.values if statement.resources else ()
    whole = all(_WHOLE.fullmatch(arn) for arn in resources)
    keys = found.resource or found.request
    if strange:
        use = Use.OTHER
    elif found.resource:
        use = Use.OWN if whole else Use.OTHER
        strange = [] if whole else [arn for arn in resources if not _WHOLE.fullmatch(arn)]
    elif found.request:
        use = Use.TAG_NEW if found.bound else Use.CREATE
    elif found.unclaimed:
        use = Use.SHARED
    elif statement.conditions:
        use, strange = Use.OTHER, [f"{each.operator.name} {each.key}" for each in statement.conditions]
    else:
        use = Use.FREE if resources == ("*",) else Use.BOUNDED
    return Shape(
        statement,
        use,
        tuple(keys.values()),
        tuple(found.separators.items()),
        tuple(found.guarded),
        tuple(strange),
        found.untagged or found.naming or found.own_tags or bool(found.guarded),
        found.keyed,
    )


def _inverted(statement: Statement) -> Iterable[str]:
    if statement.actions.inverted:
        yield "NotAction"
    if statement.resources and statement.resources.inverted:
        yield "NotResource"


def _refusal(statement: Statement) -> Shape:
    """Return the shape of a refusal: one that keeps tags is the plan's own."""
    own = names_protected(()).operator
    keys = [each.values for each in statement.conditions if each.operator.name == own and each.key == "aws:TagKeys"]
    if len(keys) == 1:
        return Shape(statement, Use.PROTECTION, guarded=keys[0])
    return Shape(statement, Use.PROTECTION if _of_proxy(statement) else Use.REFUSAL)


def _of_proxy(statement: Statement) -> bool:
    """Tell whether the refusal is one that every plan with these actions makes."""
    if statement.actions.inverted or statement.resources != Match(("*",)):
        return False
    actions = statement.actions.values
    conditions = [(one.operator.name, one.key, one.values) for one in statement.conditions]
    made = (one for partition in Partition for one in proxy_refusals(actions, partition))
    return any(
        set(one.actions) == set(actions) and [tuple(each) for each in one.conditions] == conditions for one in made
    )
