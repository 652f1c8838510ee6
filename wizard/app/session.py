"""The session: the one mutable object, which holds the plan being edited, its findings, its history and its file."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from wizard.app.edit_words import EditWords, added, changed
from wizard.app.entry_name import NAMING
from wizard.frozen import Frozen, replace
from wizard.plan.edit import inserted, replaced
from wizard.plan.model import Person, Plan
from wizard.plan.path import covers, value_at
from wizard.rules.finding import Finding
from wizard.rules.registry import findings

if TYPE_CHECKING:
    from wizard.access.person import ListedPerson

Listener = Callable[[], None]


class Milestone(StrEnum):
    """Since when the previews mark what changed."""

    OPENED = "opened"
    SAVED = "saved"
    EXPORTED = "exported"


class _Edit(Frozen):
    """A step of the history.

    Attributes:
        before: the plan before it; after it, where it was undone. words: what it did.
        merge: what it may be merged with. adds: it added an entry, whose name lies at `merge`.
    """

    before: Plan
    words: str | EditWords
    merge: str | None
    adds: bool = False


class Session:
    """The plan being edited. Every change makes a new plan; undo is a list of plans.

    Attributes:
        path: the plan's file, None before it has been saved.
        login: which sample person the previews show; None for the first.
        listed: somebody of a list, whom the previews can show too and who is no part of the plan; None for nobody.
        shows_listed: whether the previews show that person.
        at: id of the step that the administrator is at; empty for the first.
        view: id of the view that is looked at instead of the step; mostly empty.
        left: ids of the steps that the administrator has been at and left.
        exported: where the bundle was last written; None before that.
        begun: how often it has started over with another plan.
        milestone: what was done last of opening, saving and exporting. kept: the plan as it was then.
    """

    LONGEST_HISTORY: Final = 500

    def __init__(self, plan: Plan | None = None, path: Path | None = None) -> None:
        self._plan = plan or Plan()
        self._saved: Plan | None = self._plan
        self._findings: tuple[Finding, ...] | None = None
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._listeners: list[Listener] = []
        self._within: str | None = None
        self._known: frozenset[tuple[str, str]] = frozenset()
        self.path = path
        self.login: str | None = None
        self.listed: ListedPerson | None = None
        self.shows_listed = False
        self.at = ""
        self.view = ""
        self.left: frozenset[str] = frozenset()
        self.exported: Path | None = None
        self.begun = 0
        self.milestone = Milestone.OPENED
        self.kept = self._plan

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self._plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find in the plan as it stands now, in plan order."""
        if self._findings is None:
            self._findings = findings(self._plan)
        return self._findings

    @property
    def told_findings(self) -> tuple[Finding, ...]:
        """The findings but those that came up while the person types in a field and has not left it yet."""
        if not self._is_typing():
            return self.findings
        return tuple(each for each in self.findings if _mark(each) in self._known)

    @property
    def unsaved(self) -> bool:
        """Whether the plan differs from what was last read or saved."""
        return self._plan != self._saved

    @property
    def as_saved(self) -> Plan | None:
        """The plan as it was last read or saved; None where its file holds no plan any more."""
        return self._saved

    @property
    def person(self) -> Person | None:
        """Whom the previews show; the first sample person where the chosen one is gone."""
        if self.listed is not None and self.shows_listed:
            return self.listed.person(self._plan)
        return self._plan.person(self.login) or self._plan.person()

    @property
    def undo_words(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return _words(self._done[-1], self._done[-1].before, self._plan) if self._done else None

    @property
    def redo_words(self) -> str | None:
        """What redo would do again, None where there is nothing."""
        return _words(self._undone[-1], self._plan, self._undone[-1].before) if self._undone else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def edit(self, plan: Plan, words: str | EditWords, merge: str | None = None) -> None:
        """Make `plan` the plan, to be undone as `words`.

        Successive edits with the same `merge` (the typing in one field) are undone together; where they lead back
        to what was there before, there is nothing to undo.
        """
        if plan == self._plan:
            return
        last = self._done[-1] if self._done else None
        if not (merge and last and last.merge == merge):
            self._done.append(_Edit(self._plan, words, merge))
            del self._done[: -self.LONGEST_HISTORY]
        elif plan == last.before:
            self._done.pop()
        self._undone.clear()
        self._show(plan)

    def set(self, path: str, value: Any, words: str | EditWords | None = None) -> None:
        """Put `value` at `path` of the plan; the typing in one place is undone together."""
        self.edit(replaced(self._plan, path, value), words or changed(path), merge=path)

    def add(self, path: str, entry: Any) -> None:
        """Put an entry at the end of the list at `path`; what it is named next is undone together with it."""
        naming = f"{path}[{len(value_at(self._plan, path))}].{NAMING[path]}"
        self.edit(inserted(self._plan, path, entry), added(path), merge=naming)
        self._done[-1] = replace(self._done[-1], adds=True)

    def withdraw(self, before: Plan) -> None:
        """Take back what was typed in one field since the plan was `before`; an entry that was just added stays."""
        last = self._done[-1] if self._done else None
        if last is not None and last.adds and last.before != before:
            self.edit(before, last.words, last.merge)
        elif self._plan != before:
            self.undo()

    def seal(self) -> None:
        """End the merging of edits: a field was left. What was added and has no name yet waits for it."""
        last = self._done[-1] if self._done else None
        if last is not None and not (last.adds and last.merge and not value_at(self._plan, last.merge)):
            self._done[-1] = _Edit(last.before, last.words, None)

    def enter(self, path: str) -> None:
        """Note that the person has come into the field of that place: what its typing brings up waits for `leave`."""
        self._within, self._known = path, frozenset(map(_mark, self.findings))

    def leave(self) -> None:
        """Note that the person has left the field, end the merging of edits, and tell what waited."""
        waited = self.told_findings != self.findings
        self._within = None
        self.seal()
        if waited:
            self._tell()

    def _is_typing(self) -> bool:
        """Tell whether the last edit was made in the field in which the person is."""
        merge = self._done[-1].merge if self._done else None
        return self._within is not None and merge is not None and covers(self._within, merge)

    def undo(self) -> None:
        """Take the last edit back."""
        if self._done:
            edit = self._done.pop()
            self._undone.append(_Edit(self._plan, edit.words, None))
            self._show(edit.before)

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self._undone:
            edit = self._undone.pop()
            self._done.append(_Edit(self._plan, edit.words, None))
            self._show(edit.before)

    def choose_person(self, login: str | None) -> None:
        """Choose which sample person the previews show."""
        if login != self.login or self.shows_listed:
            self.login = login
            self.shows_listed = False
            self._tell()

    def choose_listed(self, person: "ListedPerson | None" = None) -> None:
        """Show somebody of a list in the previews: this person, or the one who was chosen before."""
        self.listed = person or self.listed
        self.shows_listed = self.listed is not None
        self._tell()

    def go(self, step_id: str) -> None:
        """Leave the step that the administrator is at for another, and any view for the step."""
        if step_id != self.at or self.view:
            self.left |= {self.at} - {"", step_id}
            self.at = step_id
            self.view = ""
            self.seal()
            self._tell()

    def look(self, view_id: str) -> None:
        """Look at a view; the step stays where it is, and :meth:`go` leads back to it."""
        if view_id != self.view:
            self.view = view_id
            self.seal()
            self._tell()

    def begin(
        self,
        plan: Plan,
        path: Path | None,
        *,
        saved: Plan | None = None,
        found: tuple[Finding, ...] | None = None,
    ) -> None:
        """Start over with another plan, without a history.

        `saved` is what lies in its file, if not the plan; `found` are its findings, where they are known already.
        """
        self._done.clear()
        self._undone.clear()
        self._within = None
        on_disk = self._saved = plan if saved is None else saved
        self.path = path
        self.login = None
        self.listed = None
        self.shows_listed = False
        self.at = ""
        self.view = ""
        self.left = frozenset()
        self.exported = None
        self.begun += 1
        self.milestone, self.kept = Milestone.OPENED, on_disk
        self._show(plan, found)

    def reread(self, plan: Plan, words: str) -> None:
        """Take what lies in the plan's file now; undo leads back to what was there before."""
        self.seal()
        self.edit(plan, words)
        self.seal()
        self._saved = self._plan
        self.milestone, self.kept = Milestone.OPENED, self._plan
        self._tell()

    def file_holds(self, plan: Plan | None) -> None:
        """Note what lies in the plan's file now, None where that is no plan: the plan here differs from it."""
        self._saved = plan
        self._tell()

    def saved(self, path: Path) -> None:
        """Note that the plan as it stands now lies in `path`."""
        self._saved = self._plan
        self.path = path
        self.milestone, self.kept = Milestone.SAVED, self._plan
        self.seal()
        self._tell()

    def bundled(self, plan: Plan, target: Path) -> None:
        """Note that the bundle of `plan`, which may have been edited since, was written to `target`."""
        self.exported = target
        self.milestone, self.kept = Milestone.EXPORTED, plan
        self._tell()

    def _show(self, plan: Plan, found: tuple[Finding, ...] | None = None) -> None:
        self._plan = plan
        self._findings = found
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _words(edit: _Edit, before: Plan, after: Plan) -> str:
    return edit.words if isinstance(edit.words, str) else edit.words(before, after)


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.path
