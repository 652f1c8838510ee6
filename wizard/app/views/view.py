"""A view: what the plan comes to, looked at beside the steps. It asks nothing for the plan itself."""

from typing import NamedTuple


class View(NamedTuple):
    """What one module of :mod:`wizard.app.views` defines, as ``VIEW``. Texts are English, translated where shown.

    Attributes:
        id: stable; the module of :mod:`wizard.ui.views` that shows it bears it as its name. No step has the same.
        order: its place among the views; gaps leave room for new ones.
        title: its name in the list under the steps and in the menu.
        question: the administrator's own question, the heading of its page.
        hint: what it answers from, in one line.
    """

    id: str
    order: int
    title: str
    question: str
    hint: str
