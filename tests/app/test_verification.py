"""What the Verify view answers."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import named
from tests.evidence import okta
from tests.evidence.identity_provider import response
from tests.evidence.keys import certificate_pem, key_pem
from tests.evidence.shapes import SHAPES, base64
from tests.evidence.trail import event
from wizard.access.verification.comparison import Verdict
from wizard.app.verification import (
    Answer,
    Compared,
    Explained,
    Question,
    Unreadable,
    Useless,
    answer,
    answered_again,
    expiry,
    is_credential,
    moment,
)
from wizard.plan.edit import replaced
from wizard.plan.model import Plan
from wizard.rules.registry import findings

PLAN = named.plan("team-project")
ERROR = "User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: sts:TagSession on resource: arn:aws:iam::1"


def asked(evidence: str | Path, plan: Plan = PLAN, **more: object) -> Answer:
    """Return the answer to a question."""
    return answer(plan, findings(plan), Question(evidence, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_any_shape_is_compared(tmp_path: Path, shape: str) -> None:
    """What the command reads, the view reads."""
    content = SHAPES[shape](okta.response())
    file = tmp_path / "evidence"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    found = asked(file)
    assert isinstance(found, Compared)
    assert found.comparison.verdict is Verdict.MATCH


def test_text_that_cannot_be_used_says_why() -> None:
    """The reason is the reader's."""
    found = asked("{")
    assert isinstance(found, Useless)
    assert "JSON" in found.reason


def test_a_known_error_is_explained() -> None:
    """Text that is no evidence but an error gets its causes."""
    found = asked(ERROR)
    assert isinstance(found, Explained)
    assert found.causes


def test_an_unknown_sentence_is_called_neither() -> None:
    """Whoever pastes an error that is not known hears that, not only that it is no base64."""
    found = asked("Something went terribly wrong, call your administrator")
    assert isinstance(found, Useless)
    assert "Nor is it the text of an error" in found.reason


def test_an_event_with_an_error_has_its_causes() -> None:
    """CloudTrail's event of a refused sign-in is compared and explained."""
    refused = {**event(), "errorCode": "PackedPolicyTooLargeException", "errorMessage": "PackedPolicyTooLarge"}
    found = asked(json.dumps(refused))
    assert isinstance(found, Compared)
    assert found.comparison.verdict is Verdict.MISMATCH
    assert found.causes


def test_a_certificate_counts(tmp_path: Path) -> None:
    """With a certificate, unsigned evidence is of no use, and signed evidence is verified."""
    file = tmp_path / "idp.pem"
    file.write_bytes(certificate_pem("idp"))
    assert isinstance(asked(okta.response().decode(), certificate=file), Useless)
    signed = asked(base64(response()), certificate=file)
    assert isinstance(signed, Compared)
    assert signed.evidence.signature == "verified"


def test_a_key_opens_what_is_encrypted(tmp_path: Path) -> None:
    """Without it the reason asks for it."""
    file = tmp_path / "sp.key"
    file.write_bytes(key_pem("sp"))
    evidence = base64(response(encrypt="aes256-cbc"))
    assert isinstance(asked(evidence), Useless)
    opened = asked(evidence, key=file)
    assert isinstance(opened, Compared)
    assert opened.evidence.encrypted


@pytest.mark.parametrize("which", ["certificate", "key"])
@pytest.mark.parametrize("content", [None, b"nothing of the kind"])
def test_a_file_that_is_none_is_named(tmp_path: Path, which: str, content: bytes | None) -> None:
    """The answer says which of the files cannot be used; nothing is said of the evidence."""
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    found = asked(okta.response().decode(), **{which: file})
    assert isinstance(found, Unreadable)
    assert found.which == which
    assert found.reason[0].isupper()


def test_a_folder_is_no_evidence(tmp_path: Path) -> None:
    """What is no file is not opened."""
    found = asked(tmp_path)
    assert isinstance(found, Unreadable)
    assert (found.which, found.reason) == ("evidence", "It is no file")


def test_a_person_and_a_time_are_taken() -> None:
    """The values are the person's, and the window is judged."""
    plan = named.plan("full")
    login = plan.people[-1].login
    found = asked(okta.response().decode(), plan, login=login, at=datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert isinstance(found, Compared)
    assert found.comparison.login == login
    assert any(each.rule == "EVD138" for each in found.comparison.differences)


def test_another_plan_is_answered_without_reading_again(tmp_path: Path) -> None:
    """The file may be deleted meanwhile, as it should be."""
    file = tmp_path / "evidence.xml"
    file.write_bytes(okta.response())
    question = Question(file)
    before = answer(PLAN, findings(PLAN), question)
    file.unlink()
    changed = replaced(PLAN, "tags[0].key", "squad")
    after = answered_again(changed, findings(changed), question, before)
    assert isinstance(after, Compared)
    assert after.comparison.verdict is Verdict.MISMATCH
    again = answered_again(PLAN, findings(PLAN), question, after)
    assert isinstance(again, Compared)
    assert again.comparison.verdict is Verdict.MATCH


def test_other_answers_stay_what_they_are() -> None:
    """An error is explained anew, and what is of no use stays so."""
    useless, explained = asked("{"), asked(ERROR)
    assert answered_again(PLAN, (), Question("{"), useless) is useless
    again = answered_again(PLAN, (), Question(ERROR), explained)
    assert isinstance(again, Explained)
    assert [each.cause for each in again.causes] == [each.cause for each in explained.causes]  # type: ignore[union-attr]


def test_only_a_captured_assertion_is_a_credential() -> None:
    """An event and a preview open no account."""
    preview = okta.preview({"team": "user.team", "project": "user.project"}, '{"team", "project"}')
    kinds = [asked(text) for text in (okta.response().decode(), json.dumps(event()), preview, "{")]
    assert [is_credential(each) for each in kinds] == [True, False, False, False]


def test_it_expires_at_the_earliest_end() -> None:
    """Of all the limits in time."""
    found = asked(okta.response(after="2026-11-24T10:05:00Z").decode())
    assert isinstance(found, Compared)
    assert expiry(found) == datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
    without = asked(okta.response(after="soon").decode())
    assert isinstance(without, Compared)
    assert expiry(without) is None


def test_a_moment_has_a_zone() -> None:
    """None is none; a time without its zone, or none at all, is an error."""
    assert moment(" ") is None
    assert moment("2026-11-24T10:00:00Z") == datetime(2026, 11, 24, 10, tzinfo=UTC)
    for text in ("2026-11-24T10:00:00", "now"):
        with pytest.raises(ValueError, match=text):
            moment(text)


@pytest.mark.parametrize("evidence", [okta.response().decode(), "{", ERROR])
def test_no_representation_shows_the_evidence(evidence: str) -> None:
    """Whatever holds evidence shows nothing of it in a traceback or a log."""
    question = Question(evidence)
    found = answer(PLAN, (), question)
    shown = repr(question) + repr(found)
    assert "ada" not in shown
    assert "TagSession" not in shown
