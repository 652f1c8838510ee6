"""The requests of ``simulate --requests``: read from JSON, each place of what cannot be understood named."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from wizard.access.call import Call
from wizard.access.carried import Carried, carried, carried_by
from wizard.aws.coverage.table import Coverage, coverage
from wizard.language import _
from wizard.plan.model import Person, Plan, ProfileValue, Role
from wizard.quoting.line_text import one_line

_KNOWN: Final = (
    "id", "person", "tags", "account", "role", "action", "resource", "resource_tags", "request_tags", "bucket_tags",
    "context",
)  # fmt: skip
_ALL_KNOWN: Final = frozenset(_KNOWN)
_ONLY_TEXT: Final = frozenset({str})
_REMEMBERED: Final = 10_000
_TAG_WORDS: Final = ("aws:resourcetag", "aws:requesttag", "aws:principaltag", "aws:tagkeys")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class RequestError(ValueError):
    """Requests that cannot be answered; the message names the place as a JSON path, and what is known."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


class Asked(NamedTuple):
    """One request: its id as it was given, who asks, from which role of which account, and the call."""

    id: Any
    who: Carried
    account: str
    role: Role
    call: Call


def requests(plan: Plan, text: str | bytes) -> tuple[Asked, ...]:
    """Return the requests of a JSON list; RequestError where one cannot be understood."""
    try:
        listed = json.loads(text, object_pairs_hook=_unique)
    except ValueError as error:
        raise RequestError("$", _("no JSON that can be read: {error}").format(error=error)) from error
    except RecursionError as error:
        raise RequestError("$", _("the document is nested too deeply")) from error
    if not isinstance(listed, list):
        raise RequestError("$", _("a list of requests is expected"))
    reader = _Reader(plan)
    return tuple(reader.request(value, index) for index, value in enumerate(listed))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(_("a key stands twice in the object that begins with {key!r}").format(key=pairs[0][0]))
    return found


class _Reader:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._table: Coverage = coverage()
        self._roles = {role.name: role for role in reversed(plan.aws.roles)}
        self._people: dict[str, Carried] = {}
        self._sent: dict[tuple[tuple[str, str | tuple[str, ...]], ...], Carried] = {}

    def request(self, value: Any, index: int) -> Asked:
        path = f"$[{index}]"
        found = _object(value, path)
        if not found.keys() <= _ALL_KNOWN:
            unknown = next(key for key in found if key not in _ALL_KNOWN)
            told = _("unknown; a request has {known}").format(known=", ".join(_KNOWN))
            raise RequestError(f"{path}.{unknown}", told)
        return Asked(
            found.get("id", str(index + 1)),
            self._who(found, path),
            self._account(_text(found, "account", path), f"{path}.account"),
            self._role(_text(found, "role", path), f"{path}.role"),
            self._call(found, path),
        )

    def _call(self, found: dict[str, Any], path: str) -> Call:
        name = _text(found, "action", path)
        action = self._table.action(name)
        if action is None:
            raise RequestError(f"{path}.action", unknown_action(self._table, name))
        resource = _text(found, "resource", path) if "resource" in found else "*"
        if resource != "*" and not resource.startswith("arn:"):
            raise RequestError(
                f"{path}.resource", _("{resource} is neither an ARN nor *").format(resource=one_line(resource))
            )
        return Call(
            action,
            resource,
            _tags(found, "resource_tags", path),
            _tags(found, "request_tags", path),
            _tags(found, "bucket_tags", path),
            _more(found, path),
        )

    def _account(self, account: str, path: str) -> str:
        known = self._plan.aws.accounts
        if account not in known:
            told = _("{account} is no account of the plan; it has {known}")
            raise RequestError(path, told.format(account=one_line(account), known=_listed(known)))
        return account

    def _role(self, name: str, path: str) -> Role:
        role = self._roles.get(name)
        if role is None:
            known = _listed(tuple(role.name for role in self._plan.aws.roles))
            told = _("{role} is no role of the plan; it has {known}")
            raise RequestError(path, told.format(role=one_line(name), known=known))
        return role

    def _who(self, found: dict[str, Any], path: str) -> Carried:
        if ("person" in found) == ("tags" in found):
            raise RequestError(path, _("a request has either person or tags"))
        if "tags" in found:
            return self._carried(_sent(found["tags"], f"{path}.tags"))
        if isinstance(found["person"], str):
            return self._known_person(found["person"], f"{path}.person")
        return carried_by(self._plan, _person(_object(found["person"], f"{path}.person"), f"{path}.person"))

    def _carried(self, sent: dict[str, str | tuple[str, ...]]) -> Carried:
        """Return what tags come to, made once for all who send the same."""
        key = tuple(sent.items())
        if key not in self._sent:
            if len(self._sent) >= _REMEMBERED:
                self._sent.clear()
            self._sent[key] = carried(sent)
        return self._sent[key]

    def _known_person(self, login: str, path: str) -> Carried:
        if login not in self._people:
            person = self._plan.person(login)
            if person is None:
                known = _listed(tuple(person.login for person in self._plan.people))
                told = _("the plan has no person {login}; it has {known}")
                raise RequestError(path, told.format(login=one_line(login), known=known))
            self._people[login] = carried_by(self._plan, person)
        return self._people[login]


