"""Joins the window to the session: every change is shown, every control calls a verb of the session.

Nothing is kept here that the session could say. The visible page follows a change at once, so that a slot may put the
focus into what the change has made; the rest follows once a turn of the event loop, however many changes it brought.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from wizard.app import flow
from wizard.app.flow import Standing, StepState
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding
from wizard.ui.files import PlanFiles, shown_name
from wizard.ui.frame import Frame
from wizard.ui.preview_presenter import PreviewPresenter
from wizard.ui.problem_presenter import ProblemPresenter
from wizard.ui.second_preview import SecondPreview
from wizard.ui.soon import Soon
from wizard.ui.start.starting import Starting
from wizard.ui.step_page import StepPage, import_next, page_of
from wizard.ui.steps.finding_list import FindingList
from wizard.ui.tip import tip
from wizard.ui.view_presenter import ViewPresenter
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.finding_lines import findings_at
from wizard.ui.widgets.portions import Portions
from wizard.ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Shell:
    """The window at work."""

    TOLD_FOR = 8000
    """Milliseconds that a sentence in the bottom line stays."""
    NAMED_AFTER = 600
    """Milliseconds of rest after which the title follows a plan that is being named: a screen reader speaks each."""

    def __init__(self, window: Window, frame: Frame, session: Session, files: PlanFiles) -> None:
        self.window = window
        self.frame = frame
        self.session = session
        self.files = files
        self.previews = PreviewPresenter(session, frame.preview, self.tell, self.show_path)
        self.second = SecondPreview(session, frame, self.tell, self.show_path)
        self.problems = ProblemPresenter(session, frame.problems, self.show_path, self.tell)
        self.starting = Starting(session, files, window, self.tell)
        self.views = ViewPresenter(session, frame, self.tell_here, self.show_path, files.open_path)
        self._pages: dict[str, StepPage] = {}
        self._shown_step = ""
        self._titled = ("", False, "", -1)
        self._later = Soon(frame, self.refresh)
        self._ahead = Portions(frame, lambda: import_next(step.id for step in flow.steps(session.plan)))
        self._naming = QTimer(frame, singleShot=True, interval=self.NAMED_AFTER)
        self._naming.timeout.connect(self._write_title)
        self._silence = QTimer(frame, singleShot=True, interval=self.TOLD_FOR)
        self._silence.timeout.connect(self._fall_silent)
        self._told_here = False
        self._place = self._here()
        self._connect()
        session.subscribe(self._changed)
        self._changed()
        self.refresh()

    def _connect(self) -> None:
        frame = self.frame
        frame.steps.chosen.connect(self.session.go)
        frame.foot.back.clicked.connect(self.back)
        frame.foot.next.clicked.connect(self.forward)
        frame.foot.export.clicked.connect(self.export)
        self.window.dropped.connect(self._drop)

    def back(self) -> None:
        """Go to the step before; from a view, to the step where it was opened."""
        step = flow.current(self.session) if self.session.view else flow.preceding(self.session)
        if step is not None:
            self.go(step.id)

    def forward(self) -> None:
        """Go to the next step."""
        step = flow.following(self.session)
        if step is not None:
            self.go(step.id)

    def go(self, step_id: str) -> None:
        """Go to a step, and put the focus into its first field."""
        self.session.go(step_id)
        self.frame.page.ask()

    def look(self, view_id: str) -> None:
        """Look at a view, and put the focus into its first field."""
        self.session.look(view_id)
        self.frame.page.ask()

    def _drop(self, files: list[str]) -> None:
        """Compare dropped evidence with the plan; anything else starts a plan."""
        from wizard.app.dropped import belongs_to_verify  # noqa: PLC0415 - not before something is dropped

        paths = [Path(file) for file in files]
        if not belongs_to_verify(self.session, paths):
            self.starting.drop(files)
            return
        self.look("verify")
        self.views.page("verify").take(paths[0])

    def show_path(self, path: str) -> None:
        """Go to the step that answers for a place of the plan, and put the focus into its field."""
        self.session.go(flow.step_for(path).id)
        if not self._page().show_path(path):
            self.frame.page.focus_first()

    def preview_here(self) -> PreviewPresenter:
        """Return the preview that has the keyboard, the first one where none has."""
        return self.second.focused or self.previews

    def split(self) -> None:
        """Show two previews, or one again."""
        if self.second.shown:
            self.second.hide()
        else:
            self.second.show(beside=self.previews.kind)

    def wrap(self) -> None:
        """Wrap the lines of the previews, or no more."""
        wraps = not self.frame.preview.text.wraps
        for pane in (self.frame.preview, self.frame.second):
            if pane is not None:
                pane.text.wrap(wraps=wraps)

    def undo(self) -> None:
        """Take the last edit back, and say which it was: it may lie on another step."""
        words = self.session.undo_words
        self.session.undo()
        if words is not None:
            self.tell(_("Undone: {edit}").format(edit=seen(words, 200)))

    def redo(self) -> None:
        """Do again what was taken back, and say what it was."""
        words = self.session.redo_words
        self.session.redo()
        if words is not None:
            self.tell(_("Done again: {edit}").format(edit=seen(words, 200)))

    def explain(self) -> None:
        """Explain what has the keyboard: a name in the preview, the chosen problem, what is wrong with a field."""
        for preview in (self.previews, self.second.focused):
            if preview is not None and preview.pane.text.hasFocus():
                preview.explain(*preview.pane.text.cursor_place())
                return
        from wizard.ui.explanation_dialog import explain  # noqa: PLC0415 - not before it is asked for

        finding = self._finding_here()
        if finding is None:
            self.tell(_("There is no problem here to explain"))
        else:
            explain(finding, self.window)

    def _finding_here(self) -> Finding | None:
        focus: QWidget | None = self.frame.focusWidget()
        while focus is not None and focus is not self.frame.page:
            if focus is self.frame.problems:
                return self.problems.chosen()
            if isinstance(focus, FindingList):
                return focus.chosen()
            found = findings_at(focus)
            if found:
                return found[0]
            focus = focus.parentWidget()
        if focus is None or self.session.view:
            return None
        return next(iter(flow.findings_of(flow.current(self.session), self.session.findings)), None)

    def export(self) -> None:
        """Open the export."""
        from wizard.ui.export_dialog import ExportDialog  # noqa: PLC0415 - not before it is asked for

        self.session.seal()
        dialog = ExportDialog(self.session, self.files.worker, self.window)
        dialog.path_asked.connect(self.show_path)
        dialog.told.connect(self.tell)
        dialog.open()

    def tell(self, sentence: str) -> None:
        """Say a sentence in the bottom line, and to assistive technology."""
        self._told_here = False
        told = self.frame.foot.told
        told.setText(sentence)
        told.setToolTip(tip(sentence))
        self._silence.start()
        announce(told, sentence)

    def tell_here(self, sentence: str) -> None:
        """Say a sentence of the page that is seen; it goes when another page comes, of which it is not true."""
        self.tell(sentence)
        self._told_here = True

    def _fall_silent(self) -> None:
        self._silence.stop()
        self.frame.foot.told.clear()
        self.frame.foot.told.setToolTip("")

    def _here(self) -> tuple[str, str]:
        return flow.current(self.session).id, self.session.view

    def _changed(self) -> None:
        place = self._here()
        if place != self._place:
            self._place = place
            if self._told_here:
                self._fall_silent()
        if self.views.refresh():
            self._shown_step = ""
        else:
            self._page().refresh()  # before it is shown: what is in sight, Qt lays out anew at each of its changes
            self._show_step()
        self._later.ask()

    def _page(self) -> StepPage:
        step_id = flow.current(self.session).id
        if step_id not in self._pages:
            page = self.frame.page.add_page(step_id, partial(page_of, step_id, self.session))
            page.path_asked.connect(self.show_path)
            page.export_asked.connect(self.export)
            page.told.connect(self.tell_here)
            if self._pages:  # who has gone on to one step goes on to others
                self._ahead.begin()
            self._pages[step_id] = page
        return self._pages[step_id]

    def _show_step(self) -> None:
        step = flow.current(self.session)
        if step.id != self._shown_step:
            self._shown_step = step.id
            self.frame.page.show_question(step)
            self.frame.page.show_page(step.id)

    def refresh(self) -> None:
        """Write what the session says into everything around the page."""
        self._later.drop()
        self._refresh_steps()
        self._refresh_foot()
        self._refresh_title()
        self.problems.refresh()
        self.previews.follow()
        self.second.follow()

    def _refresh_steps(self) -> None:
        steps = self.frame.steps
        steps.show_steps(flow.steps(self.session.plan))
        for state in flow.states(self.session):
            count = str(state.problems) if state.problems and state.standing is Standing.PROBLEMS else ""
            steps.show_state(state.step.id, state_icon(state), count, state_words(state))
        steps.show_current(self.session.view or flow.current(self.session).id)

    def _refresh_foot(self) -> None:
        foot = self.frame.foot
        step, viewing = flow.current(self.session), bool(self.session.view)
        following = None if viewing else flow.following(self.session)
        foot.back.setEnabled(viewing or flow.preceding(self.session) is not None)
        foot.back.setText(_("&Back to {title}").format(title=_(step.title)) if viewing else _("&Back"))
        foot.next.setVisible(following is not None)
        overview = step.lists_findings and not viewing
        foot.export.setVisible(not overview)
        self.frame.problems.setVisible(not overview)
        if following is not None:
            foot.next.setText(_("&Next: {title}").format(title=_(following.title)))

    def _refresh_title(self) -> None:
        told = self._title()
        if told[2:] != self._titled[2:]:
            self._write_title()
            return
        if told[1] != self._titled[1]:
            self._titled = self._titled[0], *told[1:]
            self.window.setWindowModified(told[1])
        if told[0] != self._titled[0]:
            self._naming.start()

    def _title(self) -> tuple[str, bool, str, int]:
        session = self.session
        title = _("{plan}[*] — Session Tag Wizard").format(plan=shown_name(session).replace("[*]", "[ *]"))
        return title, session.unsaved, str(session.path) if session.path else "", session.begun

    def _write_title(self) -> None:
        self._naming.stop()
        told = self._title()
        if told != self._titled:  # the window manager hears of each, whether it is new or not
            self._titled = told
            self.window.setWindowTitle(told[0])
            self.window.setWindowModified(told[1])
            self.window.setWindowFilePath(told[2])

    def end(self) -> None:
        """End what still runs; the window closes."""
        self.views.end()
        self.previews.end()
        self.second.end()
        for page in self._pages.values():
            page.end()

    def focus_first(self) -> None:
        """Put the focus into the first field of the step."""
        self.frame.page.focus_first()

    def recolour(self) -> None:
        """Draw again what has the colours of a theme in it."""
        self.frame.preview.text.recolour()
        self.second.recolour()


def state_icon(state: StepState) -> str:
    """Return the icon of a step's state."""
    if state.standing is Standing.STOPPED:
        return "error"
    if state.standing is not Standing.PROBLEMS:
        return state.standing.value
    return "error" if state.errors else "warning"


def state_words(state: StepState) -> str:
    """Return a step's state in words."""
    if state.standing is Standing.UNTOUCHED:
        return _("not answered yet")
    if state.standing is Standing.FINE:
        return _("fine")
    if state.standing is Standing.STOPPED:
        words = ngettext("{count} error stops the export", "{count} errors stop the export", state.stopping)
        return words.format(count=state.stopping)
    return ngettext("{count} problem", "{count} problems", state.problems).format(count=state.problems)
