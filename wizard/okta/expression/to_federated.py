"""What the classic functions are in Identity Engine's dialect; a function that is not here has no counterpart there."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from wizard.okta.expression.node import ArrayLiteral, Conditional, Index, Literal, Node
from wizard.okta.expression.rebuilt import concatenation, constant, function, method, pairs, path

Counterpart: TypeAlias = Callable[..., Node | None]
"""From the arguments, which are translated already, to the counterpart; None where these have none."""


def _method(*names: str) -> Counterpart:
    """Return what calls one method after the other, the first with all arguments behind the receiver."""

    def called(receiver: Node, *arguments: Node) -> Node:
        node: Node = method(receiver, names[0], *arguments)
        for name in names[1:]:
            node = method(node, name)
        return node

    return called


def _joined(separator: Node, *texts: Node) -> Node:
    if isinstance(separator, Literal) and separator.value == "":
        return concatenation(*texts)
    first, *others = texts
    return concatenation(first, *(part for text in others for part in (separator, text)))


def _switched(text: Node, default: Node, *keys_and_values: Node) -> Node:
    node = default
    for key, value in reversed(tuple(zip(keys_and_values[::2], keys_and_values[1::2], strict=True))):
        node = Conditional(1, method(text, "contains", key), value, node)
    return node


def _flattened(*values: Node) -> Node | None:
    if any(isinstance(value, Literal) and isinstance(value.value, str) for value in values):
        return None
    return method(ArrayLiteral(1, values), "flatten")


def _member_of(key: str, way: str, *values: Node) -> Node:
    wanted = values[0] if len(values) == 1 else ArrayLiteral(1, values)
    criterion = {key: wanted, **({"operator": constant(way)} if way else {})}
    return function("user.isMemberOf", pairs(**criterion))


def _property(name: Node) -> Node | None:
    if isinstance(name, Literal) and name.value in ("id", "status"):
        return path("user", str(name.value))
    return None


def _now(zone: Node | None = None, pattern: Node | None = None) -> Node | None:
    """Return the time as text; with a zone and no pattern the two pages show different texts."""
    if zone is None or pattern is None:
        return method(function("DateTime.now"), "toString") if zone is None else None
    return method(method(function("DateTime.now"), "toZone", zone), "toString", pattern)


def _in_pattern(time: Node, pattern: Node) -> Node:
    return method(method(time, "parseStringTime"), "toString", pattern)


_UPPER: Final = _method("toUpperCase")
_LOWER: Final = _method("toLowerCase")
_BEFORE: Final = _method("substringBefore")
_AFTER: Final = _method("substringAfter")
_PART: Final = _method("substring")

TO_FEDERATED: Final[dict[str, Counterpart]] = {
    "String.append": concatenation,
    "String.join": _joined,
    "String.len": _method("length"),
    "String.removeSpaces": _method("removeSpaces"),
    "String.replace": _method("replace"),
    "String.replaceFirst": _method("replaceFirst"),
    "String.stringContains": _method("contains"),
    "String.stringSwitch": _switched,
    "String.substring": _PART,
    "String.substringAfter": _AFTER,
    "String.substringBefore": _BEFORE,
    "String.toUpperCase": _UPPER,
    "String.toLowerCase": _LOWER,
    "toUpperCase": _UPPER,
    "toLowerCase": _LOWER,
    "substringBefore": _BEFORE,
    "substringAfter": _AFTER,
    "substring": _PART,
    "Arrays.add": _method("add"),
    "Arrays.remove": _method("remove"),
    "Arrays.clear": lambda _array: ArrayLiteral(1, ()),
    "Arrays.get": lambda array, position: Index(1, array, position),
    "Arrays.flatten": _flattened,
    "Arrays.contains": _method("contains"),
    "Arrays.size": _method("size"),
    "Arrays.isEmpty": _method("isEmpty"),
    "Convert.toInt": _method("toInteger"),
    "Convert.toNum": _method("toNumber"),
    **{
        f"Iso3166Convert.{name}": _method("parseCountryCode", name)
        for name in ("toAlpha2", "toAlpha3", "toNumeric", "toName")
    },
    "isMemberOfGroupName": partial(_member_of, "group_profile_name", "EXACT"),
    "isMemberOfGroupNameStartsWith": partial(_member_of, "group_profile_name", "STARTS_WITH"),
    "isMemberOfGroup": partial(_member_of, "group_id", ""),
    "isMemberOfAnyGroup": partial(_member_of, "group_id", ""),
    "user.getInternalProperty": _property,
    "Time.now": _now,
    "Time.fromWindowsToIso8601": _method("parseWindowsTime", "toString"),
    "Time.fromUnixToIso8601": _method("parseUnixTime", "toString"),
    "Time.fromStringToIso8601": _method("parseStringTime", "toString"),
    "Time.fromIso8601ToWindows": _method("parseStringTime", "toWindows"),
    "Time.fromIso8601ToUnix": _method("parseStringTime", "toUnix"),
    "Time.fromIso8601ToString": _in_pattern,
}
"""From the name of a classic function to its counterpart."""
