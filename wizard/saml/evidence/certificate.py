"""Reads the identity provider's signing certificates: PEM, DER, or its SAML metadata."""

from base64 import b64decode
from typing import TYPE_CHECKING, Final

from wizard.language import N_
from wizard.saml.evidence.document import parsed_xml, xml_text
from wizard.saml.evidence.error import NoCertificate, Unusable
from wizard.saml.evidence.names import METADATA, SIGNATURE

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from lxml import etree

LARGEST_CERTIFICATE: Final = 2 * 1024 * 1024
"""Bytes of a file of certificates; AWS takes metadata of 10,000,000 characters, Okta's has about 3,000."""

_PEM: Final = b"-----BEGIN CERTIFICATE-----"


def signing_certificates(data: bytes) -> tuple["Certificate", ...]:
    """Return every certificate that the file holds; of metadata, those to sign with. NoCertificate without one."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - only to judge a signature

    if len(data) > LARGEST_CERTIFICATE:
        raise NoCertificate(N_("it has more than {limit} bytes"), limit=f"{LARGEST_CERTIFICATE:,}")
    try:
        if _PEM in data:
            return tuple(load_pem_x509_certificates(data))
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return tuple(_loaded(der) for der in _of_metadata(data))
        return (_loaded(data),)
    except Unusable as error:
        raise NoCertificate(error.template, **error.values) from None
    except ValueError as error:
        if isinstance(error, NoCertificate):
            raise
        raise NoCertificate(
            N_("it holds no X.509 certificate that can be read; give PEM or the IdP's metadata")
        ) from None


def _loaded(der: bytes) -> "Certificate":
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - only to judge a signature

    return load_der_x509_certificate(der)


def _of_metadata(data: bytes) -> tuple[bytes, ...]:
    root = parsed_xml(xml_text(data))
    descriptors = root.iter(f"{METADATA}IDPSSODescriptor")
    keys = [key for descriptor in descriptors for key in descriptor.iter(f"{METADATA}KeyDescriptor")]
    found = tuple(
        b64decode("".join((certificate.text or "").split()), validate=True)
        for key in keys
        if key.get("use") in (None, "signing")
        for certificate in _certificates(key)
    )
    if not found:
        raise NoCertificate(N_("it is XML without the signing certificate of an identity provider"))
    return found


def _certificates(key: "etree._Element") -> "list[etree._Element]":
    return key.findall(f"{SIGNATURE}KeyInfo/{SIGNATURE}X509Data/{SIGNATURE}X509Certificate")
