"""Opens the views that the session looks at, and lets them go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from wizard.app.session import Session
from wizard.app.views.registry import all_views, view_of
from wizard.ui.frame import Frame
from wizard.ui.view_page import ViewPage, page_of


class ViewPresenter:
    """The views of the window; a page is made when its view is first opened."""

    def __init__(
        self,
        session: Session,
        frame: Frame,
        told: Callable[[str], None],
        asked: Callable[[str], None],
        opened: Callable[[Path], None],
    ) -> None:
        self._session = session
        self._frame = frame
        self._told = told
        self._asked = asked
        self._opened = opened
        self._pages: dict[str, ViewPage] = {}
        self._shown = ""
        frame.steps.show_views(all_views())
        frame.steps.view_chosen.connect(session.look)

    def refresh(self) -> bool:
        """Show the view that the session looks at; return whether there is one."""
        view_id = self._session.view
        if view_id != self._shown:
            self._leave()
        if view_id:
            self._page(view_id).refresh()  # before it is shown: what is in sight, Qt lays out anew at each change
        if view_id != self._shown:
            self._shown = view_id
            self._frame.aside.setVisible(not view_id)
            if view_id:
                self._frame.page.show_question(view_of(view_id))
                self._frame.page.show_page(view_id)
        return bool(view_id)

    def page(self, view_id: str) -> ViewPage:
        """Return the page of a view that has been opened."""
        return self._pages[view_id]

    def end(self) -> None:
        """End what the views still run; the window closes."""
        for page in self._pages.values():
            page.leave()
            page.end()

    def _leave(self) -> None:
        if self._shown:
            self._pages[self._shown].leave()

    def _page(self, view_id: str) -> ViewPage:
        if view_id not in self._pages:
            self._pages[view_id] = self._made(view_id)
        return self._pages[view_id]

    def _made(self, view_id: str) -> ViewPage:
        page = self._frame.page.add_page(view_id, partial(page_of, view_id, self._session), fills=True)
        page.path_asked.connect(self._asked)
        page.told.connect(self._told)
        page.plan_dropped.connect(self._opened)
        page.counted.connect(lambda count, words: self._frame.steps.show_count(view_id, count, words))
        return page
