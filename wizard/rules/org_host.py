"""OKTA101: the org is no plain host name, or the admin console's."""

from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

OKTA_DOMAINS: Final = frozenset(
    {"okta.com", "oktapreview.com", "okta-emea.com", "okta-gov.com", "okta.mil", "okta-miltest.com"}
)
"""Domains under which Okta hosts orgs; https://developer.okta.com/docs/guides/find-your-domain/"""
_ADMIN: Final = "-admin"
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")

RULE = Rule(
    "OKTA101",
    Severity.ERROR,
    title="Okta org is no host name",
    explanation=(
        "The support request and every link to the org would lead nowhere. The host of the admin console, with -admin "
        "in it, is not the org's: Okta's API refuses it."
    ),
    source="https://developer.okta.com/docs/guides/find-your-domain/",
    examples=(
        Example("{version: 1, okta: {org: 'https://acme.okta.com/'}, tags: []}", ("okta.org",)),
        Example("{version: 1, okta: {org: acme-admin.okta.com}, tags: []}", ("okta.org",)),
        Example("{version: 1, okta: {org: acme}, tags: []}", ("okta.org",)),
        Example("{version: 1, okta: {org: ''}, tags: []}", ("okta.org",)),
        Example("{version: 1, okta: {org: acme.okta.com}, tags: []}"),
        Example("{version: 1, okta: {org: login.acme.example}, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the org where it is no host, or the admin console's; the cure is the host in it."""
    org = plan.okta.org
    if org is None or (_is_host(org.lower()) and not _is_admin(org.lower())):
        return
    host = _host(org.lower())
    if _is_admin(host):
        host = host.replace(f"{_ADMIN}.", ".", 1)
    fix = replacement('Use "{host}"', "okta.org", host, safe=True, host=host) if _is_host(host) else None
    yield RULE.finding("okta.org", "{org}; a host reads acme.okta.com", fix=fix, org=quoted(org))


def _is_host(text: str) -> bool:
    labels = text.split(".")
    return len(text) <= 253 and len(labels) > 1 and all(_is_label(label) for label in labels)


def _is_label(text: str) -> bool:
    return 0 < len(text) <= 63 and _LETTERS.issuperset(text) and "-" not in (text[0], text[-1])


def _is_admin(host: str) -> bool:
    org, _, domain = host.partition(".")
    return org.endswith(_ADMIN) and domain in OKTA_DOMAINS


def _host(text: str) -> str:
    """Return what stands for the host in a URL, or in what was copied of one."""
    rest = text.strip().rpartition("://")[2]
    for sign in "/?#":
        rest = rest.partition(sign)[0]
    return rest.rpartition("@")[2].partition(":")[0].rstrip(".")
