"""A person at an empty home, who runs what ``make dist`` has built."""

from pathlib import Path

import pytest

from tests.installers.built import at_home


@pytest.fixture
def person(tmp_path: Path) -> dict[str, str]:
    """Give the environment of a person with an empty home."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return at_home(home)
