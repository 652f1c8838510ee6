"""A list whose rows keep their size whatever they say, so that a change of one paints that row and lays nothing out."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QListWidget

Index = QModelIndex | QPersistentModelIndex


class SteadyList(QListWidget):
    """A list widget that is spared what Qt does at each change of a row: measuring and painting all of them."""

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Show, and tell assistive technology of, the rows that changed."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))
