"""Finds roles and policies in JSON: bare documents, and what the AWS CLI prints around them.

The API gives documents URL-encoded, the CLI decodes most of them:
https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html, read 2026-11-24.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

_DOCUMENT: Final = "Statement"
_TRUST: Final = "AssumeRolePolicyDocument"


class WrittenPolicy(NamedTuple):
    """A permission policy: its document, parsed, and the role that it was got from, empty where nothing says it."""

    document: Any
    role: str = ""


class WrittenRole(NamedTuple):
    """A role: its name, empty where nothing says it, its trust policy, parsed, and its MaxSessionDuration."""

    name: str
    trust: Any
    session_duration: int | None = None


def policies_in(document: Any) -> tuple[tuple[WrittenRole, ...], tuple[WrittenPolicy, ...]]:
    """Return the roles and the permission policies that the JSON holds; none of both where it is something else.

    A document with a Principal in it is a trust policy: no identity policy has one.
    """
    if isinstance(document, list):
        found = [policies_in(each) for each in document]
        return (
            tuple(role for roles, _ in found for role in roles),
            tuple(policy for _, policies in found for policy in policies),
        )
    if not isinstance(document, dict):
        return (), ()
    if _DOCUMENT in document:
        return _bare(document)
    roles = tuple(_role(each) for each in _objects(document, "Role", "Roles", "RoleDetailList") if _TRUST in each)
    policies = tuple(_policies(document))
    own = ((_role(document),), ()) if _TRUST in document else ((), ())
    return (*own[0], *roles), policies


def _bare(document: dict[str, Any]) -> tuple[tuple[WrittenRole, ...], tuple[WrittenPolicy, ...]]:
    statements = document[_DOCUMENT]
    listed = statements if isinstance(statements, list) else [statements]
    if any(isinstance(each, dict) and {"Principal", "NotPrincipal"} & each.keys() for each in listed):
        return (WrittenRole("", document),), ()
    return (), (WrittenPolicy(document),)


def _role(role: dict[str, Any]) -> WrittenRole:
    duration = role.get("MaxSessionDuration")
    return WrittenRole(
        _text(role.get("RoleName")), _decoded(role[_TRUST]), duration if isinstance(duration, int) else None
    )


def _policies(document: dict[str, Any]) -> Iterator[WrittenPolicy]:
    if "PolicyDocument" in document:
        yield WrittenPolicy(_decoded(document["PolicyDocument"]), _text(document.get("RoleName")))
    for version in _objects(document, "PolicyVersion"):
        yield WrittenPolicy(_decoded(version.get("Document")))
    for role in _objects(document, "RoleDetailList"):
        for inline in _objects(role, "RolePolicyList"):
            yield WrittenPolicy(_decoded(inline.get("PolicyDocument")), _text(role.get("RoleName")))


def _objects(document: dict[str, Any], *names: str) -> Iterator[dict[str, Any]]:
    for name in names:
        value = document.get(name)
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


def _decoded(document: Any) -> Any:
    """Return a document that may be URL-encoded JSON; what is none stays as it is, for the reader of policies."""
    if not isinstance(document, str):
        return document
    try:
        return json.loads(unquote(document))
    except (ValueError, RecursionError):
        return document


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
