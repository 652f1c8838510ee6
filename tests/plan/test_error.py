"""Tests of how a problem is told."""

import pickle

import pytest

from wizard.plan.error import PlanError, PlanNotWritten, Problem, shown, shown_plain


@pytest.mark.parametrize(
    ("problem", "source", "text"),
    [
        (Problem(3, 5, "tags[1].key", "It is so"), "a.yaml", "a.yaml:3:5: tags[1].key: It is so"),
        (Problem(3, 5, "", "It is so"), "a.yaml", "a.yaml:3:5: It is so"),
        (Problem(3, 5, "tags", "It is so"), "", "3:5: tags: It is so"),
        (Problem(0, 0, "", "It is so"), "a.yaml", "a.yaml: It is so"),
        (Problem(0, 0, "", "It is so"), "", "It is so"),
        (Problem(1, 1, 'a["\u202e"]', "It is so"), "a\n\x1b[1m", r'a\n\x1b[1m:1:1: a["\u202e"]: It is so'),
    ],
)
def test_text(problem: Problem, source: str, text: str) -> None:
    """A problem reads FILE:LINE:COLUMN: PATH: message, without what is not known."""
    assert problem.text(source) == text
    assert str(PlanError([problem], source)) == text


def test_several_problems() -> None:
    """An error of several problems has one line for each."""
    error = PlanError([Problem(1, 1, "a", "one"), Problem(2, 1, "b", "two")], "f")
    assert str(error) == "f:1:1: a: one\nf:2:1: b: two"


def test_error_survives_another_process() -> None:
    """An error comes out of a worker process as it went in."""
    error = pickle.loads(pickle.dumps(PlanError([Problem(1, 2, "a", "one")], "f")))  # noqa: S301 - our own bytes
    assert (error.problems, error.source) == ((Problem(1, 2, "a", "one"),), "f")
    written = pickle.loads(pickle.dumps(PlanNotWritten("full", "f")))  # noqa: S301 - our own bytes
    assert str(written) == "f: full"


def test_shown() -> None:
    """A text of the file is shown on one line, with nothing unseen, cut where it is long."""
    assert shown("a\nb\u202ec") == '"a\\nb\\u202Ec"'
    assert shown("x" * 61) == f'"{"x" * 60}…"'
    assert shown_plain("a-b") == "a-b"
    assert shown_plain("a b") == '"a b"'
    assert shown_plain("") == '""'
