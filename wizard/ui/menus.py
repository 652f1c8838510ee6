"""The menu bar: each entry is one verb of the shell, with its keys."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from wizard import __version__
from wizard.app import flow
from wizard.app.steps.registry import all_steps
from wizard.app.updates import feed
from wizard.app.views.registry import all_views
from wizard.language import _
from wizard.quoting.wording import seen
from wizard.ui.files import title_of
from wizard.ui.focus import Focus
from wizard.ui.language_menu import LanguageMenu
from wizard.ui.menu_text import plain_words
from wizard.ui.message import show_note
from wizard.ui.settings import Settings
from wizard.ui.shell import Shell
from wizard.ui.theme import Theme

if TYPE_CHECKING:
    from wizard.ui.updates import Updates

Keys = QKeySequence | QKeySequence.StandardKey | str
LAST_STEP_KEY = 9
VIEW_KEY = "Ctrl+Shift+{number}"


class Menus:
    """Builds the menus once; what they say follows the session."""

    def __init__(
        self, shell: Shell, focus: Focus, settings: Settings, theme: Theme, choose_theme: Callable[[Theme], None]
    ) -> None:
        self._shell = shell
        self._settings = settings
        self.updates: Updates | None = None
        self._commands: list[tuple[QAction, QMenu]] = []
        self._focus = focus
        self._files = shell.files
        self._theme = theme
        self._choose_theme = choose_theme
        bar = shell.window.menuBar()
        for action in bar.actions():  # the first window's, empty
            action.menu().deleteLater()
        bar.clear()
        self._fill_file(bar.addMenu(_("&File")))
        self._fill_edit(bar.addMenu(_("&Edit")))
        self._fill_view(bar.addMenu(_("&View")))
        self._fill_help(bar.addMenu(_("&Help")))
        focus.host.keep(self.actions())
        shell.session.subscribe(self._refresh)
        self._refresh()

    def actions(self) -> tuple[QAction, ...]:
        """Return every action that has keys of its own, in the order of the menus."""
        return tuple(action for action in self._shell.window.actions() if not action.shortcut().isEmpty())

    def commands(self) -> tuple[tuple[QAction, str], ...]:
        """Return what can be done, each with its words; those of a menu within a menu say which."""
        bar = self._shell.window.menuBar()
        tops = [action.menu() for action in bar.actions()]
        return tuple(
            (
                action,
                plain_words(action.text())
                if menu in tops
                else f"{plain_words(menu.title())} › {plain_words(action.text())}",
            )
            for action, menu in self._commands
        )

    def action(self, keys: str) -> QAction:
        """Return the action of these keys, such as ``F1``; LookupError where there is none."""
        for action in self.actions():
            if any(key == QKeySequence(keys) for key in action.shortcuts()):
                return action
        raise LookupError(keys)

    def _add(self, menu: QMenu, words: str, deed: Callable[[], object], *keys: Keys) -> QAction:
        action = QAction(words, self._shell.window)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: deed())
        action.setData(plain_words(words))
        menu.addAction(action)
        self._shell.window.addAction(action)
        self._commands.append((action, menu))
        return action

    def _add_found(self, menu: QMenu, words: str, deed: Callable[[], object]) -> None:
        """Add what the palette alone needs: its menu is filled anew whenever it is opened."""
        action = QAction(words, self._shell.window)
        action.triggered.connect(lambda _checked: deed())
        action.setData(plain_words(words))
        self._commands.append((action, menu))

    def _add_place(self, menu: QMenu, words: str, deed: Callable[[], object], keys: str) -> None:
        """Add a step or a view, which the palette knows by itself."""
        self._add(menu, words, deed, keys)
        self._commands.pop()

    def _fill_file(self, menu: QMenu) -> None:
        keys = QKeySequence.StandardKey
        self._add(menu, _("&New…"), self._shell.starting.offer, keys.New)
        self._add(menu, _("&Open…"), self._files.open, keys.Open)
        self._add(menu, _("&Import…"), self._shell.starting.take_in, "Ctrl+I")
        self.recent = menu.addMenu(_("Open &recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self._add_found(self.recent, _("&Clear this list"), self._files.recent.clear)
        menu.addSeparator()
        self._add(menu, _("&Save"), self._files.save, keys.Save)
        self._add(menu, _("Save &as…"), self._files.save_as, "Ctrl+Shift+S")
        menu.addSeparator()
        self._add(menu, _("E&xport…"), self._shell.export, "Ctrl+E")
        menu.addSeparator()
        self._add(menu, _("&Quit"), self._quit, "Ctrl+Q")

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._files.recent.paths():
            action = self.recent.addAction(title_of(path).replace("&", "&&"))
            action.triggered.connect(lambda _on=False, path=path: self._files.open_path(Path(path)))
        if self.recent.isEmpty():
            self.recent.addAction(_("No plan was opened yet")).setEnabled(False)
            return
        self.recent.addSeparator()
        self.recent.addAction(_("&Clear this list"), self._files.recent.clear)

    def _fill_edit(self, menu: QMenu) -> None:
        self._undo = self._add(menu, _("&Undo"), self._shell.undo, "Ctrl+Z")
        self._redo = self._add(menu, _("&Redo"), self._shell.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        self._focus.host.undo, self._focus.host.redo = self._undo, self._redo
        menu.addSeparator()
        here = self._shell.preview_here
        self._add(menu, _("Fix all &safe problems"), self._shell.problems.fix_all, "Ctrl+Shift+P")
        self._add(menu, _("&Copy the preview"), lambda: here().copy(), "Ctrl+Shift+C")
        self._add(menu, _("&Find in the preview…"), lambda: here().find(), "Ctrl+F")
        self._add(menu, _("Find &next"), lambda: here().find_next(forward=True), "F3")
        self._add(menu, _("Find &previous"), lambda: here().find_next(forward=False), "Shift+F3")
        menu.addSeparator()
        self._add(menu, _("Find &anything…"), self._find_anything, "Ctrl+K")

    def _fill_view(self, menu: QMenu) -> None:
        self._add(menu, _("&Back"), self._shell.back, "Alt+Left", "Ctrl+PgUp")
        self._add(menu, _("&Next"), self._shell.forward, "Alt+Right", "Ctrl+PgDown")
        steps = menu.addMenu(_("Go to &step"))
        for number, step in enumerate(all_steps()[:LAST_STEP_KEY], 1):
            self._add_place(steps, _(step.title), partial(self._shell.go, step.id), f"Ctrl+{number}")
        for number, view in enumerate(all_views()[:LAST_STEP_KEY], 1):
            self._add_place(menu, _(view.title), partial(self._shell.look, view.id), VIEW_KEY.format(number=number))
        menu.addSeparator()
        self._add(menu, _("Next &pane"), partial(self._focus.walk, 1), "F6")
        self._add(menu, _("P&revious pane"), partial(self._focus.walk, -1), "Shift+F6")
        menu.addSeparator()
        self._add(menu, _("Person from a &file…"), self._shell.previews.person.ask, "Ctrl+Shift+F")
        text = self._shell.frame.preview.text
        self.split = self._add(menu, _("Spl&it the preview"), self._shell.split, "Ctrl+Shift+D")
        self.split.setCheckable(True)
        wrap = self._add(menu, _("&Wrap lines of the preview"), self._shell.wrap, "Ctrl+Shift+L")
        wrap.setCheckable(True)
        wrap.setChecked(text.wraps)
        self._fill_themes(menu.addMenu(_("&Theme")))
        self.languages = LanguageMenu(menu, self._settings, self._shell.tell)
        menu.addMenu(self.languages)
        self._add_found(menu, _("&Language"), self._ask_for_language)

    def _fill_themes(self, menu: QMenu) -> None:
        words = {
            Theme.SYSTEM: _("&As the desktop"),
            Theme.LIGHT: _("&Light"),
            Theme.DARK: _("&Dark"),
            Theme.HIGH_CONTRAST: _("&High contrast"),
        }
        group = QActionGroup(menu)
        for theme, text in words.items():
            action = self._add(menu, text, partial(self._choose_theme, theme))
            action.setCheckable(True)
            action.setChecked(theme is self._theme)
            group.addAction(action)

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, _("&Guide"), self._guide, "Ctrl+F1")
        self._add(menu, _("&Keyboard shortcuts"), self._sheet, "F1")
        self._add(menu, _("&Explain what is here"), self._shell.explain, "Shift+F1")
        menu.addSeparator()
        links = (
            (_("AWS: &session tags"), "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"),
            (_("AWS: &tags for access control"), "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html"),
        )
        for words, address in links:
            self._add(menu, words, partial(_browse, address))
        menu.addSeparator()
        self._offer_updates(menu)
        self._add(menu, _("&About"), self._say_version)

    def _offer_updates(self, menu: QMenu) -> None:
        """Offer to be told of newer versions, where the build was told whom to ask."""
        address = feed()
        if not address:
            return
        from wizard.ui.updates import Updates  # noqa: PLC0415 - with an address to ask only

        updates = self.updates = Updates(self._shell.window, self._settings, self._shell.tell, address)
        told = self._add(menu, _("Tell me of &newer versions"), lambda: updates.choose(wanted=told.isChecked()))
        told.setCheckable(True)
        told.setChecked(updates.wanted)

    def _ask_for_language(self) -> None:
        """Open the menu of languages in the midst of the window: their names are read from files, and not before."""
        frame = self._shell.frame
        self.languages.popup(frame.mapToGlobal(frame.rect().center()))

    def _find_anything(self) -> None:
        from wizard.ui.palette import Palette  # noqa: PLC0415 - not before it is asked for

        Palette(self._shell, self.commands(), self._settings).open()

    def _sheet(self) -> None:
        from wizard.ui.shortcuts_sheet import show_shortcuts  # noqa: PLC0415 - not before it is asked for

        show_shortcuts(self._shell.window, self.actions())

    def _guide(self) -> None:
        from wizard.ui.guide import show_guide  # noqa: PLC0415 - not before it is asked for

        session = self._shell.session
        show_guide(session.view or flow.current(session).id, self._shell.window)

    def _say_version(self) -> None:
        name = _("Session Tag Wizard {version}").format(version=__version__)
        more = _("Apache-2.0. Nothing leaves this machine: the program opens no connection by itself.")
        if self.updates is not None and self.updates.wanted:
            more = _(
                "Apache-2.0. Nothing leaves this machine but the question for a newer version, which you switched on."
            )
        show_note(self._shell.window, name, more)

    def _refresh(self) -> None:
        session = self._shell.session
        for action, words, plain, full in (
            (self._undo, session.undo_words, _("&Undo"), _("&Undo {edit}")),
            (self._redo, session.redo_words, _("&Redo"), _("&Redo {edit}")),
        ):
            action.setEnabled(words is not None)
            action.setText(full.format(edit=seen(words, 80).replace("&", "&&")) if words else plain)

    def _quit(self) -> None:
        self._shell.window.close()


def _browse(address: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not before it is asked for
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - the same

    QDesktopServices.openUrl(QUrl(address))
