"""The guide: each step and view has its words and its picture, in every language."""

from pathlib import Path

import pytest

from wizard.app.guide import FOLDER, guide_sections, picture
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.language import languages, speak
from wizard.resource import resource

PLACES = [each.id for each in (*all_steps(), *all_views())]
LARGEST = 100_000
"""Bytes of one picture: the packages bring them all along."""


@pytest.mark.parametrize("language", languages())
def test_every_step_and_view_has_a_picture_in_each_language(language: str) -> None:
    """The pictures lie where the guide looks, there are no others, and none is large."""
    speak(language)
    files = sorted(Path(resource(FOLDER, language)).iterdir())
    assert [Path(section.picture) for section in guide_sections()] == [
        Path(resource(FOLDER, language, f"{place}.png")) for place in PLACES
    ]
    assert [file.stem for file in files] == sorted(PLACES)
    assert all(file.read_bytes().startswith(b"\x89PNG") and file.stat().st_size < LARGEST for file in files)


def test_a_language_without_pictures_shows_the_english_ones(pseudo_language: object) -> None:
    """A missing picture falls back, as a missing sentence does."""
    del pseudo_language
    assert picture("tags") == resource(FOLDER, "en", "tags.png")


def test_a_section_says_what_is_asked_and_where_the_answer_is_found() -> None:
    """The guide and the pages say the same: it is written once."""
    first = guide_sections()[0]
    step = all_steps()[0]
    assert (first.id, first.title, first.texts[:2]) == (step.id, step.title, (step.question, step.hint))
    assert all(len(section.texts) == len(set(section.texts)) == 3 for section in guide_sections())
