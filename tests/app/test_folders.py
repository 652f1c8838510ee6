"""Where settings and unsaved plans are kept."""

from pathlib import Path

import pytest

from wizard.app.folders import folders

HOME = Path("/home/ada").absolute()


def test_linux_follows_the_xdg_specification() -> None:
    """The variables count where they are absolute, else the specification's defaults."""
    config, state = HOME / "conf", HOME / "st"
    asked = folders("linux", {"XDG_CONFIG_HOME": str(config), "XDG_STATE_HOME": str(state)}, HOME)
    assert asked == (config / "session-tag-wizard", state / "session-tag-wizard")
    relative = folders("linux", {"XDG_CONFIG_HOME": "conf", "XDG_STATE_HOME": ""}, HOME)
    assert relative == (
        HOME / ".config" / "session-tag-wizard",
        HOME / ".local" / "state" / "session-tag-wizard",
    )


def test_macos_keeps_everything_in_application_support() -> None:
    """Apple's folder for what a program keeps by itself."""
    assert set(folders("darwin", {}, HOME)) == {HOME / "Library" / "Application Support" / "Session Tag Wizard"}


@pytest.mark.parametrize("environment", [{}, {"APPDATA": str(HOME / "r"), "LOCALAPPDATA": str(HOME / "l")}])
def test_windows_keeps_settings_roaming_and_state_local(environment: dict[str, str]) -> None:
    """The settings move with the person, the unsaved plans stay on the machine."""
    known = folders("win32", environment, HOME)
    roaming = Path(environment.get("APPDATA", HOME / "AppData" / "Roaming"))
    local = Path(environment.get("LOCALAPPDATA", HOME / "AppData" / "Local"))
    assert known == (roaming / "Session Tag Wizard", local / "Session Tag Wizard")
