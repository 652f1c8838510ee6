"""``verify`` compares a captured sign-in with the plan, and keeps it to itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ended, Run
from tests.evidence import okta
from tests.evidence.identity_provider import PREFIX, response
from tests.evidence.keys import certificate_pem, key_pem, metadata
from tests.evidence.shapes import SHAPES, base64
from tests.evidence.trail import event
from tests.evidence.wrapping import VARIANTS, signs_response, wrapped

KEYS = '{"team", "project"}'


def document(ended: Ended) -> Any:
    """Return the JSON document, which is all that the command wrote."""
    assert ended.err == ""
    return json.loads(ended.out)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Give a folder with the identity provider's certificate and metadata, and the private key."""
    (tmp_path / "idp.pem").write_bytes(certificate_pem("idp"))
    (tmp_path / "idp.xml").write_bytes(metadata("idp"))
    (tmp_path / "other.pem").write_bytes(certificate_pem("other"))
    (tmp_path / "sp.key").write_bytes(key_pem("sp"))
    return tmp_path


def test_a_sign_in_as_planned_matches(outside: Run, plan: Path) -> None:
    """Exit status 0, and the document of the contract."""
    ended = outside("verify", plan, "-", "--format", "json", stdin=okta.response())
    assert ended.status == 0
    found = document(ended)
    assert found["verdict"] == "match"
    assert found["differences"] == []
    assert {name: found["evidence"][name] for name in ("kind", "signed", "encrypted", "person")} == {
        "kind": "captured",
        "signed": False,
        "encrypted": False,
        "person": "ada@example.com",
    }
    assert found["features"] == {
        "OIN_SAML2_DYNAMIC_ATTRIBUTES": "enabled",
        "SAML_SUPPORT_ARRAY_ATTRIBUTES": "enabled",
    }


