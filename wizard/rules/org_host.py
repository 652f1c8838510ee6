"""OKTA101: the org is no plain host name, or the admin console's."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule
from wizard.rules.wording import quoted

_HOST: Final = re.compile(r"(?=.{4,253}$)(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+", re.IGNORECASE)
_ADMIN: Final = re.compile(r"-admin(?=\.(?:okta|oktapreview|okta-emea|okta-gov|okta-miltest)\.)", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"^\s*(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?|(?::\d+)?(?:[/?#].*)?\s*$", re.IGNORECASE | re.DOTALL
)

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
    if org is None or (_HOST.fullmatch(org) and not _ADMIN.search(org)):
        return
    host = _ADMIN.sub("", _AROUND.sub("", org)).lower()
    fix = replacement('Use "{host}"', "okta.org", host, safe=True, host=host) if _HOST.fullmatch(host) else None
    yield RULE.finding("okta.org", "{org}; a host reads acme.okta.com", fix=fix, org=quoted(org))
