"""Puts the program together: session, window, files, settings, recovery. The clock and the folders come in here."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wizard.app.exports import LastExports
from wizard.app.folders import Folders
from wizard.app.plan_on_disk import plan_on_disk
from wizard.app.recent import RecentPlans
from wizard.app.recovery import KeptPlan, Recovery
from wizard.app.session import Session
from wizard.language import _
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.ui.changed_file import ChangedFile
from wizard.ui.disk_watch import DiskWatch
from wizard.ui.dressing import Dressing
from wizard.ui.failure import FailureHook
from wizard.ui.files import PlanFiles
from wizard.ui.focus import Focus
from wizard.ui.frame import Frame
from wizard.ui.icon import icon
from wizard.ui.menus import Menus
from wizard.ui.message import ask
from wizard.ui.settings import Settings
from wizard.ui.shell import Shell
from wizard.ui.theme import Theme, ask_platform, look_of
from wizard.ui.widgets.progress import Progress
from wizard.ui.window import Window

_YES, _NO = "yes", "no"


class Desk:
    """Everything that lives as long as the window. A theme given at the start holds for this start only."""

    KEEP_AFTER = 1500
    """Milliseconds of rest after which an unsaved plan is kept for the next start."""

    def __init__(
        self, app: QApplication, window: Window, settings: Settings, places: Folders, theme: Theme | None
    ) -> None:
        self.app = app
        self.window = window
        self.frame = Frame()
        self.session = Session()
        self.settings = settings
        self.recovery = Recovery(places.state / "unsaved", lambda: datetime.now(UTC))
        self.files = PlanFiles(self.session, RecentPlans(places.state / "recent.json"), window, self._tell)
        self.exports = LastExports(places.state / "exports.json", self.session)
        self.shell = Shell(window, self.frame, self.session, self.files)
        self.frame.foot.show_progress(Progress(self.files.worker, _("Opening the plan")))
        self.frame.preview.text.wrap(wraps=settings.text("preview/wraps", _YES) == _YES)
        self.focus = Focus(app, self.frame)
        self._finished = self._warned = False
        self.theme = theme or settings.theme()
        self.dressing = Dressing(app, window, self.shell.recolour)
        self.menus = Menus(self.shell, self.focus, settings, self.theme, self.choose_theme)
        if self.theme is not Theme.SYSTEM:
            ask_platform(app, self.theme)
        app.styleHints().colorSchemeChanged.connect(self._desktop_changed)
        compare = partial(self.shell.look, "compare")
        changed = ChangedFile(self.session, self.files.on_disk, window, self._tell, compare)
        self.disk = DiskWatch(app, self.session, changed.check, window)
        self._resting = QTimer(window, singleShot=True, interval=self.KEEP_AFTER)
        self._resting.timeout.connect(self.keep)
        self.session.subscribe(self._resting.start)
        window.may_close = self._may_close
        window.setWindowIcon(icon("session-tag-wizard"))
        self._restore_panes()
        window.setCentralWidget(self.frame)
        self.frame.show()

    def begin(self, plan_path: Path | None, *, offers: bool = False) -> None:
        """Open the plan that was named at the start, or offer the one that was not saved.

        Where there is neither, nor any plan that was opened before, it `offers` what to start from.
        """
        kept = self.recovery.left_behind()
        if plan_path is not None:
            self.files.read_at_once(plan_path)
        self.shell.focus_first()
        if kept is not None:
            self._offer(kept)
        elif offers and plan_path is None and not self.files.recent.paths():
            self.shell.starting.offer()

    def ask_for_updates(self) -> None:
        """Ask for a newer version, where the person has switched that on."""
        if self.menus.updates is not None:
            self.menus.updates.begin()

    def hear_failures(self) -> None:
        """Tell the person of every exception that nobody catches, from now on."""
        FailureHook(self.window, self.keep).install()

    def choose_theme(self, theme: Theme) -> None:
        """Give the program another look, at once and from now on."""
        self.theme = theme
        self.settings.put("theme", theme.value)
        ask_platform(self.app, theme)
        self.dressing.dress(look_of(self.app, theme))

    def keep(self) -> None:
        """Keep the plan for the next start while it is not saved."""
        if not self.session.unsaved:
            self.recovery.drop()
        elif not self.recovery.keep(self.session.plan, self.session.path) and not self._warned:
            self._warned = True
            self._tell(_("The plan cannot be kept in case the program ends: save it"))

    def _tell(self, sentence: str) -> None:
        self.shell.tell(sentence)

    def _desktop_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self.dressing.dress(look_of(self.app, Theme.SYSTEM))

    def _offer(self, kept: KeptPlan) -> None:
        name = kept.path.name if kept.path else kept.plan.name or _("New plan")
        ask(
            self.window,
            _("“{plan}” was not saved when the program ended last time").format(plan=name),
            _("It was kept at {time}.").format(time=f"{kept.kept_at.astimezone():%Y-%m-%d %H:%M}"),
            (
                (_("&Open what was kept"), lambda: self._recover(kept)),
                (_("&Discard it"), self.recovery.discard_offered),
            ),
            cancel=_("Decide at the next start"),
        )

    def _recover(self, kept: KeptPlan) -> None:
        self.files.on_disk.note(kept.path)
        self.session.begin(kept.plan, kept.path, saved=_on_disk(kept.path))
        if self.recovery.keep(kept.plan, kept.path):
            self.recovery.discard_offered()

    def _may_close(self) -> bool:
        if not self.session.unsaved:
            self.finish()
            return True
        self.files.settled(self._close)
        return False

    def _close(self) -> None:
        self.window.may_close = lambda: True
        self.finish()
        self.window.close()

    def finish(self) -> None:
        """Remember the window and forget what was kept, once: the person is done with the plan."""
        if self._finished:
            return
        self._finished = True
        self.files.worker.end()
        self.shell.end()
        self.frame.aside.show()
        self.settings.put("window/geometry", self.window.saveGeometry())
        self.settings.put("window/across", self.frame.across.saveState())
        self.settings.put("window/columns", " ".join(map(str, self.frame.across.sizes())))  # for the sketch
        self.settings.put("window/down", self.frame.down.saveState())
        self.settings.put("preview", self.shell.previews.kind)
        second = self.shell.second
        self.settings.put("preview/second", second.presenter.kind if second.presenter and second.shown else "")
        self.settings.put("preview/wraps", _YES if self.frame.preview.text.wraps else _NO)
        self.settings.write()
        self._resting.stop()
        self.recovery.close()
        self.focus.end()
        self.disk.end()
        self.app.styleHints().colorSchemeChanged.disconnect(self._desktop_changed)

    def _restore_panes(self) -> None:
        if second := self.settings.text("preview/second", ""):  # before the widths, among which it takes a place
            self.shell.second.show(second)
            self.menus.split.setChecked(True)
        self.frame.across.restoreState(self.settings.state("window/across"))
        self.frame.down.restoreState(self.settings.state("window/down"))
        self.shell.previews.choose(self.settings.text("preview", self.shell.previews.kind))


def _on_disk(path: Path | None) -> Plan:
    """Return what lies in the plan's file now, an empty plan where nothing readable does."""
    if path is None:
        return Plan()
    try:
        return plan_on_disk(path)
    except PlanError:
        return Plan()
