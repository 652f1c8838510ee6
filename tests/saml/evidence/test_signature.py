"""With a certificate only what is signed counts, and nothing unsigned or wrongly signed is ever read."""

import base64
import logging
import re

import pytest
from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.signer import XMLSigner

from tests.evidence import okta
from tests.evidence.identity_provider import ADA, ENDPOINT, PREFIX, response
from tests.evidence.keys import certificate, certificate_pem, key, metadata
from tests.evidence.shapes import SHAPES
from tests.evidence.wrapping import SAML, SIGNATURE, VARIANTS, signs_response, wrapped
from wizard.saml.evidence.certificate import signing_certificates
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Evidence, Part, Signature
from wizard.saml.evidence.reading import read_evidence

IDP = (certificate("idp"),)


def sent(evidence: Evidence) -> dict[str, list[str]]:
    """Return the attributes by the ends of their names."""
    return {attribute.name.removeprefix(PREFIX): list(attribute.values) for attribute in evidence.attributes}


def signed(
    element: str = "assertion",
    *,
    method: SignatureMethod = SignatureMethod.RSA_SHA256,
    digest: DigestAlgorithm = DigestAlgorithm.SHA256,
    name: str = "idp",
    weak: bool = False,
) -> bytes:
    """Return a response in Okta's shape, signed by the key of that name in another library's way."""

    class Weak(XMLSigner):
        def check_deprecated_methods(self) -> None:
            """Sign with SHA-1 too."""

    root = etree.fromstring(okta.response())
    found = root if element == "response" else root.find(f"{SAML}Assertion")
    assert found is not None
    signer = (Weak if weak else XMLSigner)(
        signature_algorithm=method,
        digest_algorithm=digest,
        c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#",
    )
    made = signer.sign(found, key=key(name), cert=[certificate(name)], reference_uri=found.get("ID"))
    if found is root:
        return etree.tostring(made)
    root.replace(found, made)
    return etree.tostring(root)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
def test_what_is_signed_is_read(shape: str, sign: str) -> None:
    """In every shape, by a certificate alone or the one in the metadata."""
    content = SHAPES[shape](response(sign=sign))
    data = content.encode() if isinstance(content, str) else content
    for given in (certificate_pem("idp"), metadata("other", "idp")):
        evidence = read_evidence(data, signing_certificates(given))
        assert (sent(evidence), evidence.signature) == (ADA, Signature.VERIFIED)
        assert evidence.recipients == (ENDPOINT,)


@pytest.mark.parametrize("sign", ["assertion", "response"])
def test_of_an_unsigned_response_the_assertion_alone_counts(sign: str) -> None:
    """The destination is read where it is signed."""
    evidence = read_evidence(response(sign=sign), IDP)
    expected = (Part.ASSERTION, None) if sign == "assertion" else (Part.RESPONSE, ENDPOINT)
    assert (evidence.part, evidence.destination) == expected


@pytest.mark.parametrize("element", ["assertion", "response"])
@pytest.mark.parametrize(
    ("method", "digest", "name"),
    [
        (SignatureMethod.RSA_SHA256, DigestAlgorithm.SHA256, "idp"),
        (SignatureMethod.RSA_SHA512, DigestAlgorithm.SHA512, "idp"),
        (SignatureMethod.SHA256_RSA_MGF1, DigestAlgorithm.SHA256, "idp"),
        (SignatureMethod.ECDSA_SHA256, DigestAlgorithm.SHA384, "ec idp"),
    ],
)
def test_the_algorithms_of_today_hold(
    element: str, method: SignatureMethod, digest: DigestAlgorithm, name: str
) -> None:
    """RSA and elliptic curves with SHA-2."""
    evidence = read_evidence(signed(element, method=method, digest=digest, name=name), (certificate(name),))
    assert (sent(evidence), evidence.signature) == (ADA, Signature.VERIFIED)


