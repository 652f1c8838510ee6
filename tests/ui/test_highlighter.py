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
        (Syntax.MARKDOWN, "## Step", "name=## Step"),
        (Syntax.MARKDOWN, "- run `make`", "punctuation=- text=`make`"),
        (Syntax.MARKDOWN, "[Source](https://a.b)", "number=https://a.b"),
        (Syntax.HCL, '  name = "team" # why', 'name=  name punctuation== text="team" comment=# why'),
        (Syntax.HCL, "  size = 3600", "name=  size punctuation== number=3600"),
        (Syntax.SHELL, "aws iam --role 'x' $HOME", "name=--role text='x' number=$HOME"),
        (Syntax.TEXT, '"a": 1', ""),
    ],
)
def test_each_part_has_its_colour(qapp: QApplication, syntax: Syntax, line: str, expected: str) -> None:
    """Names, values, numbers, marks and remarks are told apart."""
    assert " ".join(f"{colour}={part}" for part, colour in parts(qapp, syntax, line)) == expected


def test_code_in_markdown_is_coloured_to_the_end_of_its_fence(qapp: QApplication) -> None:
    """What looks like a heading in a block of code is none, and after the block headings are headings again."""
    apply_theme(qapp, Theme.LIGHT)
    document = QTextDocument("```\n# code\n```\n# heading")
    highlighter = Highlighter(document)
    highlighter.speak(Syntax.MARKDOWN)
    highlighter.rehighlight()
    colours = []
    for number in range(4):
        block = document.findBlockByNumber(number)
        spans = block.layout().formats()
        colours.append(spans[0].format.foreground().color().name())
    assert colours == [LIGHT.text, LIGHT.text, LIGHT.text, LIGHT.name]
