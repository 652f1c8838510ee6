"""A sign-in in Okta's shape, unsigned, for everything that is not about signatures.

Composed from public samples: order of elements, namespaces on each value, name formats, times of five minutes.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.evidence.identity_provider import ADA, AUDIENCE, ENDPOINT, PREFIX

URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
BASIC = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"
BEFORE, AT, AFTER = "2026-11-24T09:55:00.859Z", "2026-11-24T10:00:00Z", "2026-11-24T10:05:00.859Z"

_SPACES = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def ada(**changed: list[str] | None) -> dict[str, list[str]]:
    """Return what is sent for Ada, changed by name (``team`` for the tag); None leaves an attribute out."""
    names = {name.rpartition(":")[2]: name for name in ADA}
    sent: dict[str, list[str] | None] = {**ADA, **{names.get(key, key): values for key, values in changed.items()}}
    return {name: values for name, values in sent.items() if values is not None}


def attribute(name: str, values: list[str], name_format: str | None = URI) -> str:
    """Return one Attribute element; a name without a colon before a slash is one of AWS's."""
    full = name if "://" in name else PREFIX + name
    stated = f' NameFormat="{name_format}"' if name_format is not None else ""
    shown = "".join(
        f'<saml2:AttributeValue {_SPACES} xsi:type="xs:string">{escape(value)}</saml2:AttributeValue>'
        for value in values
    )
    return f"<saml2:Attribute Name={quoteattr(full)}{stated}>{shown}</saml2:Attribute>"


def statement(sent: Mapping[str, list[str]]) -> str:
    """Return an AttributeStatement with these attributes."""
    inner = "".join(attribute(name, values, _format(name)) for name, values in sent.items())
    return (
        f'<saml2:AttributeStatement xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">{inner}'
        "</saml2:AttributeStatement>"
    )


def _format(name: str) -> str:
    return BASIC if name in ("RoleSessionName", "SessionDuration") else URI


def assertion(
    sent: Mapping[str, list[str]] = ADA,
    *,
    recipient: str = ENDPOINT,
    audience: str = AUDIENCE,
    name_id: str = "ada@example.com",
    before: str = BEFORE,
    after: str = AFTER,
    inner: str | None = None,
) -> str:
    """Return an Assertion; `inner` stands where the statement would."""
    return f"""<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="id12433943338016269283631347"
    IssueInstant="2026-11-24T10:00:00.859Z" Version="2.0" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">http://www.okta.com/exk0example0</saml2:Issuer>
  <saml2:Subject>
    <saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">{name_id}</saml2:NameID>
    <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
      <saml2:SubjectConfirmationData NotOnOrAfter="{after}" Recipient="{recipient}"/>
    </saml2:SubjectConfirmation>
  </saml2:Subject>
  <saml2:Conditions NotBefore="{before}" NotOnOrAfter="{after}">
    <saml2:AudienceRestriction><saml2:Audience>{audience}</saml2:Audience></saml2:AudienceRestriction>
  </saml2:Conditions>
  <saml2:AuthnStatement AuthnInstant="2026-11-24T10:00:00.859Z" SessionIndex="id1795514400859.312669168">
    <saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml2:AuthnContextClassRef>
    </saml2:AuthnContext>
  </saml2:AuthnStatement>
  {statement(sent) if inner is None else inner}
</saml2:Assertion>"""


def response(sent: Mapping[str, list[str]] = ADA, *, destination: str = ENDPOINT, **about: str) -> bytes:
    """Return a Response; what else can be given is what :func:`assertion` takes."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" Destination="{destination}"
    ID="id12433943337943699538801121" IssueInstant="2026-11-24T10:00:00.859Z" Version="2.0"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">http://www.okta.com/exk0example0</saml2:Issuer>
  <saml2p:Status><saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></saml2p:Status>
  {assertion(sent, **about)}
</saml2p:Response>""".encode()


def preview(tags: Mapping[str, str], keys: str = "") -> str:
    """Return what Okta's console shows for these expressions, as a page shows it: attributes without a root."""
    shown = [attribute(f"PrincipalTag:{key}", [value]) for key, value in tags.items()]
    return "\n".join([*shown, *([attribute("TransitiveTagKeys", [keys])] if keys else [])])
