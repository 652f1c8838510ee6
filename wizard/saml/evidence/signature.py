"""Judges the signatures of a document with the identity provider's certificate, and returns what is signed.

The certificate is the given one: what the document itself says of its key counts for nothing. Of each signature the
form is checked first (SAML core 2.0, section 5.4: one reference, to the element that carries it, and no transform but
enveloped and exclusive canonicalisation), then signxml verifies it.
"""

import logging
from typing import TYPE_CHECKING, Final

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence.document import parser
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.names import SAML, SIGNATURE

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_ENVELOPED: Final = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
_EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
_TRANSFORMS: Final = frozenset({_ENVELOPED, _EXCLUSIVE, f"{_EXCLUSIVE}WithComments"})
_PARTS: Final = ("SignedInfo", "SignatureValue", "KeyInfo")
_METHODS: Final = ("RSA_SHA256", "RSA_SHA384", "RSA_SHA512", "ECDSA_SHA256", "ECDSA_SHA384", "ECDSA_SHA512")
_PSS: Final = ("SHA256_RSA_MGF1", "SHA384_RSA_MGF1", "SHA512_RSA_MGF1")
_DIGESTS: Final = ("SHA256", "SHA384", "SHA512")


def weak_algorithms(signature: etree._Element) -> tuple[str, ...]:
    """Return the algorithms of a signature that rest on SHA-1, by the ends of their names."""
    info = signature.find(f"{SIGNATURE}SignedInfo")
    if info is None:
        return ()
    names = [each.get("Algorithm", "") for each in info.iter(f"{SIGNATURE}SignatureMethod", f"{SIGNATURE}DigestMethod")]
    short = (name.rpartition("#")[2] for name in names)
    return tuple(dict.fromkeys(name for name in short if name in _WEAK))


_WEAK: Final = frozenset({"sha1", "rsa-sha1", "dsa-sha1", "ecdsa-sha1", "hmac-sha1", "sha1-rsa-MGF1"})


def signed_part(
    document: bytes, element: etree._Element, signature: etree._Element, certificates: tuple["Certificate", ...]
) -> etree._Element:
    """Return the element anew, from the bytes that the signature covers; Unusable where it does not hold.

    `element` is the root of the document, or the assertion right below it.
    """
    _require_form(signature, element)
    location = "./" if element.getparent() is None else f"./{SAML}Assertion/"
    for certificate in certificates:
        found = _verified(document, location, certificate)
        if found is not None and found.tag == element.tag and found.get("ID") == element.get("ID"):
            return found
    raise Unusable(
        N_("The signature of the {element} does not hold: it is not the given certificate's, or something was changed"),
        element=etree.QName(element).localname,
    )


def _verified(document: bytes, location: str, certificate: "Certificate") -> etree._Element | None:
    """Return what is signed, None where the signature does not hold."""
    from signxml.algorithms import DigestAlgorithm, SignatureMethod  # noqa: PLC0415 - only to judge a signature
    from signxml.verifier import SignatureConfiguration, XMLVerifier  # noqa: PLC0415 - as above

    logging.getLogger("signxml.processor").disabled = True  # it would write the assertion into a log of level debug
    expected = SignatureConfiguration(
        location=location,
        signature_methods=frozenset(SignatureMethod[name] for name in (*_METHODS, *_PSS)),
        digest_algorithms=frozenset(DigestAlgorithm[name] for name in _DIGESTS),
        ignore_ambiguous_key_info=True,  # nothing in the document's own KeyInfo is used
        verification_time=certificate.not_valid_before_utc,  # IAM does not document that it minds; no clock here
    )
    try:
        result = XMLVerifier().verify(
            document,
            x509_cert=certificate,
            validate_schema=False,  # its form is checked here, more strictly than the schema does
            parser=parser(),
            id_attribute="ID",
            expect_config=expected,
        )
    except Exception:  # whatever hostile input makes the library raise, it is not verified
        return None
    return None if isinstance(result, list) else result.signed_xml


def _require_form(signature: etree._Element, element: etree._Element) -> None:
    info = signature.find(f"{SIGNATURE}SignedInfo")
    references = [] if info is None else info.findall(f"{SIGNATURE}Reference")
    if not _is_plain(signature) or len(references) != 1:
        raise Unusable(N_("A signature has not the form that SAML prescribes; it may be forged"))
    if not element.get("ID") or references[0].get("URI") != f"#{element.get('ID')}":
        raise Unusable(N_("A signature covers something other than the element that carries it; it may be forged"))
    weak = weak_algorithms(signature)
    if weak:
        raise Unusable(N_("The signature rests on {algorithms}, which can be forged"), algorithms=", ".join(weak))


def _is_plain(signature: etree._Element) -> bool:
    children = [child.tag for child in signature.iterchildren(etree.Element)]
    transforms = {each.get("Algorithm") for each in signature.iter(f"{SIGNATURE}Transform")}
    return (
        set(children) <= {f"{SIGNATURE}{name}" for name in _PARTS}
        and len(children) == len(set(children))
        and transforms <= _TRANSFORMS
        and not any(True for _ in signature.iter(f"{SIGNATURE}Object"))
    )
