"""The guide in a window of its own: each step and view in words and with a picture, shown from the program's files."""

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPixmap, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from wizard.app.guide import Section, guide_sections
from wizard.language import _
from wizard.quoting.xml_text import attribute_value, element_text
from wizard.ui.colours import colours

_SIZE: Final = (900, 720)
_MARGIN: Final = 16
_WIDEST: Final = 1280
"""The pictures' own width."""


class GuidePage(QTextBrowser):
    """All sections below each other; a link of the list at the top leads to one, Home back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = guide_sections()
        self._written = 0
        self.setAccessibleName(_("Guide"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would hang on the height
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(lambda address: self.scrollToAnchor(address.fragment()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write it anew where the pictures would be wider than the page, or could be larger."""
        super().resizeEvent(event)
        width = min(_WIDEST, self.viewport().width() - 2 * _MARGIN)
        if width > 0 and width != self._written:
            there, whole = self.verticalScrollBar().value(), max(1, self.verticalScrollBar().maximum())
            self._written = width
            self.setHtml(guide_html(self._sections, width))
            self.verticalScrollBar().setValue(there * self.verticalScrollBar().maximum() // whole)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture in the size in which it is shown, so that its words are not torn, with a frame around it.

        The pictures are of the light theme, whichever is used: those of all three would treble their size.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QPixmap(QUrl(name).toLocalFile())
        width = min(picture.width(), round(self._written * self.devicePixelRatioF()))
        return _framed(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation), self.palette())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the top and to the end with Home and End alone."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


def _framed(picture: QPixmap, palette: QPalette) -> QPixmap:
    painter = QPainter(picture)
    painter.setPen(colours(palette).of("edge"))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


class GuideDialog(QDialog):
    """The guide, opened at a step or a view; Escape closes it."""

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Guide"))
        self.page = GuidePage(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self.page.setFocus()
        QTimer.singleShot(0, self.page, lambda: self.page.scrollToAnchor(section))


def show_guide(section: str, parent: QWidget) -> GuideDialog:
    """Open the guide at a step's or view's section, and return the open dialog."""
    dialog = GuideDialog(section, parent.window())
    dialog.open()
    return dialog


def guide_html(sections: tuple[Section, ...], width: int) -> str:
    """Return the guide as a page for pictures of that width."""
    links = "".join(f'<li><a href="#{each.id}">{element_text(each.title)}</a></li>' for each in sections)
    return f"<ul>{links}</ul>" + "".join(_section_html(each, width) for each in sections)


def _section_html(section: Section, width: int) -> str:
    question, *more = (element_text(text) for text in section.texts)
    source = attribute_value(QUrl.fromLocalFile(section.picture).toString())
    return (
        f'<h2><a name="{section.id}"></a>{element_text(section.title)}</h2><p><b>{question}</b></p>'
        + "".join(f"<p>{text}</p>" for text in more)
        + f'<p><img src="{source}" width="{width}" alt="{attribute_value(section.title)}"></p>'
    )
