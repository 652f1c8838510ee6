"""An encrypted assertion opens with the key, and what is in it is judged like any other."""

import re

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from lxml import etree

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
    with pytest.raises(Unusable, match="give the private key with --key"):
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
