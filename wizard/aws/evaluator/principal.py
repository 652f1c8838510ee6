"""Principals: whether the principal that a policy names is the one that asks.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, read 2026-11-24.
"""

import re
from typing import Final

_ARN = re.compile(r"arn:(?P<partition>[^:]+):(?P<service>iam|sts)::(?P<account>[0-9]{12}):(?P<resource>.+)", re.DOTALL)
_ACCOUNT = re.compile(r"[0-9]{12}")
_ROOT: Final = "root"


def names(principal: str, asked: str) -> bool:
    """Tell whether a policy's principal, as KIND:VALUE or ``*``, names the principal `asked`.

    `asked` is an ARN (a user, a role, the session of a role, a SAML provider), a service, or an account's ID. An
    account, by its ID or as ``:root``, names everybody in it; a role names its sessions.
    """
    if principal == "*":
        return True
    kind, _, value = principal.partition(":")
    if kind != "AWS":
        return value == asked
    if value == "*":
        return True
    if (account := _whole_account(value)) is not None:
        return account_of(asked) == account
    return value == asked or (_role_name(value) is not None and _role_of_session(asked) == _role_name(value))


def whole_account(principal: str) -> bool:
    """Tell whether a policy's principal, as KIND:VALUE, is a whole account, which delegates to its own policies."""
    kind, _, value = principal.partition(":")
    return kind == "AWS" and _whole_account(value) is not None


def account_of(arn: str) -> str | None:
    """Return the account in a principal's or a role's ARN, or an account's ID itself; None where there is none."""
    if _ACCOUNT.fullmatch(arn):
        return arn
    match = _ARN.fullmatch(arn)
    return match["account"] if match else None


def _whole_account(value: str) -> str | None:
    match = _ARN.fullmatch(value)
    if match and match["resource"] == _ROOT:
        return match["account"]
    return value if _ACCOUNT.fullmatch(value) else None


def _role_name(arn: str) -> tuple[str, str] | None:
    """Return account and name of a role's ARN, without its path, which the ARN of a session does not hold."""
    match = _ARN.fullmatch(arn)
    if match is None or match["service"] != "iam" or not match["resource"].startswith("role/"):
        return None
    return match["account"], match["resource"].rpartition("/")[2]


def _role_of_session(arn: str) -> tuple[str, str] | None:
    match = _ARN.fullmatch(arn)
    if match is None or match["service"] != "sts":
        return None
    kind, _, rest = match["resource"].partition("/")
    return (match["account"], rest.partition("/")[0]) if kind == "assumed-role" else None
