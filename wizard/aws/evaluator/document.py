"""Reads policy documents of any origin: from JSON text to statements, or an error that names the place.

The grammar is https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, what else AWS refuses
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html, both read 2026-11-24.
An ``Id`` is taken everywhere: it decides nothing.
"""

import json
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Final

from wizard.aws.evaluator.arn_pattern import resource_parts
from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.operator import NAMES, operator
from wizard.aws.evaluator.pattern import UnreadableValue
from wizard.aws.evaluator.principal import EVERYBODY
from wizard.frozen import Frozen
from wizard.language import N_, _

LONGEST: Final = 1_000_000
"""Characters of a document; the longest that IAM takes anywhere has some tens of thousands."""
LARGEST: Final = 4 * LONGEST
"""Bytes of a file with such a document, in UTF-8."""

VARIABLES_SINCE: Final = "2012-10-17"
_VERSIONS: Final = (VARIABLES_SINCE, "2008-10-17")
_STATEMENT_KEYS: Final = (
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
)  # fmt: skip


class Kind(StrEnum):
    """What a policy is attached to, and so which elements stand in it.

    Boundaries, service control policies and session policies have the elements of an identity policy.
    """

    IDENTITY = N_("identity policy")
    TRUST = N_("trust policy")


_FOREIGN: Final = {
    Kind.IDENTITY: dict.fromkeys(("Principal", "NotPrincipal"), N_("its principal is whom it is attached to")),
    Kind.TRUST: {
        **dict.fromkeys(("Resource", "NotResource"), N_("its role is its resource")),
        "NotPrincipal": N_("IAM takes Principal there only"),
    },
}
"""What does not stand in a statement of a kind, and why."""


class PolicyError(ValueError):
    """A document that is no policy; the message names the place as a JSON path: ``$.Statement[0].Effect``."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


class Match(Frozen):
    """An element or its opposite: Action or NotAction, Resource or NotResource."""

    values: tuple[str, ...]
    inverted: bool = False


class Statement(Frozen):
    """One statement, as it was written; without a Sid it is called by its number.

    A trust policy has no resources, being attached to its role; an identity policy has no principals.
    """

    sid: str
    allows: bool
    actions: Match
    resources: Match | None
    principals: tuple[str, ...] | None
    conditions: tuple[Condition, ...]
    variables: bool


class Policy(Frozen):
    """A policy: what it is called in decisions, and its statements in order."""

    name: str
    statements: tuple[Statement, ...]


class _Twice(dict[str, Any]):
    """An object in which a key stands twice, which IAM refuses."""


class _Number(str):
    """A number as the document writes it."""

    __slots__ = ()


def policy(text: str, name: str, kind: Kind = Kind.IDENTITY) -> Policy:
    """Return the policy of a document's text; PolicyError where it is none of this kind."""
    if len(text) > LONGEST:
        told = _("the document has {count:,} characters; at most {limit:,} are read")
        raise PolicyError("$", told.format(count=len(text), limit=LONGEST))
    try:
        document = json.loads(
            text, object_pairs_hook=_unique, parse_int=_Number, parse_float=_Number, parse_constant=_Number
        )
    except json.JSONDecodeError as error:
        told = _("line {line}, column {column}: no JSON: {error}")
        raise PolicyError("$", told.format(line=error.lineno, column=error.colno, error=error.msg)) from error
    except RecursionError as error:
        raise PolicyError("$", _("the document is nested too deeply for a policy")) from error
    return policy_from(document, name, kind)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(found)


def policy_from(document: object, name: str, kind: Kind = Kind.IDENTITY) -> Policy:
    """Return the policy of a document that is parsed already; PolicyError where it is none of this kind."""
    found = _object(document, "$")
    _known(found, "$", ("Version", "Id", "Statement"))
    version = found.get("Version", "2008-10-17")
    if version not in _VERSIONS:
        told = _("{found}; a policy's version is {versions}")
        raise PolicyError("$.Version", told.format(found=_shown(version), versions=_(" or ").join(_VERSIONS)))
    _text(found.get("Id", ""), "$.Id")
    if "Statement" not in found:
        raise PolicyError("$", _("the document has no Statement"))
    listed = found["Statement"]
    statements = listed if isinstance(listed, list) else [listed]
    path = "$.Statement[{}]" if isinstance(listed, list) else "$.Statement"
    read = _Reader(kind, variables=version == VARIABLES_SINCE)
    return Policy(name, tuple(read.statement(each, path.format(at), at) for at, each in enumerate(statements)))


