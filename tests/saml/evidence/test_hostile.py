"""Evidence that attacks its reader, or is none: unusable with a reason, at once, and nothing of it is shown."""

import gzip
import io
import json
import socket
import time
import tracemalloc
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from tests.evidence import okta
from tests.evidence.shapes import SHAPES, har, post
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.limits import LARGEST_DOCUMENT, LARGEST_HAR
from wizard.saml.evidence.reading import read_evidence

SECRET = "secretvalue"  # noqa: S105 - what stands for the content of a captured sign-in
DTD = "DOCTYPE or an entity"


def zipped() -> bytes:
    """Return a zip with a response in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("response.xml", okta.response())
    return target.getvalue()


def bomb() -> str:
    """Return the classic entity bomb: nine levels of ten."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><x>&l9;</x>'


def with_value(inner: str) -> str:
    """Return a response in which the team's value is this XML."""
    return okta.response(okta.ada(team=["MARK"])).decode().replace("MARK", inner)


RESPONSE = okta.response(okta.ada(team=[SECRET])).decode()
OTHER = okta.assertion().replace('ID="id1', 'ID="id2')
NESTED = "<a>" * 100_000 + "</a>" * 100_000

HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "empty"),
    "blanks": (" \n\t", "empty"),
    "a word": ("nothing", "base64 is not whole"),
    "a sentence": ("This is no evidence.", "neither XML, JSON nor base64"),
    "base64 of a sentence": (b64encode(b"This is no evidence at all."), "holds no XML"),
    "base64 that was cut": (b64encode(RESPONSE.encode())[:-2], "not whole"),
    "base64 cut by four": (b64encode(RESPONSE.encode())[:-40], "not well-formed"),
    "base64 with a foreign sign": (b64encode(RESPONSE.encode()).replace(b"A", b"*", 1), "neither XML, JSON nor base64"),
    "base64 of a zip": (b64encode(zipped()), "packed file"),
    "a zip": (zipped(), "packed file"),
    "a gzip": (gzip.compress(RESPONSE.encode()), "packed file"),
    "bytes that are no text": (b"\xff\x00\x01", "not UTF-8"),
    "half of a character": (RESPONSE.encode().replace(SECRET.encode(), b"\xc3("), "not UTF-8"),
    "surrogates": (RESPONSE.encode().replace(SECRET.encode(), b"\xed\xa0\x80"), "not UTF-8"),
    "null bytes": (RESPONSE.replace(SECRET, "a\0b"), "null bytes"),
    "another encoding": (RESPONSE.replace("UTF-8", "ISO-8859-1"), "encoding other than UTF-8"),
    "UTF-7": (RESPONSE.replace("UTF-8", "UTF-7"), "encoding other than UTF-8"),
    "a DOCTYPE": (RESPONSE.replace("<saml2p:Response ", "<!DOCTYPE x><saml2p:Response ", 1), DTD),
    "an entity bomb": (bomb(), DTD),
    "an entity bomb in base64": (b64encode(bomb().encode()), DTD),
    "an external entity": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', DTD),
    "an external DTD": ('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>', DTD),
    "a DOCTYPE in UTF-16": (bomb().encode("utf-16"), DTD),
    "a parameter entity": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]><x/>', DTD),
    "an unknown entity": (with_value("&unknown;"), "not well-formed"),
    "XInclude": (
        with_value('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'),
        "XInclude",
    ),
    "depth": (NESTED, "nested too deeply"),
    "depth in a value": (with_value(NESTED), "nested too deeply"),
    "depth in base64": (b64encode(with_value(NESTED).encode()), "nested too deeply"),
    "depth in JSON": ("[" * 100_000 + "]" * 100_000, ""),
    "depth in JSON lines": ('{"a":' * 100_000, ""),
    "a number of a million digits": ('{"log": ' + "9" * 1_000_000 + "}", ""),
    "JSON that is none": ("{'log': 1}", "line 1, column 2"),
    "JSON of something else": ('{"a": [1, 2]}', "neither a HAR nor"),
    "a list of nothing": ("[]", "neither a HAR nor"),
    "a HAR of nothing": (har(), "no POST"),
    "a page": ("<!DOCTYPE html><html><body>Sign in</body></html>", "page"),
    "a page without a value": ('<html><input name="SAMLResponse" value=""></html>', "holds none"),
    "a reference of a thousand digits": (f'<html><input name="SAMLResponse" value="&#{"9" * 5_000};">', "neither XML"),
    "a body without a value": ("SAMLResponse=&RelayState=", "holds none"),
    "JSON without a value": ('{"SAMLResponse": "\\n "}', "holds none"),
    "a character that XML forbids": (RESPONSE.replace(SECRET, "\ufffe"), "not well-formed"),
    "XML that is very long in a HAR": (har(post(b"<a>" + b"x" * LARGEST_DOCUMENT)), "no sign-in is that long"),
    "a signature without its parts": (
        RESPONSE.replace("<saml2:Subject>", '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/><x>'),
        "not well-formed",
    ),
    "a request instead": (
        '<p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="a"/>',
        "neither a SAML 2.0 Response",
    ),
    "SAML 1.1": ('<Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion"/>', "neither a SAML 2.0 Response"),
    "a failed sign-in": (
        RESPONSE.replace("status:Success", "status:Responder").replace(okta.assertion(okta.ada(team=[SECRET])), ""),
        "sign-in failed",
    ),
    "a response without an assertion": (
        '<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"/>',
        "holds no assertion",
    ),
    "two assertions": (
        RESPONSE.replace("</saml2p:Response>", f"{OTHER}</saml2p:Response>"),
        "2 assertions",
    ),
    "an assertion within an assertion": (
        okta.assertion(inner=OTHER),
        "2 assertions",
    ),
    "an assertion in an extension": (
        RESPONSE.replace("<saml2:Assertion", "<saml2p:Extensions><saml2:Assertion").replace(
            "</saml2:Assertion>", "</saml2:Assertion></saml2p:Extensions>"
        ),
        "does not stand where",
    ),
    "a response in a response": (
        RESPONSE.replace("<saml2p:Status>", '<saml2p:Response ID="other"/><saml2p:Status>'),
        "within something else",
    ),
    "duplicate IDs": (
        RESPONSE.replace('ID="id12433943338016269283631347"', 'ID="id12433943337943699538801121"'),
        "same ID",
    ),
    "duplicate IDs of another kind": (
        RESPONSE.replace("<saml2p:Status>", '<saml2p:Status Id="id12433943337943699538801121">'),
        "same ID",
    ),
    "a comment in a value": (with_value(f"{SECRET}<!-- -->.evil"), "comment or an instruction"),
    "a comment alone in a value": (with_value("<!-- -->"), "comment or an instruction"),
    "an instruction in a value": (with_value(f"{SECRET}<?x y?>.evil"), "comment or an instruction"),
    "a comment in the subject": (RESPONSE.replace("ada@", "ada<!-- -->@"), "comment or an instruction"),
    "a comment in a statement's value": (
        okta.statement(okta.ada(team=["MARK"])).replace("MARK", "a<!---->b"),
        "comment or an instruction",
    ),
    "elements in a value": (with_value("a<b>c</b>"), "XML elements"),
    "elements in the subject": (RESPONSE.replace("ada@", "ada<b/>@"), "XML elements"),
    "an attribute without a name": (RESPONSE.replace(" Name=", " FriendlyName="), "no Name"),
    "a control character": (RESPONSE.replace(SECRET, "&#1;"), "not well-formed"),
    "more attributes than anybody has": (
        okta.statement({f"PrincipalTag:k{number}": ["v"] for number in range(2_000)}),
        "more attributes",
    ),
    "more values than anybody has": (okta.statement({"PrincipalTag:team": ["v"] * 6_000}), "more attributes"),
    "a foreign element among attributes": (
        okta.attribute("PrincipalTag:team", ["a"]) + "<saml2:Subject/>",
        "does not belong",
    ),
    "an escape from the root": (okta.attribute("PrincipalTag:team", ["a"]) + "</pasted><pasted>", "not well-formed"),
    "a signature among attributes": (
        okta.attribute("PrincipalTag:team", ["a"]) + '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
        "does not stand where",
    ),
    "too long a document": (b"<a>" + b"x" * LARGEST_DOCUMENT, "no sign-in is that long"),
    "too long a base64": (b"QUFB" * (LARGEST_DOCUMENT // 4 + 1), "no sign-in is that long"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_evidence_is_unusable(name: str) -> None:
    """With a reason that says what it is and holds nothing of its content, within a second."""
    content, reason = HOSTILE[name]
    start = time.process_time()
    with pytest.raises(Unusable) as raised:
        read_evidence(content.encode() if isinstance(content, str) else content)
    assert time.process_time() - start < 2
    assert reason in str(raised.value)
    assert SECRET not in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("shape", SHAPES)
def test_a_doctype_is_refused_in_every_shape(shape: str) -> None:
    """No way into the reader goes around the refusal."""
    attack = RESPONSE.replace("<saml2p:Response ", '<!DOCTYPE x [<!ENTITY e "v">]><saml2p:Response ', 1)
    content = SHAPES[shape](attack.encode())
    with pytest.raises(Unusable, match=DTD):
        read_evidence(content.encode() if isinstance(content, str) else content)


def test_a_hundred_megabytes_are_refused_at_once() -> None:
    """Without reading them as anything."""
    content = b"[" + b" " * (2 * LARGEST_HAR)
    start = time.process_time()
    with pytest.raises(Unusable, match="more than"):
        read_evidence(content)
    assert time.process_time() - start < 0.2


def test_the_largest_document_takes_bounded_memory() -> None:
    """Fifty times its size at most, whatever stands in it."""
    content = b"<a>" + b"<b/>" * (LARGEST_DOCUMENT // 4 - 8) + b"</a>"
    tracemalloc.start()
    try:
        with pytest.raises(Unusable):
            read_evidence(content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 50 * LARGEST_DOCUMENT


@pytest.mark.parametrize(
    "content",
    [
        b"<input " * 700_000,
        b"<html>" + b"<input name='SAMLResponse' " * 180_000,
        b"SAMLResponse=" * 400_000,
        b"SAMLResponse = " + b" " * 4_000_000,
        b"</saml2:Attribute " * 280_000,
        b"<saml2:Attribute>" + b"</saml2:Attribute  " * 200_000,
        b"-" * 5_000_000 + b"<",
        (b" " * 50 + b"\n") * 100_000 + b"<a",
        b"&#" * 2_500_000,
        b"%4" * 2_500_000,
        b"<?xml " + b"a" * 5_000_000,
        b"<!" + b" " * 5_000_000,
    ],
    ids=range(12),
)
def test_no_pattern_takes_long(content: bytes) -> None:
    """Five megabytes of what a careless pattern would try again and again."""
    start = time.process_time()
    with pytest.raises(Unusable):
        read_evidence(content)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("part", [b"{},", b"[],", b'"ab",', b'"a":1,'])
def test_json_of_very_many_parts_is_refused(part: bytes) -> None:
    """Twenty megabytes of JSON could take a gigabyte of memory."""
    start = time.process_time()
    with pytest.raises(Unusable, match="more parts than a browser records"):
        read_evidence(b'{"log": [' + part * (20_000_000 // len(part)) + b"]}")
    assert time.process_time() - start < 3


def test_a_long_recording_is_read() -> None:
    """Scripts in it hold braces and commas by the million."""
    script = {"response": {"content": {"text": 'f({a:[1,2]}),\\"' * 500_000}}}
    assert read_evidence(har(script, post(okta.response())).encode()).name_id == "ada@example.com"


def test_an_emoji_makes_a_recording_no_larger() -> None:
    """It is worked at as bytes: as characters it would be four times as long, and the window would wait for that."""
    entry = {"response": {"content": {"text": "🎉" + "x" * 200_000}}}
    data = json.dumps(json.loads(har(*[entry] * 30, post(okta.response()))), ensure_ascii=False).encode()
    assert len(data) > LARGEST_DOCUMENT
    tracemalloc.start()
    try:
        assert read_evidence(data).name_id == "ada@example.com"
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2.5 * len(data)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No connection is opened, and no file but the evidence is looked at."""
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a connection was opened"))
    target = tmp_path / "secret.txt"
    target.write_text(SECRET)
    for name in ("an external entity", "an external DTD", "XInclude"):
        content = str(HOSTILE[name][0]).replace("file:///etc/passwd", target.as_uri())
        with pytest.raises(Unusable) as raised:
            read_evidence(content.encode())
        assert SECRET not in str(raised.value)


def test_cdata_and_references_are_the_value() -> None:
    """What XML calls the same text is the same value."""
    one = read_evidence(with_value("<![CDATA[plat]]>f&#111;rm").encode())
    assert one.values("https://aws.amazon.com/SAML/Attributes/PrincipalTag:team") == ("platform",)


def test_a_comment_between_elements_is_harmless() -> None:
    """It hides nothing: the values stay whole."""
    text = RESPONSE.replace("<saml2p:Status>", "<!-- here --><saml2p:Status>").replace(SECRET, "platform")
    assert read_evidence(text.encode()).name_id == "ada@example.com"


def test_a_deep_event_is_unusable() -> None:
    """Events wrapped in events without end are not followed."""
    event: object = {"eventName": "AssumeRoleWithSAML"}
    for _ in range(50):
        event = {"detail": event}
    with pytest.raises(Unusable, match="neither a HAR nor"):
        read_evidence(json.dumps(event).encode())
