"""Refuses documents in which it could be in doubt what the assertion is, what is signed, or what a value says.

Signature wrapping moves the signed part aside and puts another one in its place, so there is one assertion and each
signature stands where SAML puts it: https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf section 5.4.
A comment within a value is not signed, and readers differ on what the value then is:
https://www.kb.cert.org/vuls/id/475445 , read 2026-11-24.
"""

from typing import Final

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.names import ID_NAMES, PROTOCOL, SAML, SIGNATURE, SUCCESS

_VALUES: Final = frozenset(f"{SAML}{name}" for name in ("AttributeValue", "NameID", "Audience", "Issuer"))


def require_one_meaning(root: etree._Element) -> None:
    """Raise Unusable where the document can be read in more than one way."""
    _require_one_assertion(root)
    _require_distinct_ids(root)
    _require_plain_values(root)
    for signature in root.iter(f"{SIGNATURE}Signature"):
        _require_place(signature, root)


def assertion_in(root: etree._Element) -> etree._Element:
    """Return the Assertion or EncryptedAssertion that a Response holds, or that the root is."""
    if root.tag != f"{PROTOCOL}Response":
        return root
    for name in ("Assertion", "EncryptedAssertion"):
        found = root.find(f"{SAML}{name}")
        if found is not None:
            return found
    status = root.find(f"{PROTOCOL}Status/{PROTOCOL}StatusCode")
    if status is not None and status.get("Value") != SUCCESS:
        raise Unusable(N_("The Response holds no assertion: the identity provider reports that the sign-in failed"))
    raise Unusable(N_("The Response holds no assertion"))


def signature_of(element: etree._Element) -> etree._Element | None:
    """Return the signature of a Response or an assertion, None where it has none; Unusable where it has several."""
    found = element.findall(f"{SIGNATURE}Signature")
    if len(found) > 1:
        raise Unusable(N_("One element carries {count} signatures"), count=len(found))
    return found[0] if found else None


def _require_one_assertion(root: etree._Element) -> None:
    assertions = [each for name in ("Assertion", "EncryptedAssertion") for each in root.iter(f"{SAML}{name}")]
    if len(assertions) > 1:
        raise Unusable(
            N_("It holds {count} assertions, where AWS takes one; one of them may be forged"), count=len(assertions)
        )
    responses = list(root.iter(f"{PROTOCOL}Response"))
    if len(responses) > 1 or (responses and responses[0] is not root):
        raise Unusable(N_("It holds a Response within something else; it may be forged"))
    if assertions and assertions[0] is not root and assertions[0].getparent() is not root:
        raise Unusable(N_("The assertion does not stand where SAML puts it; it may be forged"))


def _require_distinct_ids(root: etree._Element) -> None:
    seen: set[str] = set()
    for element in root.iter(etree.Element):
        for name in ID_NAMES:
            value = element.get(name)
            if value is None:
                continue
            if value in seen:
                raise Unusable(N_("Two elements have the same ID; it may be forged"))
            seen.add(value)


def _require_plain_values(root: etree._Element) -> None:
    for node in root.iter(etree.Comment, etree.ProcessingInstruction):
        parent = node.getparent()
        if parent is not None and (parent.tag in _VALUES or _holds_text(parent)):
            raise Unusable(N_("A comment or an instruction stands within a value; it can hide what the value says"))


def _holds_text(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _require_place(signature: etree._Element, root: etree._Element) -> None:
    parent = signature.getparent()
    placed = parent is not None and (
        parent is root or (parent.tag == f"{SAML}Assertion" and parent.getparent() is root)
    )
    if not placed or parent is None or parent.tag not in (f"{PROTOCOL}Response", f"{SAML}Assertion"):
        raise Unusable(N_("A signature does not stand where SAML puts it; it may be forged"))
    signature_of(parent)
