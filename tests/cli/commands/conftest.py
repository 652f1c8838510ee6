"""What the tests of the commands share."""

from pathlib import Path

import pytest

from tests.cli.commands.two_roles import PLAN


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give a plan of two roles in two accounts."""
    path = tmp_path / "two.yaml"
    path.write_text(PLAN)
    return path
