"""All the views, in order."""

from functools import cache

import wizard.app.views
from wizard.app.views.view import View
from wizard.discovery import discovered


@cache
def all_views() -> tuple[View, ...]:
    """Return every view, in order; NothingFound where the installation holds none."""
    return tuple(sorted(discovered(wizard.app.views, "VIEW", View), key=lambda view: view.order))


def view_of(view_id: str) -> View:
    """Return the view of that id; LookupError where there is none."""
    for view in all_views():
        if view.id == view_id:
            return view
    raise LookupError(view_id)
