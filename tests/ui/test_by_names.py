"""The whole way as assistive technology goes it: the program itself, over AT-SPI, by names alone."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.evidence import okta
from tests.ui.screen_reader import ScreenReader, heard

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how Linux hears an app")


@pytest.fixture
def reader(qapp: QApplication, tmp_path: Path) -> Iterator[ScreenReader]:
    """Start the program for the first time in a home of its own, on this process's screen, and give what sees it."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    own = {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home / "config", "XDG_STATE_HOME": home / "state"}
    surroundings = {**os.environ, **{name: str(folder) for name, folder in own.items()}, "LANGUAGE": "en"}
    with heard([sys.executable, "-m", "wizard"], surroundings) as reader:
        yield reader


def test_from_the_first_start_to_preflight_by_names_alone(reader: ScreenReader, tmp_path: Path) -> None:
    """A template, a name for it, the bundle, a sign-in compared with it, and a list of people judged."""
    begin(reader)
    bundle = tmp_path / "bundle"
    export(reader, bundle)
    assert any("Named by voice" in file.read_text(encoding="utf-8") for file in bundle.rglob("*.md"))
    verify(reader)
    judge(reader, tmp_path)


def begin(reader: ScreenReader) -> None:
    """Take the example, give it another name, and hear of a mistake when its field is left."""
    reader.choose("What does the plan start from?", "Team and project")
    reader.press("Use this template")
    reader.see("Steps and views", "Tags, fine")
    reader.write("Plan name", "Named by voice")
    reader.find("frame", "Named by voice")
    reader.go_to("Okta org")
    reader.write("Okta org", "acme okta")
    reader.go_to("Plan name")
    reader.hear("acme okta")
    reader.write("Okta org", "acme.okta.com")


def export(reader: ScreenReader, bundle: Path) -> None:
    """Go from step to step to the last one, and export there."""
    for title in ("Tags", "Profile attributes", "AWS accounts and roles", "Access", "Review and export"):
        reader.press(f"Next: {title}")
    reader.hear("Is it right, and where shall it go?")
    reader.write("Where the bundle goes", str(bundle))
    reader.press("Export bundle")
    reader.hear(f"files to {bundle}")


def verify(reader: ScreenReader) -> None:
    """Compare a sign-in in which one value is another."""
    reader.choose("Steps and views", "Verify")
    reader.write("Evidence", okta.response(okta.ada(team=["data"])).decode())
    reader.press("Compare with the plan")
    reader.hear("It differs")
    reader.see("What was sent, beside the plan", "data", "table")


def judge(reader: ScreenReader, folder: Path) -> None:
    """Judge a list in which one person would fail."""
    people = folder / "people.csv"
    people.write_text("login,team,project\nada@example.com,platform,apollo\nbob@example.com,R&D,apollo\n")
    reader.choose("Steps and views", "People")
    reader.press("Open people")
    reader.write("File name", str(people))
    reader.press("Open")
    reader.hear("1 of 2 people would fail")
    reader.see("People", "bob@example.com", "table")
