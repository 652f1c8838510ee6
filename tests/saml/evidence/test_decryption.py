"""An encrypted assertion opens with the key, and what is in it is judged like any other."""

import re
from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from lxml import etree

from tests.evidence import okta
from tests.evidence.identity_provider import ADA, AES, response
from tests.evidence.keys import certificate, key, key_pem
from tests.saml.evidence.test_signature import sent
from wizard.saml.evidence.decryption import decryption_key
from wizard.saml.evidence.error import NoKey, Unusable
from wizard.saml.evidence.evidence import Signature
from wizard.saml.evidence.reading import read_evidence

IDP = (certificate("idp"),)


@pytest.mark.parametrize("algorithm", ["tripledes-cbc", *AES])
@pytest.mark.parametrize("sign", ["nothing", "assertion", "response", "both"])
def test_an_encrypted_assertion_is_read(algorithm: str, sign: str) -> None:
    """Whatever it was encrypted with, and whether it was signed before, after, or not at all."""
    data = response(sign=sign, encrypt=algorithm)
    assert b"platform" not in data
    evidence = read_evidence(data, key=decryption_key(key_pem("sp")))
    assert (sent(evidence), evidence.encrypted) == (ADA, True)
    assert (evidence.signature is Signature.NONE) == (sign == "nothing")


@pytest.mark.parametrize("algorithm", ["tripledes-cbc", *AES])
@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
def test_its_signature_is_judged(algorithm: str, sign: str) -> None:
    """The assertion's own after it was opened, the response's before."""
    data = response(sign=sign, encrypt=algorithm)
    evidence = read_evidence(data, IDP, decryption_key(key_pem("sp")))
    assert (sent(evidence), evidence.signature) == (ADA, Signature.VERIFIED)
    with pytest.raises(Unusable, match="does not hold"):
        read_evidence(data, (certificate("other"),), decryption_key(key_pem("sp")))


def test_encryption_is_no_signature() -> None:
    """Anybody can encrypt for the public key."""
    with pytest.raises(Unusable, match="not signed"):
        read_evidence(response(sign="nothing", encrypt="aes128-gcm"), IDP, decryption_key(key_pem("sp")))


def test_without_the_key_it_is_unusable() -> None:
    """The reason names the option."""
    with pytest.raises(Unusable, match="give the private key that opens it"):
        read_evidence(response(encrypt="aes256-cbc"))


@pytest.mark.parametrize("algorithm", ["tripledes-cbc", *AES])
def test_with_another_key_it_is_unusable(algorithm: str) -> None:
    """The same is said of every failure."""
    with pytest.raises(Unusable, match="does not open with this key"):
        read_evidence(response(encrypt=algorithm), key=decryption_key(key_pem("other")))


@pytest.mark.parametrize("algorithm", ["tripledes-cbc", *AES])
@pytest.mark.parametrize(
    "change",
    [
        (rb"<\w+:CipherValue>[^<]*", b"<xenc:CipherValue>QUFB"),
        (rb"(CipherValue>)[^<]*", rb"\1!"),
        (rb"#(aes\d+|tripledes)-(cbc|gcm)", b"#rc4"),
        (rb"#rsa-oaep-mgf1p|#rsa-1_5", b"#none"),
        (rb"CipherData>", b"CipherGone>"),
    ],
)
def test_what_is_damaged_is_unusable(algorithm: str, change: tuple[bytes, bytes]) -> None:
    """Lengths, base64, algorithms, missing parts."""
    damaged = re.sub(*change, response(encrypt=algorithm))
    assert damaged != response(encrypt=algorithm)
    with pytest.raises(Unusable):
        read_evidence(damaged, key=decryption_key(key_pem("sp")))


def test_no_second_assertion_may_stand_beside_it() -> None:
    """An encrypted one counts as one."""
    root = etree.fromstring(response(encrypt="aes128-cbc"))
    plain = etree.fromstring(response(sign="nothing"))[-1]
    root.append(plain)
    with pytest.raises(Unusable, match="2 assertions"):
        read_evidence(etree.tostring(root), key=decryption_key(key_pem("sp")))


def test_a_locked_key_is_refused() -> None:
    """A passphrase on the command line would be seen by everybody on the machine."""
    locked = key("sp").private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))
    with pytest.raises(NoKey, match="passphrase"):
        decryption_key(locked)


