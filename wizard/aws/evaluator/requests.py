"""Reads requests to decide: from the JSON list that `evaluate` takes to requests, or an error that names the place."""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from wizard.aws.evaluator.context import context
from wizard.aws.evaluator.decision import Request, decided_by_trust
from wizard.language import _

LARGEST: Final = 100_000_000
"""Bytes of a file of requests: about a million of them."""

_KEYS: Final = ("id", "action", "resource", "context", "principal")


class RequestsError(ValueError):
    """A text that holds no requests; the message names the place as a JSON path: ``$[3].action``."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


class Asked(NamedTuple):
    """A request and what its asker calls it."""

    id: str | int
    request: Request


def requests(text: str, *, trust: bool = False) -> tuple[Asked, ...]:
    """Return the requests of a JSON list, in its order; RequestsError where it holds something else.

    Each has an ``action``, and may have a ``resource`` (``*`` without it), a ``context`` of condition keys to a text or
    a list of texts, and an ``id`` (its number without it). A ``principal`` must be there where a trust policy is given
    (`trust`) and has a say in the action.
    """
    try:
        document = json.loads(text, object_pairs_hook=_Members)
    except RecursionError as error:
        raise RequestsError("$", _("the document is nested too deeply for requests")) from error
    except json.JSONDecodeError as error:
        told = _("line {line}, column {column}: no JSON: {error}")
        raise RequestsError("$", told.format(line=error.lineno, column=error.colno, error=error.msg)) from error
    except ValueError as error:
        raise RequestsError("$", _("no JSON that can be read: {error}").format(error=error)) from error
    if not isinstance(document, list) or isinstance(document, _Members):
        raise RequestsError("$", _("{found} where a list of requests is expected").format(found=_kind(document)))
    return tuple(_asked(each, f"$[{index}]", index, trust=trust) for index, each in enumerate(document))


class _Members(list[tuple[str, Any]]):
    """An object, which may hold a key twice."""


def _asked(value: object, path: str, index: int, *, trust: bool) -> Asked:
    found = _members(value, path)
    for key in found:
        if key not in _KEYS:
            told = _("unknown key; a request has {keys}").format(keys=", ".join(_KEYS))
            raise RequestsError(f"{path}.{key}", told)
    action = _text(found.get("action"), f"{path}.action")
    if ":" not in action or "*" in action or "?" in action:
        told = _("{action!r} is no single action, which reads SERVICE:NAME").format(action=action)
        raise RequestsError(f"{path}.action", told)
    principal = _text(found.get("principal", ""), f"{path}.principal")
    if trust and not principal and decided_by_trust(action):
        told = _("missing; the trust policy is asked who calls {action}").format(action=action)
        raise RequestsError(f"{path}.principal", told)
    number = found.get("id", str(index + 1))
    if isinstance(number, bool) or not isinstance(number, str | int):
        told = _("{found} where a text or a number is expected").format(found=_kind(number))
        raise RequestsError(f"{path}.id", told)
    resource = _text(found.get("resource", "*"), f"{path}.resource")
    held = dict(_values(found.get("context", _Members()), f"{path}.context"))
    return Asked(number, Request(action, resource, context(held), principal))


def _values(value: object, path: str) -> Iterator[tuple[str, tuple[str, ...] | str]]:
    seen: set[str] = set()
    for key, held in _members(value, path).items():
        place = f"{path}[{json.dumps(key)}]"
        if key.lower() in seen:
            told = _("the key stands in two spellings; the case of a condition key does not count")
            raise RequestsError(place, told)
        seen.add(key.lower())
        if isinstance(held, list) and not isinstance(held, _Members):
            yield key, tuple(_scalar(each, f"{place}[{index}]") for index, each in enumerate(held))
        else:
            yield key, _scalar(held, place)


def _members(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, _Members):
        raise RequestsError(path, _("{found} where an object is expected").format(found=_kind(value)))
    found = dict(value)
    if len(found) < len(value):
        raise RequestsError(path, _("a key stands twice in this object"))
    return found


def _scalar(value: object, path: str) -> str:
    """Return a value as text; numbers and truth values may stand without quotation marks."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else _text(value, path)


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise RequestsError(path, _("{found} where a text is expected").format(found=_kind(value)))
    return value


def _kind(value: object) -> str:
    kinds = {
        _Members: _("an object"),
        list: _("a list"),
        str: _("a text"),
        bool: _("a truth value"),
        type(None): _("nothing"),
    }
    return kinds.get(type(value)) or _("a number")
