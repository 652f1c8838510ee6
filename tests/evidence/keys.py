"""Keys and certificates for tests, made anew in each run: none of them is a secret that lies around."""

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

MADE = datetime(2026, 1, 1, tzinfo=UTC)
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def key(name: str) -> PrivateKey:
    """Return the private key of that name; one that begins with ``ec`` is on a curve."""
    if name.startswith("ec"):
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65537, 2048)


@cache
def key_pem(name: str) -> bytes:
    """Return the key in PEM, without a passphrase."""
    return key(name).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@cache
def certificate(name: str) -> x509.Certificate:
    """Return the self-signed certificate of the key of that name."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key(name).public_key())
    builder = builder.serial_number(1).not_valid_before(MADE).not_valid_after(MADE + timedelta(days=3650))
    return builder.sign(key(name), SHA256())


def certificate_pem(name: str) -> bytes:
    """Return the certificate in PEM."""
    return certificate(name).public_bytes(Encoding.PEM)


def metadata(*names: str, use: str = "signing") -> bytes:
    """Return the metadata of an identity provider that signs with these keys."""
    keys = "".join(
        f'<md:KeyDescriptor use="{use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>'
        f"<ds:X509Certificate>{_body(name)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
        for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://www.okta.com/exk0">'
        f'<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">{keys}'
        "</md:IDPSSODescriptor></md:EntityDescriptor>"
    ).encode()


def _body(name: str) -> str:
    return "".join(certificate_pem(name).decode().splitlines()[1:-1])
