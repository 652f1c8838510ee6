"""Colours the parts of a text by its syntax: XML, YAML, JSON, Markdown, HCL, the shell."""

import re
from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QGuiApplication, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from wizard.app.syntax import Syntax
from wizard.ui.colours import Colours, colours

_PATTERNS: Final = {
    Syntax.XML: re.compile(
        r"(?P<comment><!--.*?-->)"
        r"|(?P<punctuation></?|/?>|\?>|<\?)(?=[\w/>?:]|$|\s)?"
        r"|(?P<name>(?<=<)[\w:.-]+|(?<=</)[\w:.-]+)"
        r'|(?P<number>[\w:.-]+(?==["\']))'
        r"|(?P<text>\"[^\"]*\"|'[^']*'(?=[\s/>?]))"
    ),
    Syntax.JSON: re.compile(
        r'(?P<name>"(?:[^"\\]|\\.)*"(?=\s*:))'
        r'|(?P<text>"(?:[^"\\]|\\.)*")'
        r"|(?P<number>-?\b\d+(?:\.\d+)?\b|\btrue\b|\bfalse\b|\bnull\b)"
        r"|(?P<punctuation>[{}\[\],:])"
    ),
    Syntax.YAML: re.compile(
        r"(?P<comment>(?:^|(?<=\s))#.*$)"
        r"|(?P<punctuation>^\s*-(?=\s)|(?<=- )-(?=\s))"
        r'|(?P<name>[\w./$-]+(?=:(?:\s|$))|"(?:[^"\\]|\\.)*"(?=:(?:\s|$)))'
        r"|(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
        r"|(?<=: )[^\s#\[{&*!|>'\"%@`].*$|(?<=- )[^\s#\[{&*!|>'\"%@`-][^:]*$)"
    ),
    Syntax.MARKDOWN: re.compile(
        r"(?P<comment><!--.*?-->)"
        r"|(?P<name>^#{1,6} .*$)"
        r"|(?P<text>``.*?``|`[^`]*`)"
        r"|(?P<number>(?<=\]\()[^)]*(?=\))|<https?://[^>]*>|https?://[^\s)>]*)"
        r"|(?P<punctuation>^\s*(?:[-*+]|\d+\.)(?=\s)|^\s*>|\*\*|\|(?:\s*:?-+:?\s*\|)*)"
    ),
    Syntax.HCL: re.compile(
        r"(?P<comment>(?:#|//).*$)"
        r'|(?P<text>"(?:[^"\\]|\\.)*"|<<-?\w+)'
        r"|(?P<name>^\s*[\w-]+(?=\s*(?:=[^=]|[{\"]|$)))"
        r"|(?P<number>\b\d+(?:\.\d+)?\b|\btrue\b|\bfalse\b|\bnull\b)"
        r"|(?P<punctuation>[{}\[\](),=])"
    ),
    Syntax.SHELL: re.compile(
        r"(?P<comment>(?:^|(?<=\s))#.*$)"
        r"|(?P<text>\"(?:[^\"\\]|\\.)*\"|'[^']*')"
        r"|(?P<number>\$\{?\w+\}?)"
        r"|(?P<name>(?<=\s)--?[\w-]+)"
        r"|(?P<punctuation>[|&;<>\\])"
    ),
}
_FENCE: Final = re.compile(r"\s*(?:```|~~~)")
_IN_FENCE: Final = 1


@cache
def _formats(known: Colours) -> dict[str, QTextCharFormat]:
    made = {}
    for name in ("name", "text", "number", "punctuation", "comment"):
        style = QTextCharFormat()
        style.setForeground(QColor(getattr(known, name)))
        style.setFontItalic(name == "comment")
        made[name] = style
    made["name"].setFontWeight(QFont.Weight.Normal)
    return made


class Highlighter(QSyntaxHighlighter):
    """Colours one document, a line at a time; of the line before only Markdown asks: whether code goes on."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._syntax = Syntax.TEXT
        self._colours = colours(QGuiApplication.palette())

    def speak(self, syntax: Syntax, *, again: bool = True) -> None:
        """Use another syntax from now on; `again`: for the text that is there, which is not about to be replaced."""
        if syntax is not self._syntax:
            self._syntax = syntax
            if again:
                self.rehighlight()

    def recolour(self) -> None:
        """Use the colours of the palette that holds now."""
        self._colours = colours(QGuiApplication.palette())
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        pattern = _PATTERNS.get(self._syntax)
        if pattern is None:
            return
        formats = _formats(self._colours)
        if self._syntax is Syntax.MARKDOWN and self._fenced(text):
            self.setFormat(0, len(text), formats["text"])
            return
        for match in pattern.finditer(text):
            if match.lastgroup:
                self.setFormat(match.start(), match.end() - match.start(), formats[match.lastgroup])

    def _fenced(self, text: str) -> bool:
        """Tell whether a line of Markdown is code or the fence around it, and remember it for the next line."""
        inside = self.previousBlockState() == _IN_FENCE
        fence = _FENCE.match(text) is not None
        self.setCurrentBlockState(_IN_FENCE if inside != fence else 0)
        return inside or fence
