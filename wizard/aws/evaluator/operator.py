"""The condition operators of IAM: what each compares, and how.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html, read 2026-11-24.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from operator import eq, ge, gt, le, lt
from typing import Any, Final

from wizard.aws.evaluator.pattern import Matcher, matcher

Compiler = Callable[[str, bool], Matcher]
"""From a value of the policy, and whether its version knows variables, to what compares a request's value with it."""


class UnreadableValue(ValueError):
    """A value of a policy that its operator cannot read: a date that is none, a range that is no network."""


class Quantifier(StrEnum):
    """How the values of a multivalued key are taken together."""

    NONE = ""
    ALL = "ForAllValues"
    ANY = "ForAnyValue"


@dataclass(frozen=True, slots=True)
class Operator:
    """A condition operator in its parts: quantifier, the comparison, whether negated, whether IfExists."""

    name: str
    quantifier: Quantifier
    compiler: Compiler
    negated: bool
    if_exists: bool


def _string(*, wildcards: bool, fold: bool = False) -> Compiler:
    return lambda text, variables: matcher(text, wildcards=wildcards, variables=variables, fold=fold)


def _typed(read: Callable[[str], Any], compare: Callable[[Any, Any], bool]) -> Compiler:
    """Return a compiler for values that are read first; a request's value that cannot be read never matches."""

    def compiler(text: str, _: bool) -> Matcher:
        wanted = read(text)

        def matches(value: str, _: object) -> bool:
            try:
                return compare(read(value), wanted)
            except (UnreadableValue, TypeError):
                return False

        return matches

    return compiler


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise UnreadableValue(f"{text!r} is no number") from error
    if not number.is_finite():
        raise UnreadableValue(f"{text!r} is no number")
    return number


def _moment(text: str) -> datetime:
    """Return a date in UTC, from ISO 8601 or from seconds since 1970."""
    try:
        if text.lstrip("-").isdigit():
            return datetime.fromtimestamp(int(text), UTC)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError) as error:
        raise UnreadableValue(f"{text!r} is no date in ISO 8601 and no number of seconds") from error
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def _truth(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise UnreadableValue(f"{text!r} is neither true nor false")
    return text.lower() == "true"


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise UnreadableValue(f"{text!r} is no base64") from error


def _network(text: str) -> Any:
    from ipaddress import ip_network  # noqa: PLC0415 - few policies ask for an address

    try:
        return ip_network(text, strict=False)
    except ValueError as error:
        raise UnreadableValue(f"{text!r} is no IP address and no range of them") from error


def _within(inner: Any, outer: Any) -> bool:
    return bool(inner.version == outer.version and inner.subnet_of(outer))


_ARN_PARTS = 6


def _arn(text: str, variables: bool) -> Matcher:
    """Return what compares ARNs: each of the six parts by itself, with wildcards."""
    wanted = _arn_parts(text)
    matchers = [matcher(part, wildcards=True, variables=variables) for part in wanted]

    def matches(value: str, context: Any) -> bool:
        found = value.split(":", _ARN_PARTS - 1)
        return len(found) == len(matchers) and all(
            each(part, context) for each, part in zip(matchers, found, strict=True)
        )

    return matches


def _arn_parts(text: str) -> list[str]:
    """Return the parts of an ARN pattern; a colon inside a policy variable does not part."""
    found: list[str] = []
    depth = start = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if character == ":" and not depth and len(found) < _ARN_PARTS - 1:
            found.append(text[start:index])
            start = index + 1
    return [*found, text[start:]]


_COMPARISONS: Final[dict[str, tuple[Compiler, bool]]] = {
    "StringEquals": (_string(wildcards=False), False),
    "StringNotEquals": (_string(wildcards=False), True),
    "StringEqualsIgnoreCase": (_string(wildcards=False, fold=True), False),
    "StringNotEqualsIgnoreCase": (_string(wildcards=False, fold=True), True),
    "StringLike": (_string(wildcards=True), False),
    "StringNotLike": (_string(wildcards=True), True),
    "NumericEquals": (_typed(_number, eq), False),
    "NumericNotEquals": (_typed(_number, eq), True),
    "NumericLessThan": (_typed(_number, lt), False),
    "NumericLessThanEquals": (_typed(_number, le), False),
    "NumericGreaterThan": (_typed(_number, gt), False),
    "NumericGreaterThanEquals": (_typed(_number, ge), False),
    "DateEquals": (_typed(_moment, eq), False),
    "DateNotEquals": (_typed(_moment, eq), True),
    "DateLessThan": (_typed(_moment, lt), False),
    "DateLessThanEquals": (_typed(_moment, le), False),
    "DateGreaterThan": (_typed(_moment, gt), False),
    "DateGreaterThanEquals": (_typed(_moment, ge), False),
    "Bool": (_typed(_truth, eq), False),
    "BinaryEquals": (_typed(_bytes, eq), False),
    "IpAddress": (_typed(_network, _within), False),
    "NotIpAddress": (_typed(_network, _within), True),
    "ArnEquals": (_arn, False),
    "ArnLike": (_arn, False),
    "ArnNotEquals": (_arn, True),
    "ArnNotLike": (_arn, True),
}

NULL: Final = "Null"
NAMES: Final = (*_COMPARISONS, NULL)


def operator(name: str) -> Operator:
    """Return the operator of a full name, ``ForAnyValue:StringLikeIfExists``; LookupError where there is none."""
    quantifier, colon, rest = name.rpartition(":")
    if colon and quantifier not in (Quantifier.ALL, Quantifier.ANY):
        raise LookupError(name)
    if_exists = rest.endswith("IfExists")
    comparison = rest.removesuffix("IfExists")
    if comparison == NULL and not if_exists and not colon:
        return Operator(name, Quantifier.NONE, _typed(_truth, eq), False, False)
    compiler, negated = _COMPARISONS[comparison]
    return Operator(name, Quantifier(quantifier), compiler, negated, if_exists)
