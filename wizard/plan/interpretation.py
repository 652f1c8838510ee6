"""From the nodes of a document to a plan, as the plan's shape asks; every problem on the way is collected."""

from typing import Any, Final

from wizard.language import _
from wizard.plan import wording
from wizard.plan.document import ListNode, MapNode, Node, ScalarNode
from wizard.plan.error import PlanError, Problem
from wizard.plan.model import VERSION, Plan, Profile, ProfileValue, Scalar
from wizard.plan.path import Steps, written
from wizard.plan.plain import Doubtful, Meaning, plain_value
from wizard.plan.shape import Attributes, Choice, Flag, Key, ListOf, Record, Shape, Whole, plan_shape

MOST_PROBLEMS: Final = 50
"""Problems that one reading reports; a file with more is no plan."""

Pairs = dict[str, tuple[Node, Node]]


def interpreted(root: Node) -> Plan:
    """Return the plan that a document holds; PlanError with its problems, in the document's order."""
    reading = _Reading()
    try:
        plan = reading.plan(root)
    except _Enough:
        plan = None
    if plan is None or reading.problems:
        raise PlanError(sorted(reading.problems, key=lambda problem: (problem.line, problem.column)))
    return plan


class _Enough(Exception):
    """The reading has found all the problems that it reports."""


class _Reading:
    """One reading of a document, and the problems so far.

    A value with a problem becomes None, so that the reading goes on; a plan with such a value is never returned.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def plan(self, root: Node) -> Plan | None:
        """Return the plan, None where it cannot be told."""
        if not isinstance(root, MapNode):
            self._refuse(root, (), wording.no_plan(root))
            return None
        pairs = self._pairs(root, ())
        if "version" not in pairs:
            self._refuse(root, ("version",), _("The key version is missing; a plan begins with version: 1"))
        else:
            self._check_version(pairs.pop("version")[1])
        return Plan(**self._record(root, pairs, plan_shape(), ()))

    def _check_version(self, node: Node) -> None:
        number = _meaning(node)
        if type(number) is not int or number < 1:
            self._refuse(node, ("version",), wording.no_version(node))
        elif number > VERSION:
            self.problems.clear()
            self._refuse(node, ("version",), wording.later_version(number))
            raise _Enough

    def _refuse(self, node: Node, path: Steps, message: str) -> None:
        self.problems.append(Problem(node.line, node.column, written(path), message))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def _pairs(self, node: MapNode, path: Steps) -> Pairs:
        """Return the entries of a mapping by key; refuses keys that are no text, and all but the first of a key."""
        pairs: Pairs = {}
        for key, value in node.pairs:
            name = self._name(key, path)
            if name is None:
                continue
            if name in pairs:
                self._refuse(key, (*path, name), wording.repeated_key(name, pairs[name][0].line))
            else:
                pairs[name] = (key, value)
        return pairs

    def _name(self, key: Node, path: Steps) -> str | None:
        meaning = _meaning(key)
        if isinstance(meaning, str):
            return meaning
        self._refuse(key, path, wording.no_key(key, meaning))
        return None

    def _record(self, node: Node, pairs: Pairs, shape: Record, path: Steps) -> dict[str, Any]:
        """Return the values of a record by key; a needed key that is missing has None."""
        values: dict[str, Any] = {}
        for name, (key_node, value) in pairs.items():
            key = shape.key(name)
            if key is None:
                self._refuse(key_node, (*path, name), wording.unknown_key(name, shape))
            else:
                values[name] = self._keyed(value, key, (*path, name))
        for key in shape.keys:
            if key.needed and key.name not in values:
                self._refuse(node, (*path, key.name), wording.missing_key(key))
                values[key.name] = None
        return values

    def _keyed(self, node: Node, key: Key, path: Steps) -> Any:
        if _meaning(node) is not None:
            return self._value(node, key.shape, path)
        if not key.nullable:
            self._refuse(node, path, wording.null(key.shape, needed=key.needed))
        return None

    def _value(self, node: Node, shape: Shape, path: Steps) -> Any:
        match shape, node:
            case Record(), MapNode():
                return shape.kind(**self._record(node, self._pairs(node, path), shape, path))
            case ListOf(), ListNode():
                return tuple(self._value(item, shape.item, (*path, at)) for at, item in enumerate(node.items))
            case Attributes(), MapNode():
                return self._profile(node, path)
            case _, ScalarNode() if not isinstance(shape, Record | ListOf | Attributes):
                return self._scalar(node, shape, path)
        return self._refuse(node, path, wording.misfit(node, _meaning(node), shape))

    def _scalar(self, node: ScalarNode, shape: Shape, path: Steps) -> Any:
        meaning = _meaning(node)
        match shape:
            case Whole():
                fits = type(meaning) is int
            case Flag():
                fits = type(meaning) is bool
            case Choice():
                if meaning in shape.texts:
                    return shape.value(str(meaning))
                fits = False
            case _:
                fits = type(meaning) is str
        return meaning if fits else self._refuse(node, path, wording.misfit(node, meaning, shape))

    def _profile(self, node: MapNode, path: Steps) -> Profile:
        pairs = self._pairs(node, path).items()
        return tuple((name, self._attribute(value, (*path, name))) for name, (_key, value) in pairs)

    def _attribute(self, node: Node, path: Steps) -> ProfileValue:
        if isinstance(node, ListNode):
            return tuple(self._member(item, (*path, at)) for at, item in enumerate(node.items))
        return self._member(node, path)

    def _member(self, node: Node, path: Steps) -> Scalar:
        meaning = _meaning(node)
        if isinstance(node, ScalarNode) and not isinstance(meaning, Doubtful):
            return meaning
        self._refuse(node, path, wording.no_attribute(node, meaning))
        return None


def _meaning(node: Node) -> Meaning:
    """Return what a scalar means to every reader of YAML; Doubtful also for a list and a mapping."""
    if not isinstance(node, ScalarNode):
        return Doubtful("")
    return plain_value(node.text) if node.plain else node.text
