"""Tests of the languages that are shipped: what they hold fits the program, and little is missing."""

import re
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tools.translations import FOLDER, template
from wizard.language import catalogue, languages

TRANSLATED = [code for code in languages() if code != "en"]
OLD_STYLE = re.compile(r"%\(\w+\)[a-z]|%[sr]")
MNEMONIC = re.compile("&[A-Za-zÀ-ž]")
ENOUGH = 0.95
"""Less than everything: a new sentence is shown in English until somebody has translated it."""


def read(code: str) -> Catalog:
    """Return a language's file."""
    with (FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def pairs(message: Message) -> list[tuple[str, str]]:
    """Return the texts of a message, each with its translation; nothing where it has none."""
    if isinstance(message.id, tuple):
        return [(message.id[1], form) for form in message.string if form]
    return [(message.id, str(message.string))] if message.id and message.string else []


def placeholders(text: str) -> set[str]:
    """Return what is filled into a text: by name, or in the old style; nothing where its braces are mere signs."""
    try:
        fields = [(name, conversion) for _text, name, _spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        return set()
    return {f"{name}!{conversion}" for name, conversion in fields} | set(OLD_STYLE.findall(text))


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_is_filled_with_what_its_text_is(code: str) -> None:
    """Every translation has the placeholders of its text, no other, and none is missing."""
    found = [pair for message in read(code) for pair in pairs(message)]
    assert [text for text, said in found if placeholders(text) != placeholders(said)] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_stands_as_its_text_does(code: str) -> None:
    """A line end, a space before a text in the middle of a line, and the underlined letter of a menu are kept."""
    found = [pair for message in read(code) for pair in pairs(message)]
    assert [text for text, said in found if text.endswith("\n") != said.endswith("\n")] == []
    assert [
        text for text, said in found if bool(re.search("&[A-Za-z]", text)) != bool(re.search("&[A-Za-zÀ-ž]", said))
    ] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_file_holds_only_what_is_used(code: str) -> None:
    """No entry is doubtful, and none is left over from a text that is no longer said."""
    catalog = read(code)
    assert not catalog.obsolete
    assert [message.id for message in catalog if message.fuzzy] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_program_reads_a_file_as_gettext_does(code: str) -> None:
    """What Babel reads from the file is what the program says."""
    words = catalogue(code)
    single = [message for message in read(code) if isinstance(message.id, str)]
    assert [
        message.id for message in single if message.string and message.id and words(message.id) != message.string
    ] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_names_itself(code: str) -> None:
    """Its own name is how a language calls English, so that the menu can list it."""
    assert catalogue(code)("English") != "English"


@pytest.mark.parametrize("code", TRANSLATED)
def test_little_is_missing(code: str) -> None:
    """Nearly all that the program says is translated; what is not is listed by ``make translations``."""
    catalog = read(code)
    said = [message.id for message in template() if message.id]
    lacking = [text for text in said if (found := catalog.get(text)) is None or not pairs(found)]
    assert len(lacking) <= (1 - ENOUGH) * len(said), lacking
