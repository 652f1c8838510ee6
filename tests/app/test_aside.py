"""What the program remembers is read without waiting and without end, or not at all."""

import os
import sys
from pathlib import Path

import pytest

from wizard.app.aside import remembered


def test_a_text_is_read_up_to_its_limit(tmp_path: Path) -> None:
    """One byte more was not written by this program, and whoever put it there does not fill the memory."""
    file = tmp_path / "recent.json"
    file.write_text("é" * 4, encoding="utf-8")
    assert remembered(file, 8) == "éééé"
    with pytest.raises(ValueError, match="8"):
        remembered(file, 7)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    """A pipe is refused before it is opened."""
    os.mkfifo(tmp_path / "recent.json")
    with pytest.raises(OSError, match="22"):
        remembered(tmp_path / "recent.json")
