"""What a report of a failure lets in."""

import platform

from wizard import __version__
from wizard.app.failure_report import failure_report, reading_report
from wizard.plan.edit import replaced
from wizard.plan.error import PlanError, Problem
from wizard.plan.model import Plan

READ = "PHNhbWwycDpSZXNwb25zZQ"


def failing() -> BaseException:
    """Return an exception from within the program, whose message, cause and local values hold a secret."""
    try:
        try:
            replaced(Plan(name=READ), f'people[0].profile["{READ}"]', READ)
        except LookupError as error:
            error.add_note(READ)
            raise ValueError(READ) from error
    except ValueError as error:
        return error


def test_a_report_says_where_in_the_program_it_happened() -> None:
    """Versions, types, and the program's own modules, functions and lines stand in it."""
    report = failure_report(failing(), {"Qt": "6.1"})
    lines = report.splitlines()
    assert lines[0].endswith(__version__)
    assert f"Python: {platform.python_version()}" in lines
    assert "Qt: 6.1" in lines
    assert "ValueError" in lines
    assert any(line.startswith("caused by") and "Error" in line for line in lines)
    assert any(line.strip().startswith("wizard.plan.edit, line ") and "in replaced" in line for line in lines)


def test_a_report_holds_no_message_no_value_and_no_path() -> None:
    """Nothing that was being read gets out: only what the report names is let in."""
    report = failure_report(failing())
    assert READ not in report
    assert __file__ not in report
    assert "test_failure_report" not in report
    assert "(1 outside the program)" in report


def test_a_chain_that_never_ends_is_cut() -> None:
    """An exception that is its own cause does not fill the memory."""
    error = ValueError()
    error.__cause__ = error
    assert failure_report(error).count("ValueError") == 8


def test_of_a_file_that_is_no_plan_only_places_are_told() -> None:
    """A credential that was opened as a plan by mistake stands in no report, neither as a value nor as a key."""
    problems = (
        Problem(3, 9, "tags[1].key", f"{READ} stands here"),
        Problem(4, 1, READ, "The key is unknown"),
        Problem(5, 1, f"people[0].profile.{READ}", "A list stands here"),
        Problem(6, 1, "no path: ]", "None"),
    )
    report = reading_report(PlanError(problems, READ))
    assert READ not in report
    assert "line 3, column 9: tags[1].key" in report
    assert "line 5, column 1: people[0].profile" in report
