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


def test_the_plans_own_findings_come_first(run: Run, tmp_path: Path) -> None:
    """Of each error the causes that the rules see in the plan, each with its place; the others keep their order."""
    plan = tmp_path / "plan.yaml"
    plan.write_text("version: 1\ntags: [{key: proj&ct, value: user.project}]\n")
    error = "Unable to validate tags"
    told = run("explain", error, "--plan", plan).out
    seen = "A tag key or value has characters that AWS refuses"
    assert told.index(f" 1. {seen}") < told.index('In this plan, tags[0].key: "&" cannot stand in a tag key (TAG103)')
    titles = [cause.title for cause in causes(error) if cause.title != seen]
    assert [told.index(title) for title in titles] == sorted(told.index(title) for title in titles)
    assert seen not in run("explain", error).out.partition(" 2. ")[0]


def test_a_plan_belongs_to_the_text_of_an_error(run: Run, tmp_path: Path) -> None:
    """A rule, and the list of rules, are the same for every plan."""
    for asked in ([], ["TAG101"]):
        ended = run("explain", *asked, "--plan", tmp_path / "plan.yaml")
        assert (ended.status, ended.out) == (2, "")
        assert "--plan belongs to the text of an error" in ended.err
    ended = run("explain", "-", "--plan", "-")
    assert ended.status == 2
    assert "standard input once" in ended.err