@pytest.mark.parametrize(
    ("method", "digest"),
    [(SignatureMethod.RSA_SHA1, DigestAlgorithm.SHA256), (SignatureMethod.RSA_SHA256, DigestAlgorithm.SHA1)],
)
def test_sha_1_does_not_count(method: SignatureMethod, digest: DigestAlgorithm) -> None:
    """With a certificate it is refused, without one it is remembered."""
    data = signed(method=method, digest=digest, weak=True)
    with pytest.raises(Unusable, match="sha1, which can be forged"):
        read_evidence(data, IDP)
    assert any("sha1" in name for name in read_evidence(data).weak)


@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
def test_another_certificate_does_not_hold(sign: str) -> None:
    """The key in the document counts for nothing."""
    with pytest.raises(Unusable, match="does not hold"):
        read_evidence(response(sign=sign), (certificate("other"),))
    with pytest.raises(Unusable, match="does not hold"):
        read_evidence(response(sign=sign, key="attacker"), IDP)


@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
@pytest.mark.parametrize(
    ("old", "new"),
    [(b"platform", b"everything"), (b"ada@example.com", b"eve@example.com"), (b"111122223333", b"999999999999")],
)
def test_a_changed_document_does_not_hold(sign: str, old: bytes, new: bytes) -> None:
    """Neither a value, nor the subject, nor a role."""
    with pytest.raises(Unusable, match="does not hold"):
        read_evidence(response(sign=sign).replace(old, new), IDP)


def test_of_two_signatures_both_must_hold() -> None:
    """A changed destination breaks the response's signature, and the assertion's does not mend it."""
    with pytest.raises(Unusable, match="Response does not hold"):
        read_evidence(response(sign="both").replace(b'Destination="https', b'Destination="http'), IDP)


@pytest.mark.parametrize(
    "unsigned",
    [
        okta.response(),
        okta.assertion().encode(),
        okta.statement(ADA).encode(),
        okta.preview({"team": "user.team"}).encode(),
        b'{"eventName": "AssumeRoleWithSAML", "requestParameters": {}}',
    ],
    ids=["response", "assertion", "statement", "preview", "CloudTrail"],
)
def test_nothing_unsigned_counts(unsigned: bytes) -> None:
    """With a certificate, evidence without a signature is unusable."""
    with pytest.raises(Unusable, match="not signed"):
        read_evidence(unsigned, IDP)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("same_id", [False, True])
@pytest.mark.parametrize("judged", [False, True])
def test_wrapped_signatures_are_refused(variant: int, same_id: bool, judged: bool) -> None:
    """Every published variant, with the forged part's ID changed or kept, with and without a certificate."""
    genuine = response(sign="response" if signs_response(variant) else "assertion")
    assert sent(read_evidence(genuine, IDP)) == ADA
    forged = wrapped(genuine, variant, same_id=same_id)
    assert b"everything" in forged
    with pytest.raises(Unusable):
        read_evidence(forged, IDP if judged else ())


def test_a_signature_for_something_else_does_not_count() -> None:
    """The one reference must name the element that carries the signature."""
    data = response(sign="assertion")
    for change in (
        (rb'URI="#[^"]+"', b'URI=""'),
        (rb'URI="#[^"]+"', b'URI="#other"'),
        (rb'URI="#[^"]+"', b'URI="file:///etc/passwd"'),
        (rb' URI="#[^"]+"', b""),
    ):
        with pytest.raises(Unusable, match="something other than the element"):
            read_evidence(re.sub(*change, data), IDP)


@pytest.mark.parametrize(
    "transform",
    [
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2000/09/xmldsig#base64",
    ],
)
def test_other_transforms_are_refused(transform: str) -> None:
    """They could cut out of the signed part whatever an attacker wants to change."""
    data = re.sub(
        rb"(<\w+:Transform [^>]*xml-exc-c14n#\"[^>]*>)",
        rb'\1<ns1:Transform xmlns:ns1="http://www.w3.org/2000/09/xmldsig#" Algorithm="' + transform.encode() + rb'"/>',
        response(sign="assertion"),
        count=1,
    )
    assert transform.encode() in data
    with pytest.raises(Unusable, match="form that SAML prescribes"):
        read_evidence(data, IDP)


