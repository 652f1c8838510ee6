"""Tests of the starting plans and the example that ship with the program."""

from pathlib import Path

import pytest

from tests.named import plan
from wizard.frozen import replace
from wizard.plan.reader import plan_from_text, read_plan
from wizard.plan.templates import DEFAULT_TEMPLATE, template_names, template_text
from wizard.resource import resource
from wizard.rules.finding import Severity
from wizard.rules.registry import findings


def test_names() -> None:
    """The starting plans are the six of the product, the blog post's first."""
    assert template_names() == (
        "team-project",
        "cost-center",
        "department-country",
        "project-list",
        "redshift-groups",
        "session-manager-run-as",
    )


@pytest.mark.parametrize("name", template_names())
def test_template_has_no_error(name: str) -> None:
    """A starting plan reads, has somebody to preview, and has no error finding."""
    started = plan_from_text(template_text(name))
    assert started.name
    assert started.people
    assert [finding for finding in findings(started) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", template_names())
def test_template_explains_itself(name: str) -> None:
    """A starting plan says what it is for, and where the consoles of Okta and AWS show what it asks."""
    text = template_text(name)
    assert text.startswith("# ")
    assert text.count("#") >= 8
    for place in ("Applications > Applications", "IAM > Identity providers", "AWS console"):
        assert place in text


@pytest.mark.parametrize("name", template_names())
def test_template_fits_a_screen(name: str) -> None:
    """A starting plan has no line over 150 characters, no tab, and ends in one newline."""
    text = template_text(name)
    assert max(len(line) for line in text.splitlines()) <= 150
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", template_names())
def test_template_grants_by_service_and_level(name: str) -> None:
    """Each starting plan shows a grant of services at access levels, and warns of little."""
    started = plan_from_text(template_text(name))
    assert any(grant.services and grant.levels for grant in started.access)
    warnings = [finding for finding in findings(started) if finding.severity is Severity.WARNING]
    assert len([finding for finding in warnings if not finding.path.startswith("okta.features")]) <= 2


def test_default_template_is_the_example() -> None:
    """The default starting plan decides what the example decides."""
    assert plan_from_text(template_text(DEFAULT_TEMPLATE)) == plan("compute-data-secrets")


def test_example_is_the_named_plan() -> None:
    """The example that ships is a named plan of the tests."""
    assert read_plan(resource("examples", "team-project.session-tags.yaml")) == plan("compute-data-secrets")


def test_example_is_the_blog_posts_with_more_grants() -> None:
    """In all but the grants by service the example is the blog post's, so that it gives its three rows."""
    example, post = plan("compute-data-secrets"), plan("team-project")
    assert [grant.name for grant in example.access[1:]] == ["compute", "data", "secrets"]
    (role,) = example.aws.roles
    roles = (replace(role, access=post.aws.roles[0].access),)
    assert replace(example, access=example.access[:1], aws=replace(example.aws, roles=roles)) == post


def test_installation_without_templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation that lost its starting plans says so."""
    monkeypatch.setattr("wizard.resource.ROOT", tmp_path)
    with pytest.raises(LookupError, match="the installation is not whole"):
        template_names()


@pytest.mark.parametrize("name", ["", "nonsense", "../examples/team-project.session-tags", "team-project.yaml"])
def test_unknown_template(name: str) -> None:
    """A name that is no starting plan's is refused with those there are, whatever file it might reach."""
    with pytest.raises(LookupError, match="the starting plans are team-project, cost-center"):
        template_text(name)
