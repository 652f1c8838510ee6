"""Reads an Okta app as GET ``/api/v1/apps/{id}`` gives it, as far as a plan can hold it.

Fields: https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm and
https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/, read 2026-11-24. Only the
fields named here are looked at, so that nothing of an app's credentials can go anywhere.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from wizard.frozen import replace
from wizard.language import N_
from wizard.okta.existing.statements import Row, existing_statements
from wizard.plan.existing import Existing, Remark, guessed, told, untold
from wizard.plan.model import Claims, Partition
from wizard.quoting.wording import quoted

_SAML: Final = "SAML_2_0"
_AWS_APP: Final = "amazon_aws"
_PROVIDER: Final = re.compile(r"arn:(aws|aws-cn|aws-us-gov):iam::([^:,]*):saml-provider/([A-Za-z0-9_.-]{1,128})")
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250})\.[a-z]{2,}")


def is_app(document: Any) -> bool:
    """Tell whether the JSON is an app of Okta's API, or the part of one that a bundle holds."""
    return isinstance(document, dict) and isinstance(document.get("settings"), dict)


def is_claims(document: Any) -> bool:
    """Tell whether the JSON is a list of federated claims, as they are sent to Okta or got from it."""
    return (
        isinstance(document, list)
        and bool(document)
        and all(isinstance(each, dict) and {"name", "expression"} <= each.keys() for each in document)
    )


def existing_claims(document: list[dict[str, Any]]) -> Existing:
    """Return what a list of federated claims tells."""
    rows = (Row(_text(each["name"]), _text(each["expression"])) for each in document)
    return existing_statements(rows, Claims.FEDERATED)


def existing_app(document: dict[str, Any]) -> Existing:
    """Return what the app tells: label, org, SAML provider, account, session duration, attribute statements."""
    found = _statements(document)
    parts = _app_parts(document)
    return replace(
        parts, claims=found.claims, tags=found.tags, remarks=(*_about(document, parts), *parts.remarks, *found.remarks)
    )


def _app_parts(document: dict[str, Any]) -> Existing:
    settings = _object(document["settings"].get("app"))
    label = document.get("label")
    duration = settings.get("sessionDuration")
    given, pattern = _text(settings.get("identityProviderArn")), _text(settings.get("roleValuePattern"))
    arn = _PROVIDER.search(given) or _PROVIDER.search(pattern)
    account = arn[2] if arn and re.fullmatch("[0-9]{12}", arn[2]) else ""
    remark = () if arn is None or given else (guessed(N_("The SAML provider: it stands in the role value pattern.")),)
    return Existing(
        org=_org(document),
        app_label=label if isinstance(label, str) else None,
        partition=Partition(arn[1]) if arn else None,
        saml_provider=arn[3] if arn else None,
        accounts=(account,) if account else (),
        session_duration=duration if isinstance(duration, int) and not isinstance(duration, bool) else None,
        remarks=remark,
    )


def _about(document: dict[str, Any], parts: Existing) -> Iterator[Remark]:
    """Yield what to say of the app itself; of the part of one that a bundle holds there is nothing to say."""
    if parts.app_label is None:
        return
    yield told(N_("The Okta app {label}."), label=quoted(parts.app_label))
    if document.get("name", _AWS_APP) != _AWS_APP:
        yield untold(
            N_("It is the app {name}, not AWS Account Federation (amazon_aws)."), name=quoted(_text(document["name"]))
        )
    if document.get("signOnMode", _SAML) != _SAML:
        yield untold(
            N_("It signs people in with {mode}, not with SAML 2.0: it sends no session tags until that is changed."),
            mode=quoted(_text(document["signOnMode"])),
        )
    if parts.org is None:
        yield untold(N_("The Okta org: no link in the JSON names its host."))
    if parts.saml_provider is None:
        yield untold(N_("The SAML provider: the app's settings name none."))
    yield untold(N_("Which roles people get: Okta's groups say that, not the app."))
    yield untold(N_("Whether the two features are on in the org: a captured sign-in tells."))


def _statements(document: dict[str, Any]) -> Existing:
    sign_on = _object(document["settings"].get("signOn"))
    statements = sign_on.get("attributeStatements")
    if not isinstance(statements, list):
        return Existing(remarks=(untold(N_("Session tags: the JSON has no attributeStatements.")),))
    found = existing_statements(tuple(filter(None, map(_row, map(_object, statements)))), Claims.STATEMENTS)
    return replace(found, remarks=(*found.remarks, *_left_out(map(_object, statements))))


def _left_out(statements: Iterable[dict[str, Any]]) -> Iterator[Remark]:
    for statement in statements:
        name = quoted(_text(statement.get("name")))
        if statement.get("type") == "GROUP":
            yield untold(N_("The row {name} sends groups; a plan does not hold it."), name=name)
        elif len(_values(statement)) > 1:
            yield untold(N_("The row {name} has several values; the first is taken."), name=name)


def _row(statement: dict[str, Any]) -> Row | None:
    values = _values(statement)
    name = statement.get("name")
    if statement.get("type", "EXPRESSION") != "EXPRESSION" or not isinstance(name, str) or not values:
        return None
    return Row(name, values[0])


def _values(statement: dict[str, Any]) -> list[str]:
    values = statement.get("values")
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _org(document: dict[str, Any]) -> str | None:
    """Return the host that the app's own links lead to, without what the admin console puts into it."""
    for address in _addresses(document.get("_links")):
        host = _host(address)
        if _HOST.fullmatch(host):
            name, dot, domain = host.partition(".")
            return f"{name.removesuffix('-admin')}{dot}{domain}"
    return None


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _addresses(links: Any) -> Iterator[str]:
    """Yield the addresses of the links that Okta gives to its own API; a logo may lie elsewhere."""
    for name in ("self", "users", "groups", "metadata", "deactivate", "activate"):
        link = _object(_object(links).get(name))
        if isinstance(link.get("href"), str):
            yield link["href"]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
