"""What is evidence among the files that are dropped."""

import json
import os
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import named
from tests.evidence import okta
from wizard.app.dropped import belongs_to_verify, is_evidence, is_plan
from wizard.app.session import Session
from wizard.bundle.registry import bundle_files
from wizard.plan.model import Plan

RESPONSE = okta.response().decode()
CODE = b64encode(RESPONSE.encode()).decode()


def written(folder: Path, text: str) -> Path:
    """Return a file of that text."""
    file = folder / "dropped"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        "\n".join(CODE[at : at + 76] for at in range(0, len(CODE), 76)),
        f"SAMLResponse={quote(CODE, safe='')}&RelayState=",
        RESPONSE,
        json.dumps({"log": {"version": "1.2", "creator": {"name": "Browser"}, "entries": []}}),
        json.dumps({"Records": [{"eventName": "AssumeRoleWithSAML"}]}),
        next(file.text for file in bundle_files(named.plan("team-project")) if file.path == "saml/okta-preview.xml"),
    ],
    ids=["base64", "base64 in lines", "form", "xml", "har", "trail", "preview"],
)
def test_evidence_is_known_by_how_it_begins(tmp_path: Path, text: str) -> None:
    """Whatever `verify` reads is taken for evidence."""
    assert is_evidence(written(tmp_path, text))


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_no_other_file_of_a_bundle_is_evidence(tmp_path: Path, name: str) -> None:
    """Policies and settings are imported, plans are opened: a trust policy names SAML too, and is no sign-in."""
    for file in bundle_files(named.plan(name)):
        if not file.path.startswith("saml/") and file.path != "README.md":
            assert not is_evidence(written(tmp_path, file.text)), file.path


def test_a_file_that_is_gone_is_no_evidence(tmp_path: Path) -> None:
    """Whoever opens it says so."""
    assert not is_evidence(tmp_path / "gone")
    assert not is_evidence(tmp_path)


def test_evidence_needs_a_plan_to_be_compared_with(tmp_path: Path) -> None:
    """Without tags it is what a plan starts from; two files are never compared."""
    file = written(tmp_path, RESPONSE)
    session = Session(named.plan("team-project"))
    assert belongs_to_verify(session, [file])
    assert not belongs_to_verify(session, [file, file])
    assert not belongs_to_verify(Session(Plan()), [file])
    plan = file.rename(tmp_path / "plan.yaml")
    assert not belongs_to_verify(session, [plan])


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_a_plan_is_known_by_what_stands_in_it(tmp_path: Path, name: str) -> None:
    """Every plan, however its file is called; no other file of its bundle, and no list of people."""
    assert is_plan(written(tmp_path, named.PLANS[name].read_text(encoding="utf-8")))
    for file in bundle_files(named.plan(name)):
        assert is_plan(written(tmp_path, file.text)) == (file.path == "plan.yaml"), file.path
    assert not is_plan(written(tmp_path, "login,team\nada@example.com,platform\n"))
    assert not is_plan(written(tmp_path, "version: 1\n"))


def test_a_broken_plan_is_a_plan_by_its_name(tmp_path: Path) -> None:
    """Opening it says what is wrong with it, and where."""
    assert is_plan(written(tmp_path, "tags: [").rename(tmp_path / "team.session-tags.yaml"))
    assert is_plan(written(tmp_path, "\ufeffversion: 1\r\ntags: []\r\n"))
    assert not is_plan(tmp_path / "gone")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_no_plan(tmp_path: Path) -> None:
    """Nobody waits for what may be written into it."""
    os.mkfifo(tmp_path / "pipe")
    assert not is_plan(tmp_path / "pipe")
