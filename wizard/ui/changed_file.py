"""Says what has become of the plan's file on the disk, and lets the person choose. The plan that is open stays."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wizard.app.failure_report import reading_report
from wizard.app.plan_on_disk import OnDisk, PlanOnDisk, plan_on_disk
from wizard.app.session import Session
from wizard.language import _
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.ui.message import ask, show_error


class ChangedFile:
    """Looks at the file when it is told to, and speaks of each change once."""

    def __init__(
        self,
        session: Session,
        on_disk: PlanOnDisk,
        window: QWidget,
        told: Callable[[str], None],
        compare: Callable[[], None],
    ) -> None:
        self._session = session
        self._on_disk = on_disk
        self._window = window
        self._told = told
        self._compare = compare

    def check(self) -> None:
        """Say what has become of the file, where something has."""
        path, state = self._session.path, self._on_disk.state()
        if path is None or state is OnDisk.SAME:
            return
        self._on_disk.note(path)
        if state is OnDisk.GONE:
            self._say_gone(path)
            return
        try:
            plan = plan_on_disk(path)
        except PlanError as error:
            self._say_no_plan(path, error)
            return
        if plan == self._session.plan:
            self._session.file_holds(plan)
            self._told(_("“{file}” was written anew and holds the same plan").format(file=path.name))
        else:
            self._session.file_holds(plan)
            self._offer(path, plan)

    def _offer(self, path: Path, plan: Plan) -> None:
        ask(
            self._window,
            _("“{file}” was changed by another program, or in another window").format(file=path.name),
            _("The plan is still open here as it was. Reloading can be undone."),
            (
                (_("&Reload"), lambda: self._reload(path, plan)),
                (_("&Compare"), self._compare),
                (_("&Keep mine"), lambda: self._keep(path)),
            ),
        )

    def _reload(self, path: Path, plan: Plan) -> None:
        self._session.reread(plan, _("reload {file}").format(file=path.name))
        self._told(_("Reloaded {file}; undo takes it back").format(file=path.name))

    def _keep(self, path: Path) -> None:
        self._told(_("Kept the plan as it is here; saving it replaces {file}").format(file=path.name))

    def _say_gone(self, path: Path) -> None:
        self._session.file_holds(None)
        text = _("“{file}” is no longer where it was").format(file=path.name)
        more = _(
            "It was moved or deleted. The plan is still open here, with all that was done: Save writes the file anew, "
            "Save as puts it elsewhere."
        )
        show_error(self._window, text, more, str(path))

    def _say_no_plan(self, path: Path, error: PlanError) -> None:
        self._session.file_holds(None)
        text = _("“{file}” was changed and can no longer be read as a plan").format(file=path.name)
        more = _(
            "{reason}.\n\nThe plan is still open here as it was: Save replaces the file, Save as puts it elsewhere."
        )
        reason = error.problems[0].message.rstrip(".")
        show_error(self._window, text, more.format(reason=reason), str(error), reading_report(error))
