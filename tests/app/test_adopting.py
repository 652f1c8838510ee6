"""Files and pasted texts become a plan."""

from pathlib import Path

import pytest

from tests.evidence.okta import response
from tests.evidence.shapes import base64
from tests.named import PLANS, plan
from wizard.adoption import NotReadable
from wizard.app.adopting import adoption_of, remarks_text
from wizard.app.dropped import is_plan_file
from wizard.bundle.registry import bundle_files


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Give the rows of a bundle as a file."""
    path = tmp_path / "attribute-statements.yaml"
    path.write_text(bundle_files(plan("team-project"), only=["okta/attribute-statements.yaml"])[0].text)
    return path


def test_a_file_and_a_pasted_sign_in_make_one_plan(rows: Path) -> None:
    """The file tells the expressions, the sign-in roles and accounts."""
    found = adoption_of([rows, base64(response())]).plan
    assert [tag.value for tag in found.tags] == ["user.team", "user.project"]
    assert found.aws.accounts == ("111122223333",)


def test_what_is_left_to_do_is_read_first(rows: Path) -> None:
    """The remarks stand under headings, each with its document's name and no folder."""
    text = remarks_text(adoption_of([rows]))
    assert text.startswith("Could not be told\n• ")
    assert text.index("Could not be told") < text.index("Guessed") < text.index("Told\n")
    assert "• attribute-statements.yaml: Session tags" in text
    assert str(rows.parent) not in text


@pytest.mark.parametrize("name", ["gone.json", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    """It is no error of the program."""
    with pytest.raises(NotReadable, match="It cannot be read") as raised:
        adoption_of([tmp_path / name])
    assert raised.value.source.endswith(name)


def test_a_plan_file_is_told_from_a_document(rows: Path, tmp_path: Path) -> None:
    """By its ending, and by what it holds; a plan that is gone is still meant as one."""
    assert is_plan_file(PLANS["team-project"])
    assert is_plan_file(tmp_path / "gone.yml")
    assert not is_plan_file(rows)
    assert not is_plan_file(tmp_path / "app.json")
