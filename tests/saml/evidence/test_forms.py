"""Evidence is told apart by what it holds, whatever it comes in."""

import json
import re
from pathlib import Path

import pytest

from tests.evidence import okta
from tests.evidence.identity_provider import ADA, ENDPOINT, PREFIX, response
from tests.evidence.shapes import SHAPES, base64, body, har, page, post
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Evidence, Form, Part, Signature
from wizard.saml.evidence.reading import read_evidence

POST = Path(__file__).parents[2] / "evidence" / "post.txt"


def read(text: str | bytes) -> Evidence:
    """Read a text or bytes."""
    return read_evidence(text.encode() if isinstance(text, str) else text)


def sent(evidence: Evidence) -> dict[str, list[str]]:
    """Return the attributes by the ends of their names."""
    return {attribute.name.removeprefix(PREFIX): list(attribute.values) for attribute in evidence.attributes}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("signed", ["nothing", "assertion", "both"])
def test_a_response_reads_the_same_in_every_shape(shape: str, signed: str) -> None:
    """The attributes, the endpoint and the subject come out as the identity provider put them in."""
    evidence = read(SHAPES[shape](response(sign=signed)))
    assert sent(evidence) == ADA
    assert evidence.part is Part.RESPONSE
    assert (evidence.destination, evidence.recipients) == (ENDPOINT, (ENDPOINT,))
    assert (evidence.name_id, evidence.audiences) == ("ada@example.com", ("urn:amazon:webservices",))
    assert (evidence.signature is Signature.NONE) == (signed == "nothing")


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if not shape.startswith("XML")])
def test_the_length_is_that_of_the_base64(shape: str) -> None:
    """Line ends and encodings around it do not count."""
    xml = okta.response()
    assert read(SHAPES[shape](xml)).length == len(base64(xml))


def test_of_xml_the_length_is_what_its_base64_would_have() -> None:
    """A form posts the bytes of the XML in base64."""
    xml = okta.response()
    assert read(xml).length == len(base64(xml))
    assert read(xml.decode().encode("utf-16")).length == len(base64(xml))
    assert read(b"\xef\xbb\xbf" + xml + b"\r\n").length == len(base64(xml))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (base64(okta.response()), Form.SAML_RESPONSE),
        (body(okta.response()), Form.FORM_BODY),
        (page(okta.response()), Form.PAGE),
        (har(post(okta.response())), Form.HAR),
        (okta.response(), Form.XML),
    ],
)
def test_the_form_is_named(text: str | bytes, form: Form) -> None:
    """Evidence says what it came in."""
    assert read(text).form is form


def test_an_assertion_alone_is_read() -> None:
    """It says what the response would, but for the destination."""
    evidence = read(okta.assertion())
    assert (evidence.part, sent(evidence), evidence.destination) == (Part.ASSERTION, dict(ADA), None)


def test_a_statement_alone_is_read() -> None:
    """It holds the attributes and nothing else."""
    evidence = read(okta.statement(ADA))
    assert (evidence.part, sent(evidence), evidence.name_id) == (Part.STATEMENT, dict(ADA), None)
    assert not evidence.whole


def test_attributes_without_a_root_are_read() -> None:
    """Their prefix need not be declared."""
    evidence = read(okta.preview({"team": "user.team"}, '{"team"}'))
    assert (evidence.part, sent(evidence)) == (
        Part.ATTRIBUTES,
        {"PrincipalTag:team": ["user.team"], "TransitiveTagKeys": ['{"team"}']},
    )


def test_the_snippets_of_oktas_post_are_read() -> None:
    """With the missing bracket, which is remembered, and with the padded values, as they stand."""
    first, second, third = map(read, POST.read_text().splitlines())
    assert (first.mended, second.mended, third.mended) == (True, False, False)
    assert sent(first) == {"PrincipalTag:costCenter": ["         31415926     "]}
    assert sent(second) == {"TransitiveTagKeys": ["         costCenter     "]}
    assert sent(third) == {
        "PrincipalTag:team": ["user.team"],
        "PrincipalTag:project": ["user.project"],
        "TransitiveTagKeys": ['{"team", "project"}'],
    }


def test_snippets_in_a_row_are_mended_one_by_one() -> None:
    """A bracket may lack in the middle too."""
    one = okta.attribute("PrincipalTag:team", ["a"])
    evidence = read(f"{one[:-1]}\n{one[:-1]} {one[:-1]}")
    assert (len(evidence.attributes), evidence.mended) == (3, True)


def test_signs_that_fold_a_document_are_left_out() -> None:
    """Some browsers show a minus or a triangle before an element."""
    shown = re.sub(r"^(\s*)<", r"\1-<", okta.response().decode().partition("?>")[2].lstrip(), flags=re.MULTILINE)
    assert "-<saml2p:Response" in shown
    assert sent(read(shown)) == ADA


def test_the_last_sign_in_of_a_har_counts() -> None:
    """Whoever records twice means the second."""
    older = okta.response(okta.ada(team=["older"]))
    assert sent(read(har(post(older), post(okta.response()))))["PrincipalTag:team"] == ["platform"]


def test_a_har_that_posts_elsewhere_is_unusable() -> None:
    """A SAMLResponse for another app is no evidence."""
    with pytest.raises(Unusable, match="no POST of a SAMLResponse to a sign-in endpoint"):
        read(har(post(okta.response(), "https://example.com/saml")))


@pytest.mark.parametrize(
    "broken",
    [
        {"log": {}},
        {"log": {"entries": "x"}},
        {"log": {"entries": [1, None, {"request": 7}, {"request": {"method": "POST", "url": 8}}]}},
        {"log": {"entries": [{"request": {"method": "POST", "url": "https://[", "postData": []}}]}},
        {"log": {"entries": [{"request": {"method": "POST", "url": ENDPOINT, "postData": {"params": [{"name": 1}]}}}]}},
        {"log": {"entries": [{"response": {"content": {"text": "!", "encoding": "base64"}}}]}},
    ],
)
def test_a_har_of_another_form_is_unusable(broken: object) -> None:
    """No shape of JSON ends the program."""
    with pytest.raises(Unusable):
        read(json.dumps(broken))


def test_several_responses_in_one_body_are_unusable() -> None:
    """It could not be told which was meant."""
    two = body(okta.response()) + "&" + body(okta.response(okta.ada(team=["x"])))
    with pytest.raises(Unusable, match="2 different SAMLResponses"):
        read(two)


def test_evidence_shows_nothing_of_itself() -> None:
    """Its representation, which a traceback or a log may show, holds none of the values."""
    evidence = read(okta.response())
    shown = f"{evidence!r} {evidence.attributes!r} {evidence.windows!r}"
    assert "ada@example.com" not in shown
    assert "platform" not in shown
