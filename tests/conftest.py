"""What every test stands on: the named plans, one language, and no trace left behind."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import named
from wizard.language import speak
from wizard.plan.model import Plan

settings.register_profile(
    "quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to take the snapshots anew."""
    parser.addoption("--update-snapshots", action="store_true", help="write tests/snapshots as the program renders now")


@pytest.fixture(autouse=True)
def _same_surroundings() -> Iterator[None]:
    """Fail the test that leaves the working folder or the environment changed."""
    folder, variables = Path.cwd(), dict(os.environ)
    yield
    assert Path.cwd() == folder
    changed = {name for name, _ in variables.items() ^ os.environ.items()} - {"PYTEST_CURRENT_TEST"}
    assert not changed, "the test leaves these environment variables changed"


@pytest.fixture(autouse=True)
def _one_language(_same_surroundings: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test depend on the language of the machine, or leave another one behind."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    speak("en")
    yield
    speak("en")


@pytest.fixture
def pseudo_language(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak the language that nobody speaks, in which whatever still reads like English cannot be translated."""
    from tests import pseudo

    folder = tmp_path_factory.mktemp("translations")
    pseudo.write_language(folder)
    monkeypatch.setattr("wizard.language.FOLDER", str(folder))
    speak(pseudo.CODE)


@pytest.fixture
def named_plans() -> dict[str, Plan]:
    """Give every named plan by name."""
    return named.plans()


@pytest.fixture(params=sorted(named.PLANS))
def named_plan(request: pytest.FixtureRequest) -> Plan:
    """Give each named plan in turn."""
    return named.plan(request.param)
