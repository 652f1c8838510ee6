"""Opens an encrypted assertion with the private key: https://www.w3.org/TR/xmlenc-core1/ , read 2026-11-24.

This decrypts one document on the machine of the person who holds the key. It answers nobody else, so what it says of a
failure helps no attacker; it says the same of every failure all the same.
"""

from base64 import b64decode
from typing import TYPE_CHECKING, Final

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence.error import Locked, NoKey, Unusable
from wizard.saml.evidence.names import ENCRYPTION, ENCRYPTION_11, SIGNATURE

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

LARGEST_KEY: Final = 64 * 1024

_XMLENC: Final = "http://www.w3.org/2001/04/xmlenc#"
_XMLENC_11: Final = "http://www.w3.org/2009/xmlenc11#"
_CBC: Final = {f"{_XMLENC}aes128-cbc": 16, f"{_XMLENC}aes192-cbc": 24, f"{_XMLENC}aes256-cbc": 32}
_GCM: Final = {f"{_XMLENC_11}aes128-gcm": 16, f"{_XMLENC_11}aes192-gcm": 24, f"{_XMLENC_11}aes256-gcm": 32}
_TRIPLE_DES: Final = f"{_XMLENC}tripledes-cbc"
_OAEP: Final = frozenset({f"{_XMLENC}rsa-oaep-mgf1p", f"{_XMLENC_11}rsa-oaep"})
_PKCS_1: Final = f"{_XMLENC}rsa-1_5"
_UNREADABLE: Final = N_("The encrypted assertion does not open with this key, or it is damaged")


class _Broken(ValueError):
    """Any failure to decrypt."""


def decryption_key(data: bytes) -> "RSAPrivateKey":
    """Return the RSA private key of a PEM file without a passphrase; NoKey where there is none."""
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - only to open an encrypted assertion
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415 - as above

    try:
        key = load_pem_private_key(data[:LARGEST_KEY], password=None)
    except TypeError:
        raise NoKey(N_("it is locked with a passphrase; give a copy without one, and delete it afterwards")) from None
    except (ValueError, UnsupportedAlgorithm):
        raise NoKey(N_("it holds no private key in PEM")) from None
    if not isinstance(key, RSAPrivateKey):
        raise NoKey(N_("it is no RSA key; assertions are encrypted for RSA keys"))
    return key


def decrypted(container: etree._Element, key: "RSAPrivateKey | None") -> bytes:
    """Return the XML of the assertion in an EncryptedAssertion; Unusable where it cannot be opened."""
    if key is None:
        raise Locked(N_("The assertion is encrypted; give the private key that opens it"))
    from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm  # noqa: PLC0415 - only for encrypted ones

    try:
        return _opened(container, key)
    except (ValueError, TypeError, InvalidTag, UnsupportedAlgorithm):
        raise Unusable(_UNREADABLE) from None


def _opened(container: etree._Element, key: "RSAPrivateKey") -> bytes:
    data = container.find(f"{ENCRYPTION}EncryptedData")
    if data is None:
        raise _Broken
    secret = _secret(_encrypted_key(container, data), key)
    return _content(_algorithm(data), secret, _cipher_value(data))


def _encrypted_key(container: etree._Element, data: etree._Element) -> etree._Element:
    """Return the EncryptedKey, which stands within the data's KeyInfo or beside the data."""
    found = [
        *data.iterfind(f"{SIGNATURE}KeyInfo/{ENCRYPTION}EncryptedKey"),
        *container.iterfind(f"{ENCRYPTION}EncryptedKey"),
    ]
    if len(found) != 1:
        raise _Broken
    return found[0]


def _algorithm(element: etree._Element) -> str:
    method = element.find(f"{ENCRYPTION}EncryptionMethod")
    return "" if method is None else method.get("Algorithm", "")


def _cipher_value(element: etree._Element) -> bytes:
    value = element.findtext(f"{ENCRYPTION}CipherData/{ENCRYPTION}CipherValue") or ""
    return b64decode("".join(value.split()), validate=True)


def _secret(encrypted: etree._Element, key: "RSAPrivateKey") -> bytes:
    return key.decrypt(_cipher_value(encrypted), _padding(encrypted))


def _padding(encrypted: etree._Element) -> "AsymmetricPadding":
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP, PKCS1v15  # noqa: PLC0415 - as above

    algorithm = _algorithm(encrypted)
    if algorithm == _PKCS_1:
        return PKCS1v15()
    if algorithm not in _OAEP:
        raise _Broken
    method = f"{ENCRYPTION}EncryptionMethod/"
    digest = encrypted.find(f"{method}{SIGNATURE}DigestMethod")
    mask = encrypted.find(f"{method}{ENCRYPTION_11}MGF")
    mask_name = "" if mask is None else mask.get("Algorithm", "").rpartition("#mgf1")[2]
    return OAEP(MGF1(_hash(mask_name)), _hash("" if digest is None else digest.get("Algorithm", "")), None)


def _hash(algorithm: str) -> "HashAlgorithm":
    """Return the hash of an algorithm's name; SHA-1 where none is named, which is the standard's default for OAEP."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above

    known = {"": hashes.SHA1, "sha1": hashes.SHA1, "sha224": hashes.SHA224, "sha256": hashes.SHA256}
    found = (known | {"sha384": hashes.SHA384, "sha512": hashes.SHA512}).get(algorithm.rpartition("#")[2])
    if found is None:
        raise _Broken
    return found()  # type: ignore[abstract]


def _content(algorithm: str, secret: bytes, value: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    if algorithm in _GCM and len(secret) == _GCM[algorithm]:
        return AESGCM(secret).decrypt(value[:12], value[12:], None)
    return _unpadded(_from_cbc(algorithm, secret, value))


def _from_cbc(algorithm: str, secret: bytes, value: bytes) -> bytes:
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.algorithms import AES  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.modes import CBC  # noqa: PLC0415 - as above

    if algorithm in _CBC and len(secret) == _CBC[algorithm]:
        decryptor = Cipher(AES(secret), CBC(value[:16])).decryptor()
        return decryptor.update(value[16:]) + decryptor.finalize()
    if algorithm == _TRIPLE_DES and len(secret) == 24:
        older = Cipher(TripleDES(secret), CBC(value[:8])).decryptor()
        return older.update(value[8:]) + older.finalize()
    raise _Broken


def _unpadded(content: bytes) -> bytes:
    """Return the content without the padding, whose last byte is its length."""
    if not content or not 1 <= content[-1] <= min(16, len(content)):
        raise _Broken
    return content[: -content[-1]]


def in_place(container: etree._Element, text: str) -> str:
    """Return a document with the assertion below a root that declares what was declared where it stood."""
    root = etree.Element("opened", nsmap=container.nsmap)  # type: ignore[arg-type]  # the stubs know no default
    opening = etree.tostring(root, encoding="unicode").removesuffix("/>")
    return f"{opening}>{text}</opened>"
