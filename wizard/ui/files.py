"""Opening and saving plans: the dialogs, and the question about what is not saved. The plan in memory is never lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wizard.app.failure_report import reading_report
from wizard.app.plan_on_disk import OnDisk, PlanOnDisk, plan_on_disk
from wizard.app.recent import RecentPlans
from wizard.app.session import Session
from wizard.language import _
from wizard.plan.error import PlanError, Problem
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text, plan_name
from wizard.plan.templates import template_text
from wizard.plan.writer import plan_text, write_plan
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding
from wizard.rules.registry import findings
from wizard.ui.job import Worker
from wizard.ui.message import ask, show_error

ENDING = ".session-tags.yaml"
Judged = tuple[Plan, tuple[Finding, ...]]


def _nothing() -> None:
    """Do nothing."""


def judged(path: Path) -> Judged:
    """Return the plan in a file, and what the rules find in it; PlanError where it cannot be read."""
    plan = plan_on_disk(path)
    return plan, findings(plan)


class PlanFiles:
    """The verbs of the File menu."""

    def __init__(self, session: Session, recent: RecentPlans, window: QWidget, told: Callable[[str], None]) -> None:
        self._session = session
        self._window = window
        self._told = told
        self.worker = Worker(window)
        self.recent = recent
        self.on_disk = PlanOnDisk()

    def new(self) -> None:
        """Start an empty plan."""
        self._settled(lambda: self._session.begin(Plan(), None))

    def new_from(self, template: str) -> None:
        """Start from one of the shipped plans."""
        self._settled(lambda: self._session.begin(plan_from_text(template_text(template), name=template), None))

    def open(self) -> None:
        """Ask for a plan file and open it."""
        self._settled(self._choose_and_read)

    def open_path(self, path: Path) -> None:
        """Open a plan file that is already chosen: dropped, recent, or named at the start."""
        self._settled(lambda: self.read(path))

    def read(self, path: Path) -> None:
        """Read and judge a plan file beside the window; what is open stays where it cannot be read.

        What becomes of the plan that is open has been asked already.
        """
        left = self._session.plan
        self.worker.start(lambda _course: judged(path), partial(self._take, path, left), partial(self._refuse, path))

    def read_at_once(self, path: Path) -> None:
        """Read a plan file at the start, before anybody can press a key: an empty plan would flash up otherwise."""
        try:
            read = judged(path)
        except PlanError as error:
            self._say_unreadable(path, error)
        else:
            self._begin(path, *read)

    def _take(self, path: Path, left: Plan, read: Judged) -> None:
        """Begin with what was read, once the person has said what becomes of what was typed meanwhile.

        The plan that was `left` has been asked about, before its successor was chosen.
        """
        if self._session.plan is left:
            self._begin(path, *read)
        else:
            self._settled(lambda: self._begin(path, *read))

    def _begin(self, path: Path, plan: Plan, found: tuple[Finding, ...]) -> None:
        self.recent.add(path)
        self.on_disk.note(path)
        self._session.begin(plan, path, found=found)

    def _refuse(self, path: Path, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self._say_unreadable(path, error)

    def save(self, then: Callable[[], None] = _nothing) -> None:
        """Save into the plan's file, asking for one where it has none; go on with `then` once it is saved."""
        path = self._session.path
        if path is None:
            self.save_as(then)
        elif self.on_disk.state() is OnDisk.CHANGED:
            self._ask_before_replacing(path, then)
        else:
            self._write(path, then)

    def save_as(self, then: Callable[[], None] = _nothing) -> None:
        """Ask for a file and save into it."""
        path = self._chosen_target()
        if path is not None:
            self._write(path, then)

    def settled(self, then: Callable[[], None]) -> None:
        """Go on with `then` once the person has said what becomes of unsaved changes."""
        self._settled(then)

    def _settled(self, then: Callable[[], None]) -> None:
        if not self._session.unsaved:
            then()
            return
        ask(
            self._window,
            _("Save the changes to “{plan}”?").format(plan=shown_name(self._session)),
            _("Without saving, they are lost."),
            ((_("&Save"), lambda: self.save(then)), (_("&Discard changes"), then)),
            cancel=_("Cancel"),
        )

    def _choose_and_read(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not before it is asked for

        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open plan"), self.folder(), _("Plans (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.read(Path(chosen))

    def _chosen_target(self) -> Path | None:
        proposed = self._session.path or Path(self.folder()) / f"{_file_stem(self._session.plan.name)}{ENDING}"
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not before it is asked for

        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save plan as"), str(proposed), _("Plans (*.yaml *.yml);;All files (*)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_name(path.name + ENDING)

    def folder(self) -> str:
        """Return where a dialog for files begins: beside the plan, or beside the last one."""
        known = self._session.path or next(iter(self.recent.paths()), None)
        return str(known.parent) if known else str(Path.home())

    def _write(self, path: Path, then: Callable[[], None]) -> None:
        try:
            write_plan(self._session.plan, path)
        except PlanError as error:
            self._say_unwritten(path, error)
            return
        self.recent.add(path)
        self.on_disk.note_written(path, plan_text(self._session.plan).encode("utf-8"))
        self._session.saved(path)
        self._told(_("Saved {file}").format(file=path.name))
        then()

    def _ask_before_replacing(self, path: Path, then: Callable[[], None]) -> None:
        ask(
            self._window,
            _("“{file}” was changed since it was opened here").format(file=path.name),
            _("Saving it here would replace what another program, or another window, has written."),
            ((_("Save &elsewhere…"), lambda: self.save_as(then)), (_("&Replace it"), lambda: self._write(path, then))),
            cancel=_("Cancel"),
        )

    def _say_unreadable(self, path: Path, error: PlanError) -> None:
        if not path.exists():
            self.recent.remove(path)
        count = len(error.problems)
        first = _problem_words(error.problems[0])
        more = first if count == 1 else _("{first}\n… and {count} more.").format(first=first, count=count - 1)
        text = _("“{file}” cannot be opened as a plan").format(file=path.name)
        more = "\n\n".join((more, _what_now(path)))
        show_error(self._window, text, more, str(error), reading_report(error))

    def _say_unwritten(self, path: Path, error: PlanError) -> None:
        text = _("“{file}” was not saved").format(file=path.name)
        safe = _("{reason}.\n\nThe plan is still open here, and what the file held before is whole.")
        reason = error.problems[0].message.rstrip(".")
        show_error(self._window, text, safe.format(reason=reason), str(error), reading_report(error))


def shown_name(session: Session) -> str:
    """Return the name by which the window calls its plan: its file's, else its own."""
    if session.path is not None:
        return session.path.name
    return session.plan.name or _("New plan")


def title_of(path: Path) -> str:
    """Return a recent plan's words in the menu."""
    return _("{plan} — {folder}").format(plan=seen(plan_name(path), 80), folder=seen(str(path.parent), 200))


def _what_now(path: Path) -> str:
    """Return what is safe and what to do about a file that could not be opened."""
    if path.exists():
        return _("Nothing was changed, and the plan that is open here stays open.")
    return _("It was moved or deleted: open it where it is now. The plan that is open here stays open.")


def _problem_words(problem: Problem) -> str:
    """Return a problem of a plan file with its place in words."""
    said = f"{problem.path}: {problem.message}" if problem.path else problem.message
    if not problem.line:
        return said
    return _("Line {line}, column {column}: {said}").format(line=problem.line, column=problem.column, said=said)


def _file_stem(name: str) -> str:
    """Return a plan's name as the stem of a file's name."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return "-".join(words)[:60] or "plan"