def test_a_second_reference_is_refused() -> None:
    """SAML signs one element."""
    root = etree.fromstring(response(sign="assertion"))
    reference = next(root.iter(f"{SIGNATURE.removesuffix('Signature')}Reference"))
    parent = reference.getparent()
    assert parent is not None
    parent.append(etree.fromstring(etree.tostring(reference)))
    with pytest.raises(Unusable, match="form that SAML prescribes"):
        read_evidence(etree.tostring(root), IDP)


def test_an_object_in_a_signature_is_refused() -> None:
    """Nothing may hide there."""
    root = etree.fromstring(response(sign="assertion"))
    etree.SubElement(next(root.iter(SIGNATURE)), f"{SIGNATURE.removesuffix('Signature')}Object")
    with pytest.raises(Unusable, match="form that SAML prescribes"):
        read_evidence(etree.tostring(root), IDP)


def test_two_signatures_of_one_element_are_refused() -> None:
    """It could not be told which one counts."""
    root = etree.fromstring(response(sign="assertion"))
    signature = next(root.iter(SIGNATURE))
    another = etree.fromstring(etree.tostring(signature))
    another.attrib.pop("Id", None)
    signature.addnext(another)
    with pytest.raises(Unusable, match="2 signatures"):
        read_evidence(etree.tostring(root), IDP)


def test_an_hmac_with_the_public_key_does_not_hold() -> None:
    """The algorithm is not the attacker's to choose."""
    data = re.sub(rb"xmldsig-more#rsa-sha256", b"xmldsig-more#hmac-sha256", response(sign="assertion"))
    with pytest.raises(Unusable, match="does not hold"):
        read_evidence(data, IDP)


def test_broken_signatures_do_not_hold() -> None:
    """Whatever stands in a signature's elements, it ends in the verdict."""
    for name in (b"SignatureValue", b"DigestValue"):
        for content in (b"", b"!", b"QUFB", b"\xc3\xa9"):
            data = re.sub(rb"(:%s>)[^<]*" % name, rb"\1" + content, response(sign="assertion"))
            with pytest.raises(Unusable, match="does not hold"):
                read_evidence(data, IDP)


def test_an_attribute_beside_the_signed_assertion_is_not_read() -> None:
    """What stands outside the signed part is not among the attributes."""
    root = etree.fromstring(response(sign="assertion"))
    root.append(etree.fromstring(okta.statement({"PrincipalTag:team": ["everything"]})))
    evidence = read_evidence(etree.tostring(root), IDP)
    assert sent(evidence) == ADA


def test_the_metadata_must_be_of_an_identity_provider() -> None:
    """A key for encryption does not judge signatures."""
    with pytest.raises(ValueError, match="without the signing certificate"):
        signing_certificates(metadata("idp", use="encryption"))


def test_an_expired_certificate_still_judges() -> None:
    """IAM does not document that it minds, and evidence may be old."""
    assert certificate("idp").not_valid_before_utc.year == 2026
    assert read_evidence(response(), IDP).signature is Signature.VERIFIED


def test_the_library_that_verifies_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """It would write the canonical assertion at level debug."""
    signed, other = response(sign="both"), (certificate("other"),)  # the provider that makes them logs what it sends
    with caplog.at_level(logging.DEBUG):
        read_evidence(signed, IDP)
        with pytest.raises(Unusable):
            read_evidence(signed, other)
    assert not [record for record in caplog.records if "platform" in record.getMessage()]


def test_a_certificate_in_der_is_read() -> None:
    """As some consoles save it."""
    pem = certificate_pem("idp").decode().splitlines()
    assert signing_certificates(base64.b64decode("".join(pem[1:-1]))) == IDP


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        b"-----BEGIN CERTIFICATE-----\nQUFB\n-----END CERTIFICATE-----\n",
        b"<a/>",
        b"<a",
        b"<!DOCTYPE a><a/>",
        metadata("idp").replace(b"MII", b"M!I"),
        b"\xff" * 100,
        b"x" * 3_000_000,
    ],
)
def test_a_file_without_a_certificate_is_refused(content: bytes) -> None:
    """With a reason, not a traceback."""
    with pytest.raises(ValueError, match=r"^it |^The XML"):
        signing_certificates(content)
