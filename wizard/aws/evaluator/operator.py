"""The condition operators of IAM: what each compares, and how.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html, read 2026-11-24.
A request's value that its operator cannot read, as a word where a number stands, never matches; that is not documented.
"""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from operator import eq, ge, gt, le, lt
from typing import Any, Final

from wizard.aws.evaluator.arn_pattern import arn_matcher
from wizard.aws.evaluator.pattern import Matcher, UnreadableValue, matcher, parts
from wizard.language import _

Compiler = Callable[[str, bool], Matcher]
"""From a value of the policy, and whether its version knows variables, to what compares a request's value with it."""


class Quantifier(StrEnum):
    """How the values of a multivalued key are taken together."""

    NONE = ""
    ALL = "ForAllValues"
    ANY = "ForAnyValue"


@dataclass(frozen=True, slots=True)
class Operator:
    """A condition operator in its parts: quantifier, the comparison, whether negated, whether IfExists.

    Attributes:
        variables: whether policy variables can stand in its values: with String and Arn operators only.
    """

    name: str
    quantifier: Quantifier
    compiler: Compiler
    negated: bool
    if_exists: bool
    variables: bool

    @property
    def asks_for_presence(self) -> bool:
        """Whether it is Null, which asks for the key and not for its value."""
        return self.name.endswith(NULL)


def _string(*, wildcards: bool, fold: bool = False) -> Compiler:
    return lambda text, variables: matcher(parts(text, wildcards=wildcards, variables=variables), fold=fold)


def _arn(text: str, variables: bool) -> Matcher:
    return arn_matcher(text, variables=variables)


def _typed(read: Callable[[str], Any], compare: Callable[[Any, Any], bool]) -> Compiler:
    """Return a compiler for values that are read first; it raises UnreadableValue for a value of the policy."""

    def compiler(text: str, _: bool) -> Matcher:
        wanted = read(text)

        def matches(value: str, _: object) -> bool:
            try:
                return compare(read(value), wanted)
            except UnreadableValue:
                return False

        return matches

    return compiler


_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,400}(\.[0-9]{0,400})?([eE][+-]?[0-9]{1,4})?")


def _number(text: str) -> Decimal:
    if _NUMBER.fullmatch(text) is None:
        raise UnreadableValue(_("{text!r} is no number").format(text=text))
    return Decimal(text)


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS: Final = re.compile(r"-?[0-9]{5,14}|-[0-9]{1,4}|[0-9]{1,3}")
_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2})"
    r"(?P<time>T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)


def _moment(text: str) -> datetime:
    """Return the moment of an ISO 8601 date, in the forms of https://www.w3.org/TR/NOTE-datetime, or of epoch seconds.

    A date that leaves out parts is its first moment, one without a zone is in UTC, and four digits are a year rather
    than seconds of the year 1970: none of this is documented.
    """
    try:
        if _SECONDS.fullmatch(text):
            return _EPOCH + timedelta(seconds=int(text))
        if match := _DATE.fullmatch(text):
            day = f"{match['year']}-{match['month'] or '01'}-{match['day'] or '01'}"
            moment = datetime.fromisoformat(f"{day}{match['time'] or ''}")
            return moment.replace(tzinfo=moment.tzinfo or UTC)
    except (ValueError, OverflowError) as error:
        raise UnreadableValue(_("{text!r} is a date that no calendar has").format(text=text)) from error
    raise UnreadableValue(_("{text!r} is no date in ISO 8601 and no number of seconds").format(text=text))


def _truth(text: str) -> bool:
    """Return true or false, whose case does not matter, which is not documented."""
    if text.lower() not in ("true", "false"):
        raise UnreadableValue(_("{text!r} is neither true nor false").format(text=text))
    return text.lower() == "true"


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise UnreadableValue(_("{text!r} is no base64").format(text=text)) from error


_NETWORK: Final = re.compile(r"[0-9A-Fa-f.:]+(/[0-9]{1,3})?")


def _network(text: str) -> Any:
    """Return an address or a range in CIDR format; an IPv6 address without a prefix is taken for itself alone."""
    from ipaddress import ip_network  # noqa: PLC0415 - few policies ask for an address

    try:
        if _NETWORK.fullmatch(text):
            return ip_network(text, strict=False)
    except ValueError as error:
        told = _("{text!r} is no IP address and no range of them: {error}")
        raise UnreadableValue(told.format(text=text, error=error)) from error
    raise UnreadableValue(_("{text!r} is no IP address and no range of them").format(text=text))


def _within(inner: Any, outer: Any) -> bool:
    return bool(inner.version == outer.version and inner.subnet_of(outer))


NULL: Final = "Null"
_TEXTS: Final[dict[str, tuple[Compiler, bool]]] = {
    "StringEquals": (_string(wildcards=False), False),
    "StringNotEquals": (_string(wildcards=False), True),
    "StringEqualsIgnoreCase": (_string(wildcards=False, fold=True), False),
    "StringNotEqualsIgnoreCase": (_string(wildcards=False, fold=True), True),
    "StringLike": (_string(wildcards=True), False),
    "StringNotLike": (_string(wildcards=True), True),
    "ArnEquals": (_arn, False),
    "ArnLike": (_arn, False),
    "ArnNotEquals": (_arn, True),
    "ArnNotLike": (_arn, True),
}
_COMPARISONS: Final[dict[str, tuple[Compiler, bool]]] = {
    **_TEXTS,
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
    NULL: (_typed(_truth, eq), False),
}
NAMES: Final = tuple(_COMPARISONS)


def operator(name: str) -> Operator:
    """Return the operator of a full name, ``ForAnyValue:StringLikeIfExists``; LookupError where there is none.

    IfExists can end every operator but Null.
    """
    quantifier, colon, rest = name.rpartition(":")
    if colon and quantifier not in (Quantifier.ALL, Quantifier.ANY):
        raise LookupError(name)
    comparison = rest.removesuffix("IfExists")
    compiler, negated = _COMPARISONS[comparison]
    if_exists = comparison != rest
    if if_exists and comparison == NULL:
        raise LookupError(name)
    return Operator(name, Quantifier(quantifier), compiler, negated, if_exists, comparison in _TEXTS)
