"""The start: what is imported before the first window, and what a broken settings file costs."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.named import PLANS
from tests.ui.at_work import AtWork
from wizard.ui.theme import Theme

Open = Callable[..., AtWork]

STARTED = """
    import linecache
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    import PySide6.QtCore
    from wizard.app.folders import Folders
    from wizard.ui.boot import Boot
    from wizard.ui.theme import Theme
    app = QApplication([])
    boot = Boot(app, Folders(Path(sys.argv[1]), Path(sys.argv[1])), None, Theme(sys.argv[2]))
    def painted():
        print(*sorted(sys.modules))
        print("Qt" in vars(PySide6.QtCore))
        files = {module.__file__ for name, module in sys.modules.items() if name.startswith("wizard.")}
        print(len(files & linecache.cache.keys()))
        sys.stdout.flush()
        app.exit(0)
    boot.furnish = painted
    boot.show()
    app.exec()
"""


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_first_window_imports_nothing_that_it_does_not_need(tmp_path: Path, theme: Theme) -> None:
    """Neither plan nor rules, nor Qt's namespace of enumerations, nor the modules' sources are loaded before it."""
    arguments = [sys.executable, "-c", textwrap.dedent(STARTED), str(tmp_path), theme]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True, env=dict(os.environ))
    modules, touched, sources = done.stdout.splitlines()
    loaded = {name.split(".")[1] for name in modules.split() if name.startswith("wizard.")}
    assert loaded <= {"app", "discovery", "frozen", "language", "resource", "ui"}
    assert not {"lxml", "yaml", "qdarkstyle", "PySide6.QtSvg"} & set(modules.split())
    assert "wizard.app.session" not in modules.split()
    assert touched == "False"
    assert int(sources) <= 1  # the import that was under way when Python's own was put back


@pytest.mark.parametrize("broken", [b"\x00\xff\xfe", b"[window\ngeometry=@ByteArray(", b"theme=9\n[preview]\nx=1"])
def test_a_broken_settings_file_does_not_stop_the_start(at_work: Open, tmp_path: Path, broken: bytes) -> None:
    """The window opens with its defaults."""
    file = tmp_path / "own" / "config" / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(broken)
    app = at_work(PLANS["team-project"], None)
    assert app.frame.preview.kind.currentData() == "assertion"


def test_a_settings_file_that_is_no_settings_is_set_aside(at_work: Open, tmp_path: Path) -> None:
    """What could not be read is still there to be looked at."""
    file = tmp_path / "own" / "config" / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"[window\nkey")
    at_work(None, None).window.close()
    assert file.read_bytes().startswith(b"[")
    assert (file.with_name("window.ini.unreadable")).read_bytes() == b"[window\nkey"


def test_the_window_remembers_its_place(at_work: Open) -> None:
    """Size, panes and preview are what they were."""
    app = at_work(PLANS["team-project"])
    app.window.resize(1100, 700)
    app.settle()
    app.frame.across.setSizes([180, 500, 420])
    app.desk.shell.previews.choose("rows")
    sizes = app.frame.across.sizes()
    app.window.close()
    again = at_work(PLANS["team-project"])
    assert (again.window.width(), again.window.height()) == (1100, 700)
    assert again.frame.across.sizes() == sizes
    assert again.frame.preview.kind.currentData() == "rows"


def test_a_theme_named_at_the_start_holds_for_that_start_only(at_work: Open) -> None:
    """`--theme` does not change what is remembered."""
    at_work(None, Theme.HIGH_CONTRAST).window.close()
    again = at_work(None, None)
    assert again.desk.theme is Theme.SYSTEM