def test_flattened_keys_are_a_mismatch(outside: Run, plan: Path, tmp_path: Path) -> None:
    """Exit status 1, the difference in full, and the feature that is off."""
    evidence = tmp_path / "response.txt"
    evidence.write_text(base64(okta.response(okta.ada(TransitiveTagKeys=[KEYS]))))
    ended = outside("verify", plan, evidence, "--format", "json")
    assert ended.status == 1
    found = document(ended)
    assert found["verdict"] == "mismatch"
    assert found["features"]["SAML_SUPPORT_ARRAY_ATTRIBUTES"] == "disabled"
    [difference] = found["differences"]
    assert difference == {
        "rule": "EVD121",
        "severity": "error",
        "attribute": f"{PREFIX}TransitiveTagKeys",
        "title": "Transitive keys arrived as one value",
        "expected": ["team", "project"],
        "found": [KEYS],
        "message": "One value holds all the keys: the feature SAML_SUPPORT_ARRAY_ATTRIBUTES is off",
        "fix": "Ask Okta's support to enable SAML_SUPPORT_ARRAY_ATTRIBUTES",
        "source": difference["source"],
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(run: Run, plan: Path, shape: str) -> None:
    """From standard input, signed and judged."""
    content = SHAPES[shape](response())
    ended = run("verify", plan, "-", stdin=content.encode() if isinstance(content, str) else content)
    assert (ended.status, ended.err) == (0, "")
    assert "match: what was sent is what the plan means" in ended.out


def test_a_preview_is_judged_as_a_preview(run: Run, plan: Path) -> None:
    """What the command itself previews matches."""
    for arguments, kind in ((["--as", "okta"], "preview"), (["--as", "aws"], "captured")):
        shown = run("preview", plan, *arguments).out
        found = document(run("verify", plan, "-", "--format", "json", stdin=shown.encode()))
        assert (found["evidence"]["kind"], found["verdict"]) == (kind, "match")


def test_an_event_of_cloudtrail_is_judged(run: Run, plan: Path) -> None:
    """By its tags and keys."""
    ended = run("verify", plan, "-", "--format", "json", stdin=json.dumps(event(team="data")).encode())
    found = document(ended)
    assert (ended.status, found["evidence"]["kind"]) == (1, "cloudtrail")
    assert [each["attribute"] for each in found["differences"]] == [f"{PREFIX}PrincipalTag:team"]


@pytest.mark.parametrize("given", ["idp.pem", "idp.xml"])
@pytest.mark.parametrize("sign", ["assertion", "response", "both"])
def test_a_signature_that_holds_matches(run: Run, plan: Path, keys: Path, given: str, sign: str) -> None:
    """By a certificate, or by the metadata."""
    ended = run("verify", plan, "-", "--certificate", keys / given, "--format", "json", stdin=response(sign=sign))
    found = document(ended)
    assert (ended.status, found["verdict"]) == (0, "match")
    assert (found["evidence"]["signed"], found["evidence"]["signature"]) == (True, "verified")


@pytest.mark.parametrize(
    "evidence",
    [
        response(sign="nothing"),
        response(key="attacker"),
        response().replace(b"platform", b"everything"),
        okta.preview({"team": "user.team", "project": "user.project"}, KEYS).encode(),
        json.dumps(event()).encode(),
        *(
            wrapped(response(sign="response" if signs_response(variant) else "assertion"), variant)
            for variant in VARIANTS
        ),
    ],
    ids=["unsigned", "another key", "changed", "preview", "CloudTrail", *(f"wrapping {each}" for each in VARIANTS)],
)
def test_nothing_wrongly_signed_matches(run: Run, plan: Path, keys: Path, evidence: bytes) -> None:
    """Unusable, with a reason in the same document."""
    ended = run("verify", plan, "-", "--certificate", keys / "idp.pem", "--format", "json", stdin=evidence)
    found = document(ended)
    assert (ended.status, found["verdict"]) == (2, "unusable")
    assert found["reason"]
    assert found["differences"] == []


def test_an_encrypted_assertion_needs_the_key(run: Run, plan: Path, keys: Path) -> None:
    """Without it the evidence is unusable, and the answer says that it is encrypted and what lacks."""
    evidence = response(encrypt="aes256-cbc", sign="both")
    found = document(run("verify", plan, "-", "--format", "json", stdin=evidence))
    assert "give the private key" in found["reason"]
    assert found["evidence"]["encrypted"] is True
    other = run("verify", plan, "-", "--certificate", keys / "other.pem", "--format", "json", stdin=evidence)
    assert document(other)["evidence"]["encrypted"] is True
    ended = run("verify", plan, "-", "--key", keys / "sp.key", "--certificate", keys / "idp.pem", stdin=evidence)
    assert (ended.status, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("2026-11-24T10:00:00Z", 0),
        ("2026-11-24T11:00:00+01:00", 0),
        ("2026-11-24T10:05:01Z", 1),
        ("2026-11-24T09:54:00Z", 1),
    ],
)
def test_the_time_window_is_judged_at_a_time(run: Run, plan: Path, at: str, status: int) -> None:
    """Without one it is only stated."""
    assert run("verify", plan, "-", "--at", at, stdin=okta.response()).status == status
    assert okta.AFTER in run("verify", plan, "-", stdin=okta.response()).out


@pytest.mark.parametrize("at", ["tomorrow", "2026-11-24", "2026-11-24T10:00:00", "", "10:00"])
def test_a_time_without_a_zone_is_refused(run: Run, plan: Path, at: str) -> None:
    """It would be another time elsewhere."""
    ended = run("verify", plan, "-", "--at", at, stdin=okta.response())
    assert (ended.status, ended.out) == (2, "")
    assert "2026-11-24T10:00:00Z" in ended.err


def test_an_unknown_person_is_refused(run: Run, plan: Path) -> None:
    """Exit status 2, and the logins that the plan knows."""
    ended = run("verify", plan, "-", "--person", "eve@example.com", stdin=okta.response())
    assert (ended.status, ended.out) == (2, "")
    assert "it has ada@example.com" in ended.err


