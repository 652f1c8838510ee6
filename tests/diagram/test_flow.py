"""The diagram of a plan's flow: what goes where for a person, and where it breaks."""

import pytest

from tests import named
from wizard.access.carried import carried_by
from wizard.access.sign_in import SignIn
from wizard.diagram.flow import diagram
from wizard.diagram.model import Diagram, Stage
from wizard.diagram.words import fault_words, node_words, ways
from wizard.plan.edit import inserted, replaced
from wizard.plan.model import FeatureState, Person, Plan, Tag
from wizard.plan.path import value_at

PLAN = named.plan("team-project")
ADA = PLAN.people[0]


def said(found: Diagram, stage: Stage) -> list[tuple[str, ...]]:
    """Return what the nodes of a stage say."""
    return [node_words(node, str, str) for node in found.of(stage)]


def faults(found: Diagram) -> dict[str, tuple[str, ...]]:
    """Return what is wrong, by the node's id."""
    return {node.id: fault_words(node, str) for node in found.nodes if node.faults}


def broken(found: Diagram) -> set[tuple[str, str]]:
    """Return the edges along which nothing gets."""
    return {(edge.source, edge.target) for edge in found.edges if edge.broken}


def test_the_values_of_a_person_are_followed_to_the_resources() -> None:
    """Each stage says what stands there for this person, and every place leads to the plan."""
    found = diagram(PLAN, ADA)
    assert said(found, Stage.PROFILE) == [("ada@example.com",)]
    assert said(found, Stage.ATTRIBUTE) == [("team", "platform"), ("project", "apollo")]
    assert said(found, Stage.SAML) == [("PrincipalTag:team", "user.team"), ("PrincipalTag:project", "user.project")]
    assert said(found, Stage.TAG) == [("team", "platform", "transitive"), ("project", "apollo", "transitive")]
    assert said(found, Stage.CONDITION) == [("own-resources", "team equals platform", "project equals apollo")]
    assert said(found, Stage.RESOURCE) == [("ec2, secretsmanager", "in the role okta-abac")]
    assert (broken(found), faults(found), found.refusals) == (set(), {}, ())
    for node in found.nodes:
        value_at(PLAN, node.path)


def test_without_a_person_the_way_is_everybodys() -> None:
    """No values stand there, and the conditions speak of the person."""
    found = diagram(PLAN, None)
    assert said(found, Stage.PROFILE) == [("Everybody",)]
    assert said(found, Stage.TAG) == [("team", "transitive"), ("project", "transitive")]
    assert said(found, Stage.CONDITION)[0][1] == "team equals the person's"


@pytest.mark.parametrize("value", ["R&D", "a" * 257, "", ("a", "b"), "aws:x"])
def test_a_value_that_aws_refuses_breaks_the_whole_sign_in(value: str | tuple[str, ...]) -> None:
    """The tag says why; nothing gets to any condition, for the person does not get in."""
    found = diagram(PLAN, Person("ada@example.com", (("team", value), ("project", "apollo"))))
    assert set(faults(found)) >= {"tag0"}
    assert broken(found) >= {("tag0", "condition0"), ("tag1", "condition0"), ("condition0", "resource0")}
    assert ("attribute0", "saml0") not in broken(found)
    assert found.refusals


def test_a_value_that_is_not_allowed_and_a_transitive_key_without_a_tag_break_it_too() -> None:
    """The trust policy refuses the one, AWS the other; the engine says the same."""
    allowing = replaced(PLAN, "tags[0].allowed", ("data",))
    assert faults(diagram(allowing, ADA)) == {"tag0": ('"platform" is not allowed for the tag "team"',)}
    optional = replaced(PLAN, "tags[0].required", False)
    somebody = Person("ada@example.com", (("project", "apollo"),))
    assert "is transitive and has no value" in faults(diagram(optional, somebody))["tag0"][0]
    for plan, person in ((allowing, ADA), (optional, somebody)):
        sign_in = SignIn(plan, plan.aws.accounts[0], plan.aws.roles[0])
        assert sign_in.refusals(carried_by(plan, person))
        assert diagram(plan, person).refusals


