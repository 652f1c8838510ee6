"""Which part of a line gets which colour."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from wizard.app.syntax import Syntax
from wizard.ui.colours import LIGHT
from wizard.ui.highlighter import Highlighter
from wizard.ui.theme import Theme, apply_theme


def parts(qapp: QApplication, syntax: Syntax, line: str) -> list[tuple[str, str]]:
    """Return the coloured parts of a line, each with the name of its colour."""
    apply_theme(qapp, Theme.LIGHT)
    names = {getattr(LIGHT, name): name for name in ("text", "number", "punctuation", "comment", "name")}
    document = QTextDocument(line)
    highlighter = Highlighter(document)
    highlighter.speak(syntax)
    highlighter.rehighlight()
    spans = document.firstBlock().layout().formats()
    return [
        (line[span.start : span.start + span.length], names[span.format.foreground().color().name()]) for span in spans
    ]


@pytest.mark.parametrize(
    ("syntax", "line", "expected"),
    [
        (Syntax.JSON, '  "Sid": "SignIn",', 'name="Sid" punctuation=: text="SignIn" punctuation=,'),
        (Syntax.JSON, '"a\\"b": 12', 'name="a\\"b" punctuation=: number=12'),
        (Syntax.XML, '<a:B Name="x"/>', 'punctuation=< name=a:B number=Name text="x" punctuation=/>'),
        (Syntax.XML, "</a:B>", "punctuation=</ name=a:B punctuation=>"),
        (Syntax.XML, "<!--it's-->", "comment=<!--it's-->"),
        (Syntax.YAML, "- name: user.team", "punctuation=- name=name text=user.team"),
        (Syntax.YAML, "value: '{\"team\"}'", "name=value text='{\"team\"}'"),
        (Syntax.YAML, "#remark", "comment=#remark"),
        (Syntax.TEXT, '"a": 1', ""),
    ],
)
def test_each_part_has_its_colour(qapp: QApplication, syntax: Syntax, line: str, expected: str) -> None:
    """Names, values, numbers, marks and remarks are told apart."""
    assert " ".join(f"{colour}={part}" for part, colour in parts(qapp, syntax, line)) == expected
