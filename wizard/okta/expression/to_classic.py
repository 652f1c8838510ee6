"""What Identity Engine's functions are in the classic dialect; a function that is not here has no counterpart there."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from wizard.okta.expression.functions import called
from wizard.okta.expression.node import ArrayLiteral, Call, Literal, MapLiteral, Node
from wizard.okta.expression.rebuilt import Change, function
from wizard.okta.expression.value_type import ValueType

Counterpart: TypeAlias = Callable[[Call, Change, ValueType], Node | None]
"""From the call, what translates its parts, and the receiver's type, to the counterpart; None where it has none."""


def _parts(call: Call, change: Change) -> tuple[Node, ...]:
    return tuple(map(change, call.children()))


def _function(name: str) -> Counterpart:
    return lambda call, change, _kind: function(name, *_parts(call, change))


def _by_type(**names: str) -> Counterpart:
    """Return what goes by the receiver's type; there is no counterpart while that is unknown."""

    def chosen(call: Call, change: Change, kind: ValueType) -> Node | None:
        return function(names[kind.value], *_parts(call, change)) if kind.value in names else None

    return chosen


def _part(call: Call, change: Change, _kind: ValueType) -> Node:
    text, start, *end = _parts(call, change)
    return function("String.substring", text, start, *(end or [function("String.len", text)]))


def _country(output: str, call: Call, change: Change, _kind: ValueType) -> Node | None:
    parse = call.target
    if not isinstance(parse, Call) or called(parse) != ".parseCountryCode":
        return None
    return function(f"Iso3166Convert.{output}", *_parts(parse, change))


def _member_of(call: Call, change: Change, _kind: ValueType) -> Node | None:
    """Return the test of one group name or of ids; criteria of other kinds have no counterpart."""
    criterion = call.arguments[0]
    if len(call.arguments) != 1 or not isinstance(criterion, MapLiteral):
        return None
    items = {key.value: value for key, value in criterion.pairs if isinstance(key, Literal)}
    way = items.pop("operator", Literal(1, "STARTS_WITH"))
    if len(items) != 1 or not isinstance(way, Literal):
        return None
    ((key, value),) = items.items()
    if key == "group.id":
        ids = value.items if isinstance(value, ArrayLiteral) else (value,)
        return (
            function("isMemberOfGroup" if len(ids) == 1 else "isMemberOfAnyGroup", *map(change, ids)) if ids else None
        )
    if key != "group.profile.name" or isinstance(value, ArrayLiteral):
        return None
    name = {"EXACT": "isMemberOfGroupName", "STARTS_WITH": "isMemberOfGroupNameStartsWith"}.get(str(way.value))
    return function(name, change(value)) if name else None


def _iso8601(node: Node | None, change: Change) -> Node | None:
    """Return the classic text of a date and time, None where no classic function gives it."""
    if not isinstance(node, Call):
        return None
    name = called(node)
    if name in ("DateTime.now", "Time.now"):
        return function("Time.now")
    if name == ".toZone" and isinstance(node.target, Call) and called(node.target) in ("DateTime.now", "Time.now"):
        return function("Time.now", *map(change, node.arguments))
    if name == ".parseStringTime" and not node.arguments and node.target is not None:
        return change(node.target)
    classic = _PARSED.get(name)
    return function(classic, *_parts(node, change)) if classic else None


_PARSED: Final = {
    ".parseWindowsTime": "Time.fromWindowsToIso8601",
    ".parseUnixTime": "Time.fromUnixToIso8601",
    ".parseStringTime": "Time.fromStringToIso8601",
}


def _time_written(name: str, call: Call, change: Change, _kind: ValueType) -> Node | None:
    text = _iso8601(call.target, change)
    return None if text is None else function(name, text)


def _time_text(call: Call, change: Change, _kind: ValueType) -> Node | None:
    text = _iso8601(call.target, change)
    if text is None or not call.arguments:
        return text
    return function("Time.fromIso8601ToString", text, *map(change, call.arguments))


_STRING, _ARRAY = ValueType.STRING.value, ValueType.ARRAY.value

TO_CLASSIC: Final[dict[str, Counterpart]] = {
    ".toUpperCase": _function("String.toUpperCase"),
    ".toLowerCase": _function("String.toLowerCase"),
    ".substring": _part,
    ".replace": _function("String.replace"),
    ".replaceFirst": _function("String.replaceFirst"),
    ".length": _function("String.len"),
    ".removeSpaces": _function("String.removeSpaces"),
    ".substringBefore": _function("String.substringBefore"),
    ".substringAfter": _function("String.substringAfter"),
    ".contains": _by_type(**{_STRING: "String.stringContains", _ARRAY: "Arrays.contains"}),
    ".size": _function("Arrays.size"),
    ".isEmpty": _function("Arrays.isEmpty"),
    ".add": _function("Arrays.add"),
    ".remove": _function("Arrays.remove"),
    ".flatten": _function("Arrays.flatten"),
    ".toInteger": _function("Convert.toInt"),
    ".toNumber": _function("Convert.toNum"),
    **{f".{output}": partial(_country, output) for output in ("toAlpha2", "toAlpha3", "toNumeric", "toName")},
    "user.isMemberOf": _member_of,
    ".toString": _time_text,
    ".toWindows": partial(_time_written, "Time.fromIso8601ToWindows"),
    ".toUnix": partial(_time_written, "Time.fromIso8601ToUnix"),
}
"""From the name of a function of Identity Engine to its counterpart."""