def test_a_tag_that_no_grant_matches_ends_there() -> None:
    """It is said, and breaks nothing."""
    found = diagram(inserted(PLAN, "tags", Tag("cost", "user.cost", required=False)), ADA)
    assert faults(found) == {"tag2": ("No grant matches on it",)}
    assert said(found, Stage.TAG)[2] == ("cost", "not sent: there is no value")
    assert broken(found) == {("saml2", "tag2")}


def test_a_grant_that_cannot_be_written_or_that_no_role_gives_is_said() -> None:
    """The condition is where it breaks, or where it is left hanging."""
    found = diagram(replaced(PLAN, "access[0].match", ("team", "department")), ADA)
    assert faults(found)["condition0"] == ('No tag of the plan has the key "department"',)
    assert broken(found) == {("condition0", "resource0")}
    found = diagram(replaced(PLAN, "aws.roles[0].access", ()), ADA)
    assert faults(found) == {"condition0": ("No role gives this grant",)}


def test_an_expression_that_cannot_be_read_or_evaluated_is_said_at_its_row() -> None:
    """Unreadable, nothing leaves Okta; not known here, the value is left open."""
    found = diagram(replaced(PLAN, "tags[0].value", "user.team +"), ADA)
    assert list(faults(found)) == ["saml0"]
    assert ("saml0", "tag0") in broken(found)
    found = diagram(replaced(PLAN, "tags[0].value", "appuser.team"), ADA)
    assert list(faults(found)) == ["saml0"]
    assert ("saml0", "tag0") not in broken(found)


def test_a_list_and_a_lack_are_told_in_the_condition() -> None:
    """A member of a list; and who has no value never fulfils the condition."""
    plan = named.plan("list-tag")
    found = diagram(plan, plan.people[0])
    assert any("is a member of" in line for line in said(found, Stage.CONDITION)[0])
    optional = replaced(replaced(PLAN, "tags[0].required", False), "tags[0].transitive", False)
    found = diagram(optional, Person("ada@example.com", (("project", "apollo"),)))
    assert faults(found) == {"condition0": ('This person has no "team", so it never holds',)}
    assert not found.refusals


def test_a_feature_that_is_off_breaks_what_needs_it() -> None:
    """Transitive keys in one text refuse the sign-in; without any tag nobody is let in whom a trust policy asks one."""
    arrays = replaced(PLAN, "okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES", FeatureState.DISABLED)
    found = diagram(arrays, ADA)
    assert set(faults(found)) == {"tag0", "tag1"}
    assert "SAML_SUPPORT_ARRAY_ATTRIBUTES is off" in fault_words(found.of(Stage.TAG)[0], str)[0]
    assert found.refusals
    assert not diagram(replaced(arrays, "tags[0].transitive", False), ADA).refusals  # of one key nothing is known
    dynamic = replaced(PLAN, "okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES", FeatureState.DISABLED)
    assert diagram(dynamic, ADA).refusals
    optional = replaced(replaced(dynamic, "tags[0].required", False), "tags[1].required", False)
    assert not diagram(optional, ADA).refusals
    assert ("condition0", "resource0") in broken(diagram(optional, ADA))
    assert not faults(diagram(replaced(PLAN, "okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES", FeatureState.UNKNOWN), ADA))


@pytest.mark.parametrize("name", [name for name in named.PLANS if named.plan(name).people])
def test_the_diagram_lets_in_whom_the_engine_lets_in(name: str) -> None:
    """Whom the trust policy and AWS's limits refuse, and nobody else, cannot sign in here either."""
    plan = named.plan(name)
    if not (plan.aws.accounts and plan.aws.roles) or name == "hostile":  # IAM refuses the hostile trust policy itself
        return
    sign_in = SignIn(plan, plan.aws.accounts[0], plan.aws.roles[0])
    for person in plan.people[:5]:
        assert bool(diagram(plan, person).refusals) is bool(sign_in.refusals(carried_by(plan, person))), person.login


def test_the_way_of_every_tag_is_a_line() -> None:
    """From the attribute to the services, or to where it ends."""
    plan: Plan = inserted(PLAN, "tags", Tag("cost", "user.cost"))
    opened = "own-resources: resources of ec2, secretsmanager with the same tag"
    assert list(ways(diagram(plan, None), str, str)) == [
        f"team → user.team → PrincipalTag:team → team → {opened}",
        f"project → user.project → PrincipalTag:project → project → {opened}",
        "cost → user.cost → PrincipalTag:cost → cost → no grant matches on it",
    ]
