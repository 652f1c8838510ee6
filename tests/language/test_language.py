"""Tests of choosing the program's language."""

from pathlib import Path

import pytest

import wizard.resource
from wizard.language import N_, _, catalogue, chosen, languages, listed, ngettext, speak, wanted

GERMAN = r"""msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Save"
msgstr "Speichern"

msgid "{count} role"
msgid_plural "{count} roles"
msgstr[0] "{count} Rolle"
msgstr[1] "{count} Rollen"
"""


@pytest.fixture(autouse=True)
def _shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship German and Brazilian Portuguese, whatever the program ships."""
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "de.po").write_text(GERMAN, encoding="utf-8")
    (folder / "pt_BR.po").write_text('msgid "Save"\nmsgstr "Salvar"\n\nmsgid ", "\nmsgstr "、"\n', encoding="utf-8")
    monkeypatch.setattr(wizard.resource, "ROOT", tmp_path)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["de"], "de"),
        (["de_AT.UTF-8"], "de"),
        (["de-CH"], "de"),
        (["de_DE@euro"], "de"),
        (["pt_BR.UTF-8"], "pt_BR"),
        (["pt_PT"], "en"),
        (["fr", "de"], "de"),
        (["en_GB.UTF-8", "de"], "en"),
        (["C", "de"], "en"),
        (["C.UTF-8", "de"], "en"),
        (["../de"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_is_shipped_is_chosen(asked: list[str], code: str) -> None:
    """A locale stands for its language; English and C are what needs no translation."""
    assert chosen(*asked) == code


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"LANG": "de_DE.UTF-8"}, ("de_DE.UTF-8",)),
        ({"LANGUAGE": "fr:de", "LANG": "en_US.UTF-8"}, ("fr", "de")),
        ({"LANGUAGE": "", "LC_ALL": "ja_JP.UTF-8", "LANG": "de_DE.UTF-8"}, ("ja_JP.UTF-8",)),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LANG": "de_DE.UTF-8"}, ("ja_JP.UTF-8",)),
        ({"LANG": ""}, ()),
    ],
)
def test_the_environment_says_what_is_wanted(environment: dict[str, str], asked: tuple[str, ...]) -> None:
    """LANGUAGE goes before LC_ALL, LC_MESSAGES and LANG; an empty one says nothing."""
    assert wanted(environment) == asked


def test_a_text_is_said_in_the_language_that_is_spoken() -> None:
    """Speaking German translates what is said from then on."""
    speak("de_DE.UTF-8")
    assert (_("Save"), _("Quit"), N_("Save")) == ("Speichern", "Quit", "Save")
    assert [ngettext("{count} role", "{count} roles", count) for count in (1, 2)] == ["{count} Rolle", "{count} Rollen"]


def test_english_needs_no_file() -> None:
    """English is spoken without a translation, and has two forms of what counts."""
    speak("en")
    assert _("Save") == "Save"
    assert [ngettext("{count} role", "{count} roles", count) for count in (1, 0)] == ["{count} role", "{count} roles"]


def test_a_catalogue_is_independent_of_what_is_spoken() -> None:
    """The runbook's language is the one named, or English, whatever the program speaks."""
    speak("de")
    assert (catalogue("pt_BR")("Save"), catalogue("en")("Save"), catalogue("fr")("Save")) == ("Salvar", "Save", "Save")


def test_one_more_file_is_one_more_language() -> None:
    """The languages are the files that are there, English first."""
    assert languages() == ("en", "de", "pt_BR")


def test_a_row_of_texts_has_the_comma_of_its_language() -> None:
    """A language may have a comma of its own, and no space after it."""
    assert listed(["a", "b"]) == "a, b"
    speak("pt_BR")
    assert listed(["a", "b"]) == "a、b"
