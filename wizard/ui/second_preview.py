"""A second preview below the first one, for who wants to see two artefacts at once; made when it is first asked for."""

from collections.abc import Callable
from typing import Final

from wizard.app.session import Session
from wizard.language import _
from wizard.ui.frame import Frame
from wizard.ui.menu_text import plain_words
from wizard.ui.preview_presenter import PreviewPresenter

_OTHERS: Final = ("okta-preview", "assertion")
"""What it shows at first: what Okta shows, beside what AWS receives."""


class SecondPreview:
    """The second preview.

    Attributes:
        presenter: what it shows; None before it was first asked for.
    """

    def __init__(
        self, session: Session, frame: Frame, told: Callable[[str], None], asked: Callable[[str], None]
    ) -> None:
        self._session = session
        self._frame = frame
        self._told = told
        self._asked = asked
        self.presenter: PreviewPresenter | None = None

    @property
    def shown(self) -> bool:
        """Whether it is there."""
        return self._frame.second is not None and not self._frame.second.isHidden()

    @property
    def focused(self) -> PreviewPresenter | None:
        """Return what it shows while it has the keyboard."""
        pane, focus = self._frame.second, self._frame.focusWidget()
        return self.presenter if pane is not None and pane.isAncestorOf(focus) else None

    def show(self, kind: str = "", *, beside: str = "") -> None:
        """Show it, with the preview that it had, or one that is not the one it stands beside."""
        if self.presenter is None:
            self.presenter = self._made()
            kind = kind or next(other for other in _OTHERS if other != beside)
        pane = self.presenter.pane
        pane.text.wrap(wraps=self._frame.preview.text.wraps)
        pane.show()
        self.presenter.refresh()
        self.presenter.choose(kind)

    def hide(self) -> None:
        """Leave one preview."""
        if self._frame.second is not None:
            self._frame.second.hide()

    def follow(self) -> None:
        """Write what the session says after a change."""
        if self.presenter is not None and self.shown:
            self.presenter.follow()

    def end(self) -> None:
        """End what still runs; the window closes."""
        if self.presenter is not None:
            self.presenter.end()

    def recolour(self) -> None:
        """Draw again what has the colours of a theme in it."""
        if self._frame.second is not None:
            self._frame.second.text.recolour()

    def _made(self) -> PreviewPresenter:
        pane = self._frame.split_preview()
        pane.kind.name_by_itself(_("Second preview of"))
        pane.text.setAccessibleName(_("Second preview"))
        pane.copy.setText(plain_words(pane.copy.text()))  # the key is the first one's
        pane.copy.setAccessibleName(_("Copy the second preview"))
        pane.chooses_person = False
        return PreviewPresenter(self._session, pane, self._told, self._asked)
