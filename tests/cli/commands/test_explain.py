"""``explain`` says why a rule exists, what probably causes an error, or which rules there are."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wizard.cli.judgements import judgements
from wizard.rules.sign_in_errors import causes, known_errors


def test_the_list_names_every_rule(outside: Run) -> None:
    """One line a rule: id, weight, fact."""
    ended = outside("explain")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in judgements()]
    assert "TAG101   error    Session tag key is too long" in lines


@pytest.mark.parametrize("rule", judgements(), ids=lambda rule: rule.id)
def test_every_rule_is_explained_with_its_source(run: Run, rule: object) -> None:
    """Id, weight, fact, consequence, source; and what no primary source states says so."""
    ended = run("explain", rule.id.lower())
    assert (ended.status, ended.err) == (0, "")
    head, empty, *texts = ended.out.splitlines()
    assert head == f"{rule.id}  {rule.severity}  {rule.title}"
    assert empty == ""
    assert texts[-1] == rule.source
    assert " ".join(texts).startswith(" ".join(rule.explanation.split()))
    assert ("No primary source states this." in ended.out) == (not rule.verified)


@pytest.mark.parametrize("asked", ["TAG999", "tag999", "FOO123"])
def test_an_unknown_rule_is_refused(run: Run, asked: str) -> None:
    """Exit status 2, and the way to the right one."""
    ended = run("explain", asked)
    assert (ended.status, ended.out) == (2, "")
    assert f"{asked}: no such rule; " in ended.err


@pytest.mark.parametrize("error", known_errors())
def test_every_known_error_is_explained(run: Run, error: str) -> None:
    """The causes stand in order under the error, each with the way to see it and its source."""
    ended = run("explain", error)
    assert (ended.status, ended.err) == (0, "")
    places = [ended.out.index(cause.title) for cause in causes(error)]
    assert places == sorted(places)
    assert all(cause.source in ended.out for cause in causes(error))
    assert " 1. " in ended.out


def test_the_words_need_no_quotes(run: Run) -> None:
    """An error that is pasted without quotes is one text all the same."""
    text = "Not authorized to perform sts:AssumeRoleWithSAML"
    assert run("explain", *text.split()).out == run("explain", text).out


def test_an_error_from_standard_input(outside: Run) -> None:
    """`-` reads the text, such as a page that was saved, whatever its bytes."""
    page = b"\xff<html>Error: Not authorized to perform sts:AssumeRoleWithSAML (Service: AWSSecurityTokenService)"
    ended = outside("explain", "-", stdin=page)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Not authorized to perform sts:AssumeRoleWithSAML\n")


@pytest.mark.parametrize("text", ["", "hello", "-x", "\ud800", "E0000000", "a\nb"])
def test_an_unknown_text_is_refused(run: Run, text: str) -> None:
    """Exit status 2, and the errors that are known."""
    ended = run("explain", "--", text)
    assert (ended.status, ended.out) == (2, "")
    assert all(error in ended.err for error in known_errors())


def test_rules_that_a_cause_names_exist(tmp_path: Path) -> None:
    """What is named can be explained."""
    named = {rule for error in known_errors() for cause in causes(error) for rule in cause.rules}
    assert named <= {rule.id for rule in judgements()}
