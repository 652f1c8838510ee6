"""A captured assertion is a credential: nothing of it stays when the view is closed, and none of it leaves the view."""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.exceptions import capture_exceptions

from tests.evidence import okta
from tests.evidence.shapes import base64, har, post
from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork
from tests.ui.views.traces import holders, logged, shown, written
from wizard.access.verification import comparison
from wizard.app import verification
from wizard.app.views.registry import all_views
from wizard.saml.evidence import reading

Open = Callable[..., AtWork]
Key = Qt.Key
VERIFY = [view.id for view in all_views()].index("verify") + 1
PEOPLE = [view.id for view in all_views()].index("people") + 1
LONG = 400


def marked(reversed_mark: str) -> bytes:
    """Return a response that holds the mark in everything that a comparison looks at."""
    mark = reversed_mark[::-1]
    sent = okta.ada(team=[mark], RoleSessionName=[f"{mark}@example.com"])
    sent[f"PrincipalTag:{mark}"] = [mark]
    sent["principaltag:project"] = [mark]
    return okta.response(sent, name_id=f"{mark}@example.com", recipient=f"https://{mark}.example.com")


def evidence_of(reversed_mark: str, shape: str) -> str:
    """Return the evidence as it is given."""
    response = marked(reversed_mark)
    shapes = {"xml": response.decode, "base64": lambda: base64(response), "har": lambda: har(post(response))}
    return shapes[shape]()


@pytest.fixture
def reversed_mark() -> str:
    """Give a text that nobody else has, reversed: nothing else may hold it the right way round."""
    return secrets.token_hex(16)


@pytest.fixture
def app(at_work: Open) -> AtWork:
    """Give the app at the view, on the example plan."""
    opened = at_work(PLANS["team-project"])
    opened.press(Key(Key.Key_0 + VERIFY), CTRL | SHIFT)
    return opened


def page_of(app: AtWork) -> Any:
    """Return the page."""
    return app.desk.shell.views.page("verify")


def give(app: AtWork, way: str, evidence: str, folder: Path) -> None:
    """Give the evidence, and wait for the answer."""
    page = page_of(app)
    if way == "typed":
        page.asking.box.setPlainText(evidence)
        page.asking.compare.click()
    elif way == "pasted":
        data = QMimeData()
        data.setText(evidence)
        page.asking.box.insertFromMimeData(data)
    else:
        file = folder / "evidence"
        file.write_text(evidence)
        page.asking.hold(file)
    app.qtbot.waitUntil(lambda: page.pages.currentWidget() is page.results, timeout=20_000)
    app.settle()


def leave(app: AtWork, how: str) -> None:
    """Leave the view."""
    if how == "another view":
        app.press(Key(Key.Key_0 + PEOPLE), CTRL | SHIFT)
    elif how == "a step":
        app.press(Key.Key_2, CTRL)
    elif how == "forget":
        page_of(app).results.forget.click()
    app.settle()


WAYS = ("typed xml", "pasted base64", "pasted har", "opened har", "opened xml")


@pytest.mark.parametrize("how", ["a step", "another view", "forget"])
@pytest.mark.parametrize("given", WAYS)
def test_nothing_holds_it_after_the_view_is_left(
    app: AtWork, reversed_mark: str, given: str, how: str, tmp_path: Path
) -> None:
    """No object of Python and no widget has any of it; while it is compared, they do."""
    way, shape = given.split()
    give(app, way, evidence_of(reversed_mark, shape), tmp_path)
    assert holders(reversed_mark)
    assert shown(app.window, reversed_mark)
    leave(app, how)
    app.qtbot.waitUntil(lambda: not page_of(app).worker._running)
    app.settle()
    assert holders(reversed_mark) == []
    assert shown(app.window, reversed_mark) == []


def test_the_base64_is_gone_too(app: AtWork, reversed_mark: str, tmp_path: Path) -> None:
    """It is another text than what it holds."""
    evidence = evidence_of(reversed_mark, "base64")
    middle = evidence[LONG : LONG + 40][::-1]
    assert b64decode(evidence).startswith(b"<?xml")
    give(app, "typed", evidence, tmp_path)
    assert shown(app.window, middle)
    del evidence
    leave(app, "a step")
    app.qtbot.waitUntil(lambda: not page_of(app).worker._running)
    assert holders(middle) == []
    assert shown(app.window, middle) == []


