"""Starts plans: asks what from, and does it. The plan that is open is asked about first, and stays until then."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wizard.app.beginnings import Beginning, Source
from wizard.app.session import Session
from wizard.ui.files import PlanFiles

if TYPE_CHECKING:
    from wizard.adoption import Adoption


class Starting:
    """The chooser, the import, and what is dropped on the window."""

    def __init__(self, session: Session, files: PlanFiles, window: QWidget, told: Callable[[str], None]) -> None:
        self._session = session
        self._files = files
        self._window = window
        self._told = told

    def offer(self) -> None:
        """Ask what the plan starts from."""
        from wizard.ui.start.chooser import StartDialog  # noqa: PLC0415 - not before it is asked for

        dialog = StartDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._begin)
        dialog.open()

    def take_in(self, files: Iterable[Path] = ()) -> None:
        """Ask for the documents of what exists; those that are given stand there already."""
        from wizard.ui.start.import_dialog import ImportDialog  # noqa: PLC0415 - not before it is asked for

        dialog = ImportDialog(files, self._files.folder(), self._files.worker, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.adopted.connect(self._adopt)
        dialog.open()

    def drop(self, files: list[str]) -> None:
        """Open a plan that was dropped; import anything else."""
        from wizard.app.dropped import is_plan, is_plan_file  # noqa: PLC0415 - not before something is dropped

        dropped = [Path(file) for file in files]
        if len(dropped) == 1 and (is_plan_file(dropped[0]) or is_plan(dropped[0])):
            self._files.open_path(dropped[0])
        else:
            self.take_in(dropped)

    def _begin(self, beginning: Beginning) -> None:
        match beginning.source:
            case Source.TEMPLATE:
                self._files.new_from(beginning.template)
            case Source.FILE:
                self._files.open()
            case Source.EXISTING:
                self.take_in()
            case Source.NOTHING:
                self._files.new()

    def _adopt(self, adoption: "Adoption") -> None:
        self._files.settled(lambda: self._show(adoption))

    def _show(self, adoption: "Adoption") -> None:
        from wizard.ui.start.remarks_dialog import RemarksDialog, summary  # noqa: PLC0415 - not before it is needed

        self._session.begin(adoption.plan, None)
        self._session.file_holds(None)
        self._told(summary(adoption))
        RemarksDialog(adoption, self._window).show()
