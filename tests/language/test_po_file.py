"""Tests of reading a language's file."""

from pathlib import Path

import pytest

from wizard.language.po_file import Catalogue, read_catalogue, read_text

HEADER = r"""msgid ""
msgstr ""
"Language: de\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
POLISH = r"""msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

msgid "{count} role"
msgid_plural "{count} roles"
msgstr[0] "{count} rola"
msgstr[1] "{count} role"
msgstr[2] "{count} ról"
"""


@pytest.mark.parametrize(
    ("entry", "text", "translation"),
    [
        ('msgid "Save"\nmsgstr "Speichern"\n', "Save", "Speichern"),
        ('#: wizard/a.py\n#, python-brace-format\nmsgid "{n} left"\nmsgstr "noch {n}"\n', "{n} left", "noch {n}"),
        ('msgid ""\n"one\\n"\n"two"\nmsgstr ""\n"eins\\n"\n"zwei"\n', "one\ntwo", "eins\nzwei"),
        ('msgid "a \\"b\\" \\\\n"\nmsgstr "A \\"B\\" \\\\n"\n', 'a "b" \\n', 'A "B" \\n'),
        ('msgid "Save"\nmsgstr "Speichern"', "Save", "Speichern"),
        ('msgid "Save"\nmsgstr ""\n', "Save", "Save"),
        ('#, fuzzy\nmsgid "Save"\nmsgstr "Sichern"\n', "Save", "Save"),
        ('#~ msgid "Save"\n#~ msgstr "Sichern"\n', "Save", "Save"),
    ],
)
def test_a_text_is_its_translation_or_itself(entry: str, text: str, translation: str) -> None:
    """A whole translation is taken; one that is missing, doubtful or out of use leaves the English text."""
    assert Catalogue(HEADER + entry).text(text) == translation


@pytest.mark.parametrize(("count", "form"), [(1, "rola"), (2, "role"), (5, "ról"), (12, "ról"), (22, "role")])
def test_a_count_takes_the_form_of_the_language(count: int, form: str) -> None:
    """The header tells which of a language's forms a number takes."""
    counted = Catalogue(POLISH).counted("{count} role", "{count} roles", count)
    assert counted == f"{{count}} {form}"


def test_an_unknown_count_is_english() -> None:
    """A counting text without a translation has the English forms."""
    catalogue = Catalogue(POLISH)
    assert [catalogue.counted("a tag", "{count} tags", count) for count in (0, 1, 2)] == [
        "{count} tags",
        "a tag",
        "{count} tags",
    ]


def test_the_header_is_no_text() -> None:
    """The empty text is not translated by the file's header."""
    assert Catalogue(HEADER).text("") == ""


def test_a_file_that_cannot_be_read_leaves_english(tmp_path: Path) -> None:
    """A missing file, and one that is no text, translate nothing."""
    broken = tmp_path / "xx.po"
    broken.write_bytes(b'msgid "Save"\nmsgstr "\xff"\n')
    assert read_catalogue(broken).text("Save") == "Save"
    assert read_catalogue(tmp_path / "yy.po").text("Save") == "Save"


def test_one_text_is_read_alone(tmp_path: Path) -> None:
    """Of a whole file one text is told; where it is missing, fuzzy, or the file cannot be read, it stays English."""
    file = tmp_path / "xx.po"
    file.write_text('msgid ""\nmsgstr ""\n\nmsgid "Save"\nmsgstr "Salvi"\n\n#, fuzzy\nmsgid "Open"\nmsgstr "Fermi"\n')
    assert [read_text(file, text) for text in ("Save", "Open", "Close")] == ["Salvi", "Open", "Close"]
    assert read_text(tmp_path / "yy.po", "Save") == "Save"
