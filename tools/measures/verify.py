"""`verify` of a response of 100 KB against lxml's parse and the check of its signature alone."""

import re
from base64 import b64encode
from functools import partial

from lxml import etree
from signxml.verifier import SignatureConfiguration, XMLVerifier

from measures.result import Result, ratio
from tests import named
from tests.evidence.identity_provider import ADA, PAIR, response
from tests.evidence.keys import certificate
from wizard.access.verification.comparison import Verdict, verified
from wizard.saml.evidence.reading import read_evidence

RUNS = 40
_ASSERTION = "./{urn:oasis:names:tc:SAML:2.0:assertion}Assertion/"


def large() -> bytes:
    """Return a signed response of 100 KB in base64, just what AWS takes: that of a person with very many roles."""
    pairs = [PAIR, *(re.sub("okta-abac", f"role-{number:04}", PAIR) for number in range(352))]
    return response({**ADA, "Role": pairs})


def _alone(xml: bytes) -> None:
    """Parse and check the signature, as the documentation of signxml has it."""
    etree.fromstring(xml)
    XMLVerifier().verify(
        xml,
        x509_cert=certificate("idp"),
        expect_config=SignatureConfiguration(location=_ASSERTION),
        id_attribute="ID",
    )


def _ours(data: bytes) -> None:
    found = verified(named.plan("team-project"), read_evidence(data, (certificate("idp"),)))
    assert found.verdict is Verdict.MATCH


def verify() -> list[Result]:
    """Return the ratio of verifying the base64 to parsing and checking the XML."""
    xml = large()
    data = b64encode(xml)
    found, ours, theirs = ratio(partial(_ours, data), partial(_alone, xml), RUNS)
    detail = f"{len(data):,} characters of base64; {ours * 1000:.1f} ms to {theirs * 1000:.1f} ms"
    return [Result("verify of a response of 100 KB / lxml's parse and the signature check", found, 3, "×", detail)]


MEASURES = (verify,)