@pytest.mark.parametrize(
    "content", [b"", b"nothing", b"-----BEGIN PRIVATE KEY-----\nQUFB\n-----END PRIVATE KEY-----\n"]
)
def test_a_file_without_a_key_is_refused(content: bytes) -> None:
    """With a reason, not a traceback."""
    with pytest.raises(NoKey, match="no private key in PEM"):
        decryption_key(content)


def test_a_key_on_a_curve_is_refused() -> None:
    """Assertions are encrypted for RSA."""
    with pytest.raises(NoKey, match="no RSA key"):
        decryption_key(key_pem("ec"))


def sealed(content: bytes, *, digest: str = "", mask: str = "", beside: bool = False) -> bytes:
    """Return a Response that holds this content encrypted, with the hashes of OAEP named, the key within or beside."""
    space = "http://www.w3.org/2001/04/xmlenc"
    known = {"": SHA1(), "sha256": SHA256(), "sha512": SHA512()}  # noqa: S303 - the standard's default for OAEP
    secret, nonce = b"k" * 32, b"n" * 12
    wrapped = key("sp").public_key().encrypt(secret, OAEP(MGF1(known[mask]), known[digest], None))
    named = f'<ds:DigestMethod Algorithm="{space}#{digest}"/>' if digest else ""
    named += f'<e11:MGF Algorithm="http://www.w3.org/2009/xmlenc11#mgf1{mask}"/>' if mask else ""
    held = (
        f'<e:EncryptedKey><e:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep">{named}'
        f"</e:EncryptionMethod><e:CipherData><e:CipherValue>{b64encode(wrapped).decode()}</e:CipherValue>"
        "</e:CipherData></e:EncryptedKey>"
    )
    value = b64encode(nonce + AESGCM(secret).encrypt(nonce, content, None)).decode()
    return f"""<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:e="{space}#" ID="id1"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:e11="http://www.w3.org/2009/xmlenc11#">
<s:EncryptedAssertion xmlns:s="urn:oasis:names:tc:SAML:2.0:assertion"><e:EncryptedData>
<e:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>
<ds:KeyInfo>{"" if beside else held}</ds:KeyInfo>
<e:CipherData><e:CipherValue>{value}</e:CipherValue></e:CipherData></e:EncryptedData>{held if beside else ""}
</s:EncryptedAssertion></p:Response>""".encode()


def opened(data: bytes) -> dict[str, list[str]]:
    """Return the attributes of a sealed response."""
    return sent(read_evidence(data, key=decryption_key(key_pem("sp"))))


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(("digest", "mask"), [("", ""), ("sha256", ""), ("sha256", "sha256"), ("sha512", "sha256")])
def test_the_hashes_of_oaep_are_those_that_are_named(digest: str, mask: str, beside: bool) -> None:
    """SHA-1 where none is, which is the standard's default; the key stands within the data or beside it."""
    assert opened(sealed(okta.assertion().encode(), digest=digest, mask=mask, beside=beside)) == ADA


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<x/>", "no assertion"),
        (b"<!DOCTYPE x><x/>", "DOCTYPE"),
        (b"PK\x03\x04", "packed file"),
        (b"", "no assertion"),
        (b"\xff", "not UTF-8"),
        (okta.assertion().encode() + okta.assertion().encode(), "2 assertions"),
        (okta.assertion().encode() + b"</opened><opened>", "not well-formed"),
        (okta.assertion().replace("ada@", "ada<!-- -->@").encode(), "comment"),
    ],
)
def test_what_is_inside_is_trusted_no_more(content: bytes, reason: str) -> None:
    """The same refusals hold there."""
    with pytest.raises(Unusable, match=reason):
        opened(sealed(content))


def test_a_secret_of_the_wrong_length_does_not_open() -> None:
    """Nor does an algorithm that was exchanged, or a hash that is not known."""
    data = sealed(okta.assertion().encode(), digest="sha256")
    for old, new in ((b"aes256-gcm", b"aes128-gcm"), (b"xmlenc#sha256", b"xmlenc#md5"), (b"#rsa-oaep", b"#rsa-none")):
        with pytest.raises(Unusable, match="does not open"):
            opened(data.replace(old, new))


@pytest.mark.parametrize("name", [b"EncryptedData", b"EncryptedKey", b"CipherData"])
def test_an_assertion_without_its_parts_does_not_open(name: bytes) -> None:
    """No content, no key, or no bytes."""
    data = re.sub(rb"<e:%s>.*?</e:%s>" % (name, name), b"", sealed(b"<x/>"), flags=re.DOTALL)
    with pytest.raises(Unusable, match="does not open"):
        opened(data)
