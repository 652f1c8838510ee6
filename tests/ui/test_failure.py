"""What happens when the program itself fails."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from tests.named import PLANS
from tests.ui.at_work import AtWork
from wizard.plan.error import PlanError
from wizard.plan.reader import plan_from_text
from wizard.ui.failure import FailureHook

Open = Callable[..., AtWork]


def report(hook: FailureHook, error: BaseException) -> None:
    """Report an exception as Python would."""
    hook.report(type(error), error, error.__traceback__)


def test_a_failure_is_told_once_and_the_plan_is_kept(at_work: Open, capsys: pytest.CaptureFixture[str]) -> None:
    """One dialog says that the plan is safe, however often the failure comes; the plan lies on the disk."""
    app = at_work(PLANS["team-project"])
    app.session.set("name", "Typed", "change the name")
    hook = FailureHook(app.window, app.desk.keep)
    report(hook, ValueError("the first"))
    report(hook, KeyError("the second"))
    boxes = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    assert len(boxes) == 1
    assert "ValueError" in boxes[0].detailedText()
    assert "KeyError" in capsys.readouterr().err
    assert len(list((app.places.state / "unsaved").glob("*.json"))) == 1
    app.answer("Close")
    report(hook, TypeError("the third"))
    assert "TypeError" in app.box().detailedText()
    app.answer("Close")


def test_the_details_of_a_failure_can_be_copied_and_hold_no_secret(
    at_work: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is copied, shown and written to the terminal says where it happened, and nothing that was being read."""
    app = at_work(PLANS["team-project"])
    hook = FailureHook(app.window, app.desk.keep)
    try:
        plan_from_text("tags: PHNhbWwycDpSZXNwb25zZQ==", name="secret-plan")
    except PlanError as error:
        report(hook, error)
    app.answer("Copy details")
    copied = QGuiApplication.clipboard().text()
    assert "wizard.plan.reader" in copied
    assert "Qt: " in copied
    for text in (copied, app.box().detailedText(), capsys.readouterr().err):
        assert "PHNhbWwy" not in text
        assert "secret-plan" not in text
    app.answer("Close")


def test_an_interruption_is_no_failure(at_work: Open) -> None:
    """Ctrl-C in the terminal opens no dialog."""
    app = at_work()
    report(FailureHook(app.window, app.desk.keep), KeyboardInterrupt())
    assert not [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]


def test_the_hook_is_set_only_by_the_program_itself(at_work: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever only opens the window keeps Python's own report."""
    before = sys.excepthook
    app = at_work()
    assert sys.excepthook is before
    monkeypatch.setattr(sys, "excepthook", before)
    app.desk.hear_failures()
    assert sys.excepthook is not before