def unknown_action(table: Coverage, name: str) -> str:
    """Return the message for an action that AWS does not have, with the nearest names."""
    prefix = name.partition(":")[0]
    if table.service(prefix) is None:
        near = table.nearest_services(prefix)
        told = _("{action}: AWS has no service of the prefix {prefix}")
        if near:
            told = _("{action}: AWS has no service of the prefix {prefix}; the nearest: {near}")
        return told.format(action=one_line(name), prefix=one_line(prefix), near=", ".join(near))
    near = table.nearest_actions(name)
    told = _("AWS has no action {action}; the nearest: {near}") if near else _("AWS has no action {action}")
    return told.format(action=one_line(name), near=", ".join(near))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(one_line, names)) or _("none")


def _object(value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RequestError(path, _("an object is expected"))
    return value


def _text(found: dict[str, Any], key: str, path: str) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value:
        raise RequestError(f"{path}.{key}", _("a text is expected") if key in found else _("it is missing"))
    return value


def _tags(found: dict[str, Any], key: str, path: str) -> Mapping[str, str]:
    value = found.get(key)
    if value is None:
        return _NONE
    tags = _object(value, f"{path}.{key}")
    if not _ONLY_TEXT.issuperset(map(type, tags.values())):
        name = next(name for name, held in tags.items() if not isinstance(held, str))
        raise RequestError(f"{path}.{key}.{name}", _("a tag's value is a text"))
    return tags


def _sent(value: Any, path: str) -> dict[str, str | tuple[str, ...]]:
    found = _object(value, path)
    if _ONLY_TEXT.issuperset(map(type, found.values())):
        return found
    return {key: _texts(held, f"{path}.{key}") for key, held in found.items()}


def _texts(value: Any, path: str) -> str | tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if not isinstance(value, str):
        raise RequestError(path, _("a text is expected, or a list of them"))
    return value


def _more(found: dict[str, Any], path: str) -> Mapping[str, str | tuple[str, ...]]:
    """Return further condition keys; those about tags come from the tags, where AWS supplies them at all."""
    more = _sent(found.get("context", {}), f"{path}.context")
    for key in more:
        if key.lower().startswith(_TAG_WORDS):
            raise RequestError(f"{path}.context.{key}", _("it follows from tags, resource_tags and request_tags"))
    return more


def _person(profile: dict[str, Any], path: str) -> Person:
    held = profile["profile"] if isinstance(profile.get("profile"), dict) else profile
    login = held.get("login", profile.get("login", ""))
    pairs = tuple((name, _profile_value(value, f"{path}.{name}")) for name, value in held.items())
    return Person(login if isinstance(login, str) else "", pairs)


def _profile_value(value: Any, path: str) -> ProfileValue:
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return tuple(value)
    if isinstance(value, list | dict):
        raise RequestError(path, _("a profile holds single values and lists of them"))
    found: ProfileValue = value
    return found
