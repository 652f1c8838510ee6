"""The view of the flow: the diagram for one person, the same as a table, and the picture to be saved."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from wizard.app.session import Session
from wizard.diagram.flow import diagram
from wizard.diagram.model import Diagram, Node, Stage
from wizard.diagram.words import fault_words, node_words
from wizard.language import N_, _
from wizard.plan.atomic import write_atomically
from wizard.plan.error import PlanNotWritten
from wizard.quoting.wording import seen
from wizard.ui.diagram.canvas import Canvas
from wizard.ui.diagram.layout import Layout
from wizard.ui.diagram.picture import PNG, SVG, picture, with_suffix
from wizard.ui.icon import icon
from wizard.ui.job import Course, Worker
from wizard.ui.view_page import ViewPage, ViewWidget
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.lines import column_in, row_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress
from wizard.ui.widgets.row_table import Row, RowTable
from wizard.ui.widgets.split import divided

if TYPE_CHECKING:
    from wizard.plan.model import Person, Plan

_HEADINGS: Final = (N_("Stage"), N_("What stands there"), N_("Leads to"), N_("What is wrong"))
_WIDTHS: Final = (110, 280, 200)
_LISTED: Final = -1
"""What stands in the choice for the person of a file."""


class DiagramPage(ViewPage):
    """The flow of the plan as it stands, for the person whom the previews show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: tuple[Plan, Person | None] | None = None
        self._nodes: tuple[Node, ...] = ()
        self._mended = ""
        self.person = QuietComboBox(self)
        self.person.setMinimumContentsLength(20)
        self.smaller = self._small_button("−", _("Smaller"))
        self.larger = self._small_button("+", _("Larger"))
        self.fit = QPushButton(_("Fit the &width"), self)
        self.save = QPushButton(icon("export"), _("&Save picture…"), self)
        self.mend = QPushButton(_("&Go there"))
        self.verdict = Notice(self.mend)
        self.canvas = Canvas(self)
        self.worker = Worker(self)
        self.progress = Progress(self.worker, _("Saving"), self)
        self.table = RowTable(_("The flow in words"), self)
        self._lay_out()
        self._connect()

    def _small_button(self, sign: str, words: str) -> QPushButton:
        button = QPushButton(sign, self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFixedWidth(36)
        return button

    def _lay_out(self) -> None:
        named = QWidget(self)
        beside = row_in(named)
        self.label = QLabel(_("&Person"), named)
        self.label.setBuddy(self.person)
        beside.addWidget(self.label)
        beside.addWidget(self.person)
        head = FlowLayout()
        for widget in (named, self.smaller, self.larger, self.fit, self.save):
            head.addWidget(widget)
        self.split = divided(Qt.Orientation.Vertical, self.canvas, self.table, (420, 170), shares=(3, 2))
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(self.split, 1)
        column.addWidget(self.progress)
        column.addStretch(0)

    def _connect(self) -> None:
        self.person.activated.connect(self._choose_person)
        self.smaller.clicked.connect(lambda _checked: self.canvas.enlarge(larger=False))
        self.larger.clicked.connect(lambda _checked: self.canvas.enlarge(larger=True))
        self.fit.clicked.connect(lambda _checked: self.canvas.fit())
        self.save.clicked.connect(self._choose_target)
        self.mend.clicked.connect(lambda _checked: self.path_asked.emit(self._mended))
        self.canvas.node_chosen.connect(self._choose_node)
        self.canvas.node_walked.connect(lambda node_id: self.table.choose(self._index(node_id)))
        self.canvas.node_asked.connect(self._ask_node)
        self.table.row_shown.connect(self._show_row)
        self.table.row_asked.connect(lambda row: self.path_asked.emit(self._nodes[row].path))

    def refresh(self) -> None:
        """Draw anew where the plan or the person has changed."""
        plan, person = self.session.plan, self.session.person
        if self._shown is not None and self._shown[0] is plan and self._shown[1] == person:
            return
        self._shown = plan, person
        self._show_people()
        found = diagram(plan, person)
        self._nodes = found.nodes
        self.canvas.show_diagram(found)
        self.table.show_rows(tuple(map(_, _HEADINGS)), tuple(_row(found, node) for node in found.nodes), _WIDTHS)
        there = bool(plan.tags)
        for widget in (self.split, self.smaller, self.larger, self.fit, self.save):
            widget.setVisible(there)
        self._say(found)

    def _show_people(self) -> None:
        people, listed = self.session.plan.people, self.session.listed
        self.person.clear()
        for index, person in enumerate(people):
            self.person.addItem(seen(person.login, 80), index)
        if listed is not None:
            self.person.addItem(_("{login} (from a file)").format(login=seen(listed.login, 80)), _LISTED)
        chosen = self.session.person
        own = next((at for at, person in enumerate(people) if person is chosen), _LISTED)
        self.person.setCurrentIndex(self.person.findData(own))
        for widget in (self.person, self.label):
            widget.setVisible(self.person.count() > 0)

    def _choose_person(self) -> None:
        index = self.person.currentData()
        if index == _LISTED:
            self.session.choose_listed()
        else:
            self.session.choose_person(self.session.plan.people[index].login)

    def _say(self, found: Diagram) -> None:
        login = seen(found.person, 80)
        name, words, self._mended = "fine", "", ""
        if not self.session.plan.tags:
            name, self._mended = "info", "tags"
            words = _("There is no session tag yet. Add one, and the way of its value stands here.")
        elif not found.person:
            name, self._mended = "info", "people"
            words = _("This is the way of everybody's values. Add a sample person to follow what is theirs.")
        elif found.refusals:
            name = "error"
            reason = found.refusals[0].text(_)
            words = _("{login} cannot sign in: {reason}").format(login=login, reason=reason)
        else:
            broken = {edge.source for edge in found.edges if edge.broken}
            grants = found.of(Stage.CONDITION)
            open_to = sum(1 for node in grants if node.id not in broken)
            words = _("{login} signs in. Grants whose condition can hold: {count} of {all}.").format(
                login=login, count=open_to, all=len(grants)
            )
            name = "fine" if open_to == len(grants) else "warning"
        self.mend.setVisible(bool(self._mended))
        self.verdict.say(name, words)

    def _show_row(self, row: int) -> None:
        node_id = self._nodes[row].id if 0 <= row < len(self._nodes) else ""
        self.canvas.choose(node_id, reveal=self.table.hasFocus() or self.canvas.sheet.hasFocus())

    def _choose_node(self, node_id: str) -> None:
        self.table.choose(self._index(node_id))
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _ask_node(self, node_id: str) -> None:
        self.path_asked.emit(self._nodes[self._index(node_id)].path)

    def _index(self, node_id: str) -> int:
        return next(index for index, node in enumerate(self._nodes) if node.id == node_id)

    def _choose_target(self) -> None:
        folder = self.session.path.parent if self.session.path else Path.home()
        kinds = {_("SVG picture (*.svg)"): SVG, _("PNG picture (*.png)"): PNG}
        name = str(folder / f"{_('flow')}{SVG}")
        chosen, kind = QFileDialog.getSaveFileName(self.window(), _("Save picture"), name, ";;".join(kinds))
        if chosen:
            self.write(with_suffix(Path(chosen), kinds.get(kind, SVG)))

    def write(self, path: Path) -> None:
        """Write the picture, SVG or PNG by the suffix."""
        drawing = self.canvas.drawing
        if drawing is None:
            return
        title = _("The flow of {plan}").format(plan=seen(self.session.plan.name) or _("the plan"))
        work = partial(picture_written, drawing, path, title, self.verdict.text.text())
        self.worker.start(work, self._tell_written, self._tell_unwritten)

    def _tell_written(self, path: Path) -> None:
        self.told.emit(_("Saved the picture to {path}").format(path=seen(str(path), 300)))

    def _tell_unwritten(self, error: Exception) -> None:
        if not isinstance(error, PlanNotWritten):
            raise error
        words = _("Nothing was saved. {reason}").format(reason=error.problems[0].message)
        self.verdict.say("error", words)
        self.told.emit(words)

    def end(self) -> None:
        """Wait for the thread."""
        self.worker.end()


def picture_written(drawing: Layout, path: Path, title: str, description: str, course: Course) -> Path:
    """Draw the picture and write it; a large PNG takes more than half a second."""
    drawn = picture(drawing, path.suffix, title, description)
    course.go_on()
    write_atomically(path, drawn)
    return path


def _row(found: Diagram, node: Node) -> Row:
    onwards = "; ".join(_called(other) for other in found.after(node))
    wrong = "; ".join(fault_words(node, _))
    name = "error" if node.broken else "warning" if node.faults else ""
    return Row((_(node.stage.value), " · ".join(node_words(node, _, seen)), onwards, wrong), name)


def _called(node: Node) -> str:
    return seen(node.name) or next(iter(node_words(node, _, seen)), "–")


VIEW = ViewWidget("diagram", DiagramPage)
