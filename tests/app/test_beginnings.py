"""What a person can start from."""

import pytest

from wizard.app.beginnings import Source, beginnings
from wizard.plan.reader import plan_from_text
from wizard.plan.templates import template_names, template_text
from wizard.rules.finding import Severity
from wizard.rules.registry import findings


def test_everything_to_start_from_says_what_it_gives() -> None:
    """In one line each; the example comes first."""
    made = beginnings()
    assert made[0].template == "team-project"
    assert all(one.title and 0 < len(one.gives) <= 90 and one.deed for one in made)


def test_every_template_can_be_chosen() -> None:
    """And so can a file, what exists, and nothing."""
    made = beginnings()
    assert {one.template for one in made if one.source is Source.TEMPLATE} == set(template_names())
    assert [one.source for one in made[-3:]] == [Source.FILE, Source.EXISTING, Source.NOTHING]


@pytest.mark.parametrize("name", template_names())
def test_a_template_has_its_own_words(name: str) -> None:
    """A file's name is no title."""
    assert next(one for one in beginnings() if one.template == name).title != name


@pytest.mark.parametrize("name", template_names())
def test_a_template_has_no_error_but_what_its_org_must_tell(name: str) -> None:
    """Whoever starts from it can export at once."""
    found = findings(plan_from_text(template_text(name)))
    assert not [each for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("team-project", ("team", "project")),
        ("cost-center", ("costCenter",)),
        ("department-country", ("department", "country")),
        ("project-list", ("projects",)),
        ("session-manager-run-as", ("SSMSessionRunAs",)),
        ("redshift-groups", ("RedshiftDbUser", "RedshiftDbGroups")),
    ],
)
def test_a_template_has_the_keys_that_it_is_about(name: str, keys: tuple[str, ...]) -> None:
    """Those that AWS reads itself are spelled as AWS does."""
    assert tuple(tag.key for tag in plan_from_text(template_text(name)).tags)[: len(keys)] == keys