class _Reader:
    """Reads the statements of one document."""

    def __init__(self, kind: Kind, *, variables: bool) -> None:
        self._kind = kind
        self._variables = variables
        self._sids: set[str] = set()

    def statement(self, document: object, path: str, index: int) -> Statement:
        found = _object(document, path)
        _known(found, path, _STATEMENT_KEYS)
        for element, reason in _FOREIGN[self._kind].items():
            if element in found:
                told = _("no element of a statement of this {policy}: {reason}")
                raise PolicyError(f"{path}.{element}", told.format(policy=_(self._kind), reason=_(reason)))
        effect = found.get("Effect")
        if effect not in ("Allow", "Deny"):
            told = _("{found}; an effect is Allow or Deny")
            raise PolicyError(f"{path}.Effect", told.format(found=_shown(effect)))
        actions = _either(found, path, "Action", _action)
        if actions is None:
            raise PolicyError(path, _("the statement has neither Action nor NotAction"))
        return Statement(
            sid=self._sid(found.get("Sid", ""), f"{path}.Sid") or f"statement {index + 1}",
            allows=effect == "Allow",
            actions=actions,
            resources=self._resources(found, path),
            principals=self._principals(found, path),
            conditions=tuple(self._conditions(found.get("Condition", {}), f"{path}.Condition")),
            variables=self._variables,
        )

    def _sid(self, value: object, path: str) -> str:
        sid = _text(value, path)
        if sid in self._sids:
            raise PolicyError(path, _("{sid} stands twice; a Sid is unique in its policy").format(sid=_shown(sid)))
        if sid:
            self._sids.add(sid)
        return sid

    def _resources(self, found: dict[str, Any], path: str) -> Match | None:
        if self._kind is Kind.TRUST:
            return None
        match = _either(found, path, "Resource", lambda text: resource_parts(text, variables=self._variables))
        if match is None:
            raise PolicyError(path, _("the statement of an identity policy has neither Resource nor NotResource"))
        return match

    def _principals(self, found: dict[str, Any], path: str) -> tuple[str, ...] | None:
        """Return the principals, each as KIND:VALUE, and everybody as ``*``."""
        if self._kind is Kind.IDENTITY:
            return None
        if "Principal" not in found:
            raise PolicyError(path, _("the statement of a trust policy has no Principal"))
        place = f"{path}.Principal"
        if found["Principal"] == EVERYBODY:
            return (EVERYBODY,)
        kinds = _object(found["Principal"], place)
        _known(kinds, place, ("AWS", "Federated", "Service", "CanonicalUser"))
        return tuple(
            f"{kind}:{value}" for kind in kinds for value in _texts(kinds[kind], f"{place}.{kind}", _principal)
        )

    def _conditions(self, document: object, path: str) -> Iterator[Condition]:
        for name, keys in _object(document, path).items():
            place = _at(path, name)
            try:
                compared = operator(name)
            except LookupError as error:
                raise PolicyError(place, _unknown_operator(name)) from error
            for key, values in _object(keys, place).items():
                where = _at(place, key)
                listed = _texts(values, where, scalars=True)
                try:
                    yield Condition(compared, key, listed, self._variables)
                except UnreadableValue as error:
                    raise PolicyError(where, str(error)) from error


def _either(found: dict[str, Any], path: str, name: str, check: Callable[[str], object]) -> Match | None:
    """Return an element or its opposite; both in one statement are an error."""
    opposite = f"Not{name}"
    if name in found and opposite in found:
        told = _("{name} and {opposite} stand in one statement")
        raise PolicyError(path, told.format(name=name, opposite=opposite))
    for element in (name, opposite):
        if element in found:
            return Match(_texts(found[element], f"{path}.{element}", check), element == opposite)
    return None


def _action(text: str) -> None:
    if text != "*" and ":" not in text:
        raise UnreadableValue(_("{text!r} is no action, which reads SERVICE:NAME").format(text=text))


def _principal(text: str) -> None:
    if text != EVERYBODY and ("*" in text or "?" in text):
        raise UnreadableValue(_("{text!r}: no wildcard can stand for a part of a principal").format(text=text))


def _unknown_operator(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for the message of a rare mistake

    bare = name[:100].rpartition(":")[2].removesuffix("IfExists")
    near = get_close_matches(bare, NAMES, 1)
    told = _("no condition operator is called {name}")
    if near:
        told = _("no condition operator is called {name}; did you mean {near}?")
    return told.format(name=_shown(name), near="".join(near))


def _at(path: str, key: str) -> str:
    """Return the path of an object's member, in brackets where the key is not a mere word."""
    return f"{path}.{key}" if re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,99}", key) else f"{path}[{_shown(key)}]"


def _object(value: object, path: str) -> dict[str, Any]:
    if isinstance(value, _Twice):
        raise PolicyError(path, _("a key stands twice in this object"))
    if not isinstance(value, dict):
        raise PolicyError(path, _("{found} where an object is expected").format(found=_shown(value)))
    return value


def _known(found: dict[str, Any], path: str, names: tuple[str, ...]) -> None:
    for key in found:
        if key not in names:
            told = _("unknown element; here stand {names}").format(names=", ".join(names))
            raise PolicyError(_at(path, key), told)


def _texts(
    value: object, path: str, check: Callable[[str], object] | None = None, *, scalars: bool = False
) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for index, each in enumerate(listed):
        place = f"{path}[{index}]" if isinstance(value, list) else path
        text = _scalar(each, place) if scalars else _text(each, place)
        try:
            if check:
                check(text)
        except UnreadableValue as error:
            raise PolicyError(place, str(error)) from error
        found.append(text)
    return tuple(found)


def _scalar(value: object, path: str) -> str:
    """Return a condition's value as text; numbers and truth values may stand without quotation marks."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, _Number | int | float) else _text(value, path)


def _text(value: object, path: str) -> str:
    if not isinstance(value, str) or isinstance(value, _Number):
        raise PolicyError(path, _("{found} where a text is expected").format(found=_shown(value)))
    return value


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return _("an object")
    if isinstance(value, list):
        return _("a list")
    shown = _("nothing") if value is None else str(value) if isinstance(value, _Number) else json.dumps(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
