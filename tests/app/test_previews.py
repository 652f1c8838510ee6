"""The previews: the same texts as the bundle's files, for the person and the part that are chosen."""

import json

import pytest

from tests import named
from wizard.app.previews import Preview, all_previews, preview_of
from wizard.app.syntax import Syntax
from wizard.bundle.registry import artefacts, bundle_files
from wizard.frozen import replace
from wizard.plan.model import Claims, Person, Plan


def shown(plan: Plan, preview: str, part: str = "", person: Person | None = None) -> str:
    """Return the text of a preview."""
    return preview_of(preview).shown(plan, person, part).text


def files(plan: Plan) -> dict[str, str]:
    """Return the bundle's texts by path."""
    return {file.path: file.text for file in bundle_files(plan)}


@pytest.mark.parametrize(
    ("preview", "path"),
    [
        ("okta-preview", "saml/okta-preview.xml"),
        ("rows", "okta/attribute-statements.yaml"),
    ],
)
def test_a_preview_is_the_text_of_its_file(preview: str, path: str) -> None:
    """What is looked at is what is exported."""
    plan = named.plan("team-project")
    assert shown(plan, preview) == files(plan)[path]


def test_the_assertion_is_that_of_the_chosen_person() -> None:
    """The assertion holds the values of the person who is asked for, the first one's as in the bundle."""
    plan = named.plan("team-project")
    bob = Person("bob@example.com", (("team", "data"), ("project", "gemini")))
    both = replace(plan, people=(*plan.people, bob))
    assert shown(both, "assertion", person=both.people[0]) == files(both)["saml/assertion.xml"]
    assert ">gemini<" in shown(both, "assertion", person=bob)


def test_copying_a_trust_policy_copies_the_file() -> None:
    """The trust policy is read over several lines and copied as compact as it is exported."""
    plan = named.plan("team-project")
    preview = preview_of("trust")
    part = preview.parts(plan)[0].id
    text = preview.shown(plan, None, part)
    assert text.copied == files(plan)["aws/trust/111122223333/okta-abac.json"]
    assert json.loads(text.text) == json.loads(text.copied)
    assert text.text.count("\n") > 20


@pytest.mark.parametrize("name", sorted(named.PLANS))
@pytest.mark.parametrize("preview", all_previews(), ids=lambda preview: preview.id)
def test_every_preview_shows_any_plan(preview: Preview, name: str) -> None:
    """A preview has a text that ends in a newline, or a remark that says what is missing."""
    plan = named.plan(name)
    for part in [part.id for part in preview.parts(plan)] or [""]:
        text = preview.shown(plan, plan.person(), part)
        assert text.text.endswith("\n") if text.text else text.note
        assert all(1 <= line <= text.text.count("\n") for line, _path in text.places)


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_each_policy_file_can_be_chosen(name: str) -> None:
    """The choices of a policy preview are the files of the bundle, no more and no fewer."""
    plan = named.plan(name)
    for preview, folder in (("trust", "aws/trust/"), ("permissions", "aws/permissions/")):
        known = preview_of(preview)
        texts = sorted(known.shown(plan, None, part.id).copied for part in known.parts(plan))
        exported = sorted(text for path, text in files(plan).items() if path.startswith(folder))
        assert [text for text in texts if text] == exported


def test_every_artefact_of_the_bundle_has_a_preview() -> None:
    """An artefact that comes later is in the choice by itself; none is there twice."""
    shown = [name for preview in all_previews() for name in preview.artefacts]
    assert sorted(shown) == sorted([*(artefact.name for artefact in artefacts()), "manifest.json"])


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_every_file_of_a_bundle_can_be_looked_at(name: str) -> None:
    """What is exported is in one of the previews, to the letter; of a plan without tags the rows are a remark."""
    plan = named.plan(name)
    looked = {"attribute_statements: []\n"}
    for preview in all_previews():
        for part in [part.id for part in preview.parts(plan)] or [""]:
            looked.add(preview.shown(plan, plan.person(), part).copied)
    assert {text for path, text in files(plan).items() if path != "manifest.json"} <= looked


@pytest.mark.parametrize(
    ("preview", "syntax"),
    [("README.md", Syntax.MARKDOWN), ("plan.yaml", Syntax.YAML), ("okta/user-schema.json", Syntax.JSON)],
)
def test_a_file_says_what_it_is_written_in(preview: str, syntax: Syntax) -> None:
    """The colours follow the file's ending."""
    assert preview_of(preview).shown(named.plan("team-project"), None, "").syntax is syntax


def test_a_file_that_the_plan_lacks_is_empty_and_no_other() -> None:
    """To compare with an earlier plan, the very file is asked for, not the first."""
    plan = named.plan("many-roles")
    preview = preview_of("trust")
    part = preview.parts(plan)[1].id
    assert preview.exactly(plan, None, part) == preview.shown(plan, None, part).text
    assert preview.exactly(plan, None, "gone") == ""


def test_a_line_knows_the_field_that_made_it() -> None:
    """A click on a value leads to the expression that gives it."""
    text = preview_of("okta-preview").shown(named.plan("team-project"), None, "")
    line = next(at for at, line in enumerate(text.text.splitlines(), 1) if "user.project" in line)
    assert text.path(line) == "tags[1].value"
    assert text.path(10_000) is None


def test_federated_claims_are_shown_instead_of_rows() -> None:
    """A plan with federated claims shows them where the rows stand otherwise."""
    plan = named.plan("federated")
    assert plan.okta.claims is Claims.FEDERATED
    text = preview_of("rows").shown(plan, None, "")
    assert text.syntax is Syntax.JSON
    assert text.text == files(plan)["okta/federated-claims.json"]


def test_a_part_that_is_gone_gives_way_to_the_first() -> None:
    """A role that was renamed is not asked for for ever."""
    plan = named.plan("many-roles")
    preview = preview_of("permissions")
    first, second, *_rest = preview.parts(plan)
    assert preview.opened(plan, None, second.id).part == second.id
    assert preview.opened(plan, None, "gone").part == first.id


def test_a_plan_without_roles_says_what_is_missing() -> None:
    """An empty preview has nothing to choose, nothing to copy, and a remark."""
    opened = preview_of("trust").opened(Plan(), None, "gone")
    assert (opened.parts, opened.part, opened.shown.copied) == ((), "", "")
    assert "account" in opened.shown.note


def test_an_unknown_preview_is_a_lookup_error() -> None:
    """Settings of another version may name a preview that is gone."""
    with pytest.raises(LookupError):
        preview_of("gone")
