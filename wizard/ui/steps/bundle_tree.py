"""Shows the files that an export writes, folder by folder, with their sizes."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QLocale, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from wizard.bundle.artefact import BundleFile
from wizard.language import _
from wizard.ui.tip import tip

_FEW: Final = 30
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class BundleTree(QTreeWidget):
    """The bundle's files; `rows` of them can be seen without scrolling."""

    def __init__(self, rows: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = rows
        self._files: tuple[BundleFile, ...] = ()
        self.setAccessibleName(_("Files of the bundle"))
        self.setHeaderLabels([_("File"), _("Size")])
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_files(self, files: Sequence[BundleFile]) -> None:
        """Show these files; nothing is written where they are the same."""
        if tuple(files) == self._files:
            return
        if [file.path for file in files] == [file.path for file in self._files]:
            for item, file in zip(self.leaves(), sorted(files, key=_place), strict=True):
                _size(item, file)
        else:
            self._build(files)
        self._files = tuple(files)
        self.updateGeometry()

    def _build(self, files: Sequence[BundleFile]) -> None:
        self.clear()
        folders: dict[str, QTreeWidgetItem] = {}
        for file in sorted(files, key=_place):
            folder, _slash, name = file.path.rpartition("/")
            item = QTreeWidgetItem([name, ""])
            item.setToolTip(0, tip(file.path))
            item.setData(0, _SPOKEN, f"{_('File')}: {name}")
            self._put(item, self._folder(folder, folders))
            _size(item, file)
        for folder, item in folders.items():
            item.setExpanded(len(files) <= _FEW or "/" not in folder)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _folder(self, path: str, folders: dict[str, QTreeWidgetItem]) -> QTreeWidgetItem | None:
        if not path:
            return None
        if path not in folders:
            parent, _slash, name = path.rpartition("/")
            above = self._folder(parent, folders)
            folders[path] = QTreeWidgetItem([name, ""])
            self._put(folders[path], above)
        return folders[path]

    def _put(self, item: QTreeWidgetItem, parent: QTreeWidgetItem | None) -> None:
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)

    def leaves(self) -> Iterable[QTreeWidgetItem]:
        """Yield the items of the files, in order."""
        waiting = [self.topLevelItem(row) for row in reversed(range(self.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is None:
                continue
            if item.childCount():
                waiting.extend(item.child(row) for row in reversed(range(item.childCount())))
            else:
                yield item

    def sizeHint(self) -> QSize:
        """Return the height of some rows."""
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        rows = min(self._most, len(self._files) + 4)
        return QSize(280, rows * row + self.header().sizeHint().height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(240, self.sizeHint().height())


def size_words(count: int) -> str:
    """Return a number of bytes in words, in the person's own way of writing numbers."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def size_of(file: BundleFile) -> int:
    """Return how many bytes the file takes."""
    return len(file.text.encode("utf-8", "surrogatepass"))


def _size(item: QTreeWidgetItem, file: BundleFile) -> None:
    words = size_words(size_of(file))
    if item.text(1) != words:
        item.setText(1, words)
        item.setData(1, _SPOKEN, f"{_('Size')}: {words}")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _place(file: BundleFile) -> tuple[bool, tuple[str, ...]]:
    """Return the key that puts files before folders, and folders in the order of their names."""
    *folders, name = file.path.split("/")
    return bool(folders), (*folders, name)
