"""Principals: whether the principal that a policy names is the one that asks, and whether it names it in person.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, read 2026-11-24.
"""

import re
from typing import Final

EVERYBODY: Final = "*"

_ARN = re.compile(
    r"arn:(?P<partition>[^:]+):(?:iam|sts)::(?P<account>[0-9]{12}):(?P<kind>[^/]+)(?:/(?P<name>.+))?", re.DOTALL
)
_ACCOUNT = re.compile(r"[0-9]{12}")
_PROVIDERS: Final = ("saml-provider", "oidc-provider")


def names(principal: str, asked: str) -> bool:
    """Tell whether a policy's principal, as KIND:VALUE or ``*``, names the principal `asked`.

    `asked` is an ARN (a user, a role, the session of a role, a SAML provider), a service, or an account's ID. An
    account, by its ID or as ``:root``, names everybody in it, but no identity provider; a role names its sessions.
    """
    if _everybody(principal):
        return True
    kind, _, value = principal.partition(":")
    if kind != "AWS":
        return value == asked
    match = _ARN.fullmatch(asked)
    if match and match["kind"] in _PROVIDERS:
        return False
    return value == asked or _is_account_of(value, asked) or _role(value) == _role_of_session(asked) is not None


def names_in_person(principal: str, asked: str) -> bool:
    """Tell whether a policy's principal names `asked` as itself or with everybody, not as a role or an account.

    What is granted so is not limited by what a boundary or a session policy leaves out:
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24.
    """
    return _everybody(principal) or (principal == f"AWS:{asked}" and _role(asked) is None and not _whole_account(asked))


def account_of(arn: str) -> str | None:
    """Return the account in a principal's or a role's ARN, or an account's ID itself; None where there is none."""
    if _ACCOUNT.fullmatch(arn):
        return arn
    match = _ARN.fullmatch(arn)
    return match["account"] if match else None


def _everybody(principal: str) -> bool:
    return principal in (EVERYBODY, f"AWS:{EVERYBODY}")


def _whole_account(value: str) -> bool:
    match = _ARN.fullmatch(value)
    return match["kind"] == "root" if match else _ACCOUNT.fullmatch(value) is not None


def _is_account_of(value: str, asked: str) -> bool:
    if not _whole_account(value) or account_of(value) != account_of(asked):
        return False
    named, asking = _ARN.fullmatch(value), _ARN.fullmatch(asked)
    return named is None or asking is None or named["partition"] == asking["partition"]


def _role(arn: str) -> tuple[str, str, str] | None:
    """Return partition, account and name of a role's ARN, without its path, which a session's ARN does not hold."""
    match = _ARN.fullmatch(arn)
    if match is None or match["kind"] != "role" or match["name"] is None:
        return None
    return match["partition"], match["account"], match["name"].rpartition("/")[2]


def _role_of_session(arn: str) -> tuple[str, str, str] | None:
    match = _ARN.fullmatch(arn)
    if match is None or match["kind"] != "assumed-role" or match["name"] is None:
        return None
    return match["partition"], match["account"], match["name"].partition("/")[0]