def test_no_file_and_no_log_has_it(
    app: AtWork,
    reversed_mark: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The unsaved plan is kept for the next start, the settings are written, and neither holds any of it."""
    give(app, "typed", evidence_of(reversed_mark, "xml"), tmp_path)
    page_of(app).results.features.buttons[0].click()
    app.settle()
    assert app.session.unsaved
    app.desk.keep()
    app.settle()
    assert list(app.places.state.rglob("*.json"))
    assert written(app.places.state.parent, reversed_mark) == []
    app.desk.finish()
    assert (app.places.config / "window.ini").is_file()
    assert written(app.places.state.parent, reversed_mark) == []
    assert not logged(reversed_mark, caplog.text, *capfd.readouterr())


def test_undo_of_the_plan_brings_nothing_back(app: AtWork, reversed_mark: str, tmp_path: Path) -> None:
    """The session's history holds plans alone, and the box has no history at all."""
    give(app, "typed", evidence_of(reversed_mark, "xml"), tmp_path)
    page_of(app).results.features.buttons[0].click()
    leave(app, "a step")
    app.qtbot.waitUntil(lambda: not page_of(app).worker._running)
    app.session.undo()
    app.session.redo()
    assert holders(reversed_mark) == []
    box = page_of(app).asking.box
    assert not box.isUndoRedoEnabled()
    box.undo()
    assert box.document().isEmpty()


def test_nothing_is_copied_out_of_the_box(app: AtWork) -> None:
    """Neither by keys nor by selecting: what the clipboard held stays in it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("mine")
    box = page_of(app).asking.box
    box.setPlainText("a credential")
    box.setFocus()
    for keys in (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        app.qtbot.keySequence(box, QKeySequence(keys))
        app.settle()
    assert box.toPlainText() == "a credential"
    assert clipboard.text() == "mine"
    if clipboard.supportsSelection():
        assert "credential" not in clipboard.text(clipboard.Mode.Selection)
    clipboard.clear()


def test_a_mistake_of_the_program_quotes_nothing(
    app: AtWork, reversed_mark: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception while evidence is compared is told by its kind and place; the evidence is let go."""

    def fail(_plan: object, evidence: Any, *_more: object) -> None:
        raise LookupError(f"{evidence.name_id}")

    monkeypatch.setattr(comparison, "verified", fail)
    page = page_of(app)
    with capture_exceptions() as raised:
        page.asking.box.setPlainText(evidence_of(reversed_mark, "xml"))
        page.asking.compare.click()
        app.qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
    told = str(raised[0][1])
    assert told.startswith("LookupError")
    assert "verification.py" in told
    assert not logged(reversed_mark, told, *capfd.readouterr())
    assert page.asking.box.document().isEmpty()
    raised.clear()
    app.qtbot.waitUntil(lambda: not page.worker._running)
    assert holders(reversed_mark) == []


def test_leaving_while_it_is_compared_forgets_it(
    app: AtWork, reversed_mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer that comes too late is let go unseen."""
    from threading import Event

    goes_on = Event()
    read = reading.read_evidence

    def slow(*given: Any) -> Any:
        goes_on.wait(20)
        return read(*given)

    monkeypatch.setattr(reading, "read_evidence", slow)
    page = page_of(app)
    page.asking.box.setPlainText(evidence_of(reversed_mark, "xml"))
    page.asking.compare.click()
    app.press(Key.Key_2, CTRL)
    goes_on.set()
    app.qtbot.waitUntil(lambda: not page.worker._running)
    app.settle()
    assert page.pages.currentWidget() is page.asking
    assert holders(reversed_mark) == []


def test_the_scan_sees_what_it_should(reversed_mark: str) -> None:
    """A text in a tuple in a frozen value, and bytes in a list, are found."""
    value = verification.Explained("".join(reversed(reversed_mark)), ())
    kept = [b64encode(b"x"), "".join(reversed(reversed_mark)).encode()]
    found = holders(reversed_mark)
    assert any("Explained holds str" in each for each in found)
    assert any("list holds bytes" in each for each in found)
    del value, kept
