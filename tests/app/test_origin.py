"""The field that made a line of a text."""

import pytest

from tests import named
from wizard.app.origin import origin
from wizard.app.previews import Preview, all_previews, preview_of
from wizard.plan.model import Plan
from wizard.plan.path import value_at


def made_by(plan: Plan, preview: str, words: str, part: str = "") -> str | None:
    """Return the place that made the first line with these words."""
    known = preview_of(preview)
    part = known.opened(plan, plan.person(), part).part
    lines = known.exactly(plan, plan.person(), part).split("\n")
    line = next(at for at, line in enumerate(lines) if words in line)
    return origin(plan, lambda changed: known.exactly(changed, plan.person(), part), line)


@pytest.mark.parametrize(
    ("preview", "words", "path"),
    [
        ("trust", "saml-provider/Okta", "aws.saml_provider"),
        ("trust", '"SAML:aud"', "aws.sign_in_regions"),
        ("trust", '"aws:RequestTag/team"', "tags[0].required"),
        ("trust", '"project"', "tags[1].key"),
        ("permissions", "OwnResources", "access[0].name"),
        ("permissions", "ec2:StopInstances", "access[0].actions[1]"),
        ("permissions", "aws:ResourceTag/project", "tags[1].key"),
        ("permissions", '"Effect"', "access[0]"),
        ("plan.yaml", "app_label", "okta.app_label"),
        ("plan.yaml", "accounts:", "aws.accounts[0]"),
        ("plan.yaml", "ada@example.com", "people[0].login"),
        ("okta/app-settings.json", "PrincipalTag:project", "tags[1].key"),
        ("okta/profile-mapping.json", "user.team", "tags[0].value"),
        ("README.md", "# Team and project access", "name"),
        ("plan.yaml", "version", None),
    ],
)
def test_a_line_leads_to_the_field_that_made_it(preview: str, words: str, path: str | None) -> None:
    """Whatever the file, the most telling field is found, and none where the line says the same for every plan."""
    assert made_by(named.plan("team-project"), preview, words) == path


def test_of_two_tags_in_one_list_each_line_leads_to_its_own() -> None:
    """Where two fields change as many lines, the one whose name the line shows is meant."""
    plan = named.plan("team-project")
    known = preview_of("trust")
    part = known.parts(plan)[0].id
    lines = known.exactly(plan, None, part).split("\n")
    start = next(at for at, line in enumerate(lines) if "TransitiveTagKeys" in line)
    found = [origin(plan, lambda changed: known.exactly(changed, None, part), start + at) for at in (1, 2)]
    assert found == ["tags[0].transitive", "tags[1].transitive"]


@pytest.mark.parametrize("name", ["full", "hostile", "federated", "empty"])
@pytest.mark.parametrize("preview", all_previews(), ids=lambda preview: preview.id)
def test_any_line_of_any_plan_leads_to_a_place_that_is_there(preview: Preview, name: str) -> None:
    """A wrong plan is searched as any other, and the answer is a place of it or none."""
    plan = named.plan(name)
    part = preview.opened(plan, plan.person(), "").part
    count = preview.exactly(plan, plan.person(), part).count("\n") + 1
    for line in range(0, count, max(1, count // 3)):
        path = origin(plan, lambda changed: preview.exactly(changed, plan.person(), part), line)
        if path is not None:
            value_at(plan, path)


def test_the_search_ends_when_it_is_told_to() -> None:
    """Whoever looks elsewhere meanwhile does not wait."""

    def stop() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        origin(named.plan("team-project"), lambda plan: plan.name, 0, stop)
