"""Reads policy documents of any origin: from JSON text to statements, or an error that names the place.

The grammar is https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, read 2026-11-24.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.operator import NAMES, UnreadableValue, operator

LONGEST: Final = 1_000_000
"""Characters of a document; the longest that IAM takes anywhere has some tens of thousands."""

VARIABLES_SINCE: Final = "2012-10-17"
_VERSIONS: Final = (VARIABLES_SINCE, "2008-10-17")
_STATEMENT_KEYS: Final = (
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
)  # fmt: skip


class PolicyError(ValueError):
    """A document that is no policy; the message names the place as a JSON path: ``$.Statement[0].Effect``."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


@dataclass(frozen=True, slots=True)
class Match:
    """An element and its opposite: Action or NotAction, Resource or NotResource, Principal or NotPrincipal."""

    values: tuple[str, ...]
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, as it was written; an element that does not stand in it is None."""

    sid: str
    allows: bool
    actions: Match
    resources: Match | None
    principals: Match | None
    conditions: tuple[Condition, ...]
    variables: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy: what it is called in decisions, and its statements in order."""

    name: str
    statements: tuple[Statement, ...]


def policy(text: str, name: str) -> Policy:
    """Return the policy of a document's text; PolicyError where it is none."""
    if len(text) > LONGEST:
        raise PolicyError("$", f"the document has {len(text):,} characters; at most {LONGEST:,} are read")
    try:
        document = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise PolicyError("$", f"line {error.lineno}, column {error.colno}: no JSON: {error.msg}") from error
    except RecursionError as error:
        raise PolicyError("$", "the document is nested too deeply for a policy") from error
    return policy_from(document, name)


class _Twice(dict[str, Any]):
    """An object in which a key stands twice, which IAM refuses."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(found)


def policy_from(document: object, name: str) -> Policy:
    """Return the policy of a document that is parsed already; PolicyError where it is none."""
    found = _object(document, "$")
    _known(found, "$", ("Version", "Id", "Statement"))
    version = found.get("Version", "2008-10-17")
    if version not in _VERSIONS:
        raise PolicyError("$.Version", f"{_shown(version)}; a policy's version is {' or '.join(_VERSIONS)}")
    if "Statement" not in found:
        raise PolicyError("$", "the document has no Statement")
    listed = found["Statement"]
    statements = listed if isinstance(listed, list) else [listed]
    path = "$.Statement[{}]" if isinstance(listed, list) else "$.Statement"
    variables = version == VARIABLES_SINCE
    return Policy(
        name,
        tuple(_statement(each, path.format(index), index, variables) for index, each in enumerate(statements)),
    )


def _statement(document: object, path: str, index: int, variables: bool) -> Statement:
    found = _object(document, path)
    _known(found, path, _STATEMENT_KEYS)
    effect = found.get("Effect")
    if effect not in ("Allow", "Deny"):
        raise PolicyError(f"{path}.Effect", f"{_shown(effect)}; an effect is Allow or Deny")
    sid = found.get("Sid", f"statement {index + 1}")
    if not isinstance(sid, str):
        raise PolicyError(f"{path}.Sid", f"{_shown(sid)}; a Sid is a text")
    actions = _either(found, path, "Action")
    if actions is None:
        raise PolicyError(path, "the statement has neither Action nor NotAction")
    resources = _either(found, path, "Resource")
    principals = _principals(found, path)
    if resources is None and principals is None:
        raise PolicyError(path, "the statement has neither Resource, as an identity policy, nor Principal")
    conditions = tuple(_conditions(found.get("Condition", {}), f"{path}.Condition", variables))
    return Statement(sid, effect == "Allow", actions, resources, principals, conditions, variables)


def _either(found: dict[str, Any], path: str, name: str) -> Match | None:
    """Return an element or its opposite; both in one statement are an error."""
    opposite = f"Not{name}"
    if name in found and opposite in found:
        raise PolicyError(path, f"{name} and {opposite} stand in one statement")
    for element in (name, opposite):
        if element in found:
            return Match(_texts(found[element], f"{path}.{element}"), element == opposite)
    return None


def _principals(found: dict[str, Any], path: str) -> Match | None:
    """Return the principals, each as KIND:VALUE, and everybody as ``*``."""
    for element in ("Principal", "NotPrincipal"):
        if element not in found:
            continue
        place = f"{path}.{element}"
        named = found[element]
        if named == "*":
            return Match(("*",), element == "NotPrincipal")
        kinds = _object(named, place)
        _known(kinds, place, ("AWS", "Federated", "Service", "CanonicalUser"))
        values = [f"{kind}:{value}" for kind in kinds for value in _texts(kinds[kind], f"{place}.{kind}")]
        return Match(tuple(values), element == "NotPrincipal")
    return None


def _conditions(document: object, path: str, variables: bool) -> Iterator[Condition]:
    for name, keys in _object(document, path).items():
        place = f"{path}.{name}"
        try:
            compared = operator(name)
        except LookupError as error:
            raise PolicyError(place, f"no condition operator is called {name}{_nearest(name)}") from error
        for key, values in _object(keys, place).items():
            listed = _texts(values, f"{place}.{key}", scalars=True)
            try:
                yield Condition(compared, key, listed, variables)
            except UnreadableValue as error:
                raise PolicyError(f"{place}.{key}", str(error)) from error


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for the message of a rare mistake

    bare = name.rpartition(":")[2].removesuffix("IfExists")
    near = get_close_matches(bare, NAMES, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _object(value: object, path: str) -> dict[str, Any]:
    if isinstance(value, _Twice):
        raise PolicyError(path, "a key stands twice in this object")
    if not isinstance(value, dict):
        raise PolicyError(path, f"{_shown(value)} where an object is expected")
    return value


def _known(found: dict[str, Any], path: str, names: tuple[str, ...]) -> None:
    for key in found:
        if key not in names:
            raise PolicyError(f"{path}.{key}", f"unknown element; here stand {', '.join(names)}")


def _texts(value: object, path: str, *, scalars: bool = False) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(
        _text(each, f"{path}[{index}]" if isinstance(value, list) else path, scalars=scalars)
        for index, each in enumerate(listed)
    )


def _text(value: object, path: str, *, scalars: bool) -> str:
    if isinstance(value, bool) and scalars:
        return "true" if value else "false"
    if isinstance(value, int | float) and not isinstance(value, bool) and scalars:
        return str(value)
    if not isinstance(value, str):
        raise PolicyError(path, f"{_shown(value)} where a text is expected")
    return value


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    shown = "nothing" if value is None else json.dumps(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