def test_both_from_standard_input_is_refused(run: Run) -> None:
    """There is one standard input."""
    ended = run("verify", "-", "-", stdin=okta.response())
    assert (ended.status, ended.out) == (2, "")
    assert "cannot both be standard input" in ended.err


def test_the_plan_may_come_from_standard_input(run: Run, plan: Path, tmp_path: Path) -> None:
    """The evidence is then a file."""
    evidence = tmp_path / "response.xml"
    evidence.write_bytes(okta.response())
    assert run("verify", "-", evidence, stdin=plan.read_bytes()).status == 0


@pytest.mark.parametrize("name", ["evidence", "--certificate", "--key"])
@pytest.mark.parametrize("what", ["missing", "folder", "empty"])
def test_files_that_cannot_be_read_are_named(run: Run, plan: Path, tmp_path: Path, name: str, what: str) -> None:
    """Exit status 2 and one line; empty evidence has a verdict."""
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    elif what == "empty":
        path.touch()
    rest = [path] if name == "evidence" else ["-", name, path]
    ended = run("verify", plan, *rest, stdin=okta.response())
    assert ended.status == 2
    if (name, what) == ("evidence", "empty"):
        assert ended.out.startswith("unusable: It is empty")
    else:
        assert str(path) in ended.err
        assert ended.err.count("\n") == 1


def test_unusable_evidence_says_why(outside: Run, plan: Path) -> None:
    """In one line, and as JSON."""
    attack = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    ended = outside("verify", plan, "-", stdin=attack)
    assert (ended.status, ended.err) == (2, "")
    assert ended.out.startswith("unusable: The XML holds a DOCTYPE")
    found = document(outside("verify", plan, "-", "--format", "json", stdin=attack))
    assert found["evidence"] == {"kind": None, "signed": False, "encrypted": False}
    assert set(found["features"].values()) == {"unknown"}


def test_a_hundred_megabytes_are_refused_in_bounded_memory(outside: Run, plan: Path, tmp_path: Path) -> None:
    """Half of them are never read."""
    evidence = tmp_path / "large"
    with evidence.open("wb") as file:
        file.truncate(100_000_000)
    ended = outside("verify", plan, evidence)
    assert (ended.status, ended.err) == (2, "")
    assert "more than" in ended.out


def test_a_terminal_is_not_taken_over_by_evidence(run: Run, plan: Path) -> None:
    """What does not print is written out."""
    nasty = okta.response(okta.ada(team=["a\u202eb"]), name_id="x\ty").decode().replace('Role"', 'Ro&#9;le"')
    out = run("verify", plan, "-", stdin=nasty.encode()).out
    assert all(character.isprintable() or character == "\n" for character in out)


def test_nothing_is_left_behind(outside: Run, plan: Path, tmp_path: Path) -> None:
    """No file is written, anywhere in the folder where it runs or in the folder of temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    before = sorted(tmp_path.iterdir())
    for evidence in (response(), b"nonsense", json.dumps(event()).encode()):
        outside("verify", plan, "-", stdin=evidence, TMPDIR=str(temporary))
    assert sorted(tmp_path.iterdir()) == before
    assert not list(temporary.iterdir())


def test_checking_loads_no_cryptography(outside: Run, plan: Path) -> None:
    """A check must start at once."""
    traced = outside("check", plan, PYTHONPROFILEIMPORTTIME="1")
    assert traced.status in (0, 1)
    assert "cryptography" not in traced.err
    assert "signxml" not in traced.err


def test_evidence_without_a_certificate_loads_no_cryptography(outside: Run, plan: Path) -> None:
    """Nor does a comparison that judges no signature."""
    traced = outside("verify", plan, "-", stdin=okta.response(), PYTHONPROFILEIMPORTTIME="1")
    assert traced.status == 0
    assert "cryptography" not in traced.err
