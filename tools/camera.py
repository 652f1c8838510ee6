"""Takes pictures of windows, and puts them on contact sheets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QCursor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.colours import DARK, HIGH_CONTRAST, LIGHT
from wizard.ui.job import Worker

THUMB = 480
COLUMNS = 4
ROWS = 5
"""Of a sheet: more would be too small to read where it is shown whole."""

_COLOURS = 96
"""Of a picture that is shipped."""
_HUE = 0xC0C0C0
"""The bits that colours of one hue share."""
_RGB = 0xFFFFFF
_OURS = frozenset(colour for known in (LIGHT, DARK, HIGH_CONTRAST) for colour in vars(known).values())
"""The colours that mean something: a warning must not look like an error."""


class Camera:
    """Takes pictures into a folder and remembers them for the sheet."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        QCursor.setPos(app.primaryScreen().geometry().bottomRight())  # lest what lies under it shows that it does
        self.taken: list[tuple[str, QPixmap]] = []

    def wait(self, milliseconds: int) -> None:
        """Let the program go on for a while."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < milliseconds:
            self._app.processEvents()

    def rest(self, window: QWidget) -> None:
        """Wait until nothing is worked at beside the window any more."""
        self.wait(100)
        while any(worker.busy for worker in window.findChildren(Worker)):
            self.wait(50)

    def take(self, widget: QWidget, name: str) -> None:
        """Take a picture of a widget."""
        for _turn in range(2):  # what a long turn has changed is laid out in the next
            self.wait(80)
        picture = widget.grab()
        picture.save(str(self._folder / f"{name}.png"))
        self.taken.append((name, picture))

    def keep(self, wanted: Mapping[str, str], folder: Path) -> None:
        """Write pictures into a folder that is shipped, by their names there, in as few colours as they need."""
        folder.mkdir(parents=True, exist_ok=True)
        known = dict(self.taken)
        for name, taken in wanted.items():
            _in_few_colours(known[taken].toImage()).save(str(folder / f"{name}.png"), "PNG", 0)

    def sheets(self) -> int:
        """Put all pictures on contact sheets, and return how many those are."""
        parts = [*batched(self.taken, COLUMNS * ROWS)]
        for number, part in enumerate(parts, 1):
            self._sheet(part).save(str(self._folder / f"sheet-{number}.png"))
        return len(parts)

    def _sheet(self, taken: Sequence[tuple[str, QPixmap]]) -> QPixmap:
        height = THUMB * 5 // 8 + 28
        rows = -(-len(taken) // COLUMNS)
        sheet = QPixmap(COLUMNS * (THUMB + 12), rows * height)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        for number, (name, picture) in enumerate(taken):
            left, top = (number % COLUMNS) * (THUMB + 12), (number // COLUMNS) * height
            small = picture.scaled(
                THUMB, height - 28, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            small.setDevicePixelRatio(1)
            painter.drawText(left + 4, top + 18, name)
            painter.drawPixmap(left, top + 24, small)
        painter.end()
        return sheet


def _in_few_colours(picture: QImage) -> QImage:
    """Return the picture in few colours, which need half the bytes: ours, one of each hue, the most frequent."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = [colour for colour, _count in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    hues = {colour & _HUE: colour for colour in reversed(counted)}
    ours = [colour for colour in counted if f"#{colour & _RGB:06x}" in _OURS]
    colours = [*dict.fromkeys([*ours, *hues.values(), *counted])][:_COLOURS]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8,
        colours,
        Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither,
    )


def batched(taken: Sequence[tuple[str, QPixmap]], size: int) -> Iterator[Sequence[tuple[str, QPixmap]]]:
    """Give so many at a time."""
    return (taken[at : at + size] for at in range(0, len(taken), size))
