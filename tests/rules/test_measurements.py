"""What single rules measure, beyond firing and keeping silent: severities, messages, cures."""

from dataclasses import replace

import pytest

from wizard.okta.feature import FEATURES
from wizard.plan.model import (
    Aws,
    Claims,
    Features,
    FeatureState,
    Grant,
    Level,
    Okta,
    Partition,
    Person,
    Plan,
    ProfileValue,
    Role,
    Tag,
)
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import rule

TEAM = Tag("team", "user.team")


def found(id_: str, plan: Plan) -> list[Finding]:
    """Return what one rule finds."""
    known = rule(id_)
    assert known is not None
    return list(known.findings(plan))


def one(id_: str, plan: Plan) -> Finding:
    """Return the only finding of a rule."""
    (finding,) = found(id_, plan)
    return finding


def mended(id_: str, plan: Plan) -> Plan:
    """Return the plan after the only finding's fix."""
    fix = one(id_, plan).fix
    assert fix is not None
    return fix.apply(plan)


def person(value: ProfileValue, name: str = "team") -> Person:
    """Return a sample person with one profile attribute."""
    return Person("ada@example.com", ((name, value),))


def test_key_too_long_reads_as_the_contract_has_it() -> None:
    """The message is the measurement."""
    finding = one("TAG101", Plan(tags=(Tag("k" * 129, "user.team"),)))
    assert (finding.path, finding.message) == ("tags[0].key", "129 characters; AWS allows 128")


@pytest.mark.parametrize(
    ("state", "severity", "words"),
    [
        (FeatureState.UNKNOWN, Severity.WARNING, "is not known to be on"),
        (FeatureState.DISABLED, Severity.ERROR, "is off"),
    ],
)
@pytest.mark.parametrize(("id_", "number"), [("FEAT101", 0), ("FEAT102", 1)])
def test_a_feature_is_named_in_full(id_: str, number: int, state: FeatureState, severity: Severity, words: str) -> None:
    """Not known to be on is a warning, known to be off an error; both name the key and how to see whether it is on."""
    features = Features(state, state)
    finding = one(id_, Plan(okta=Okta(features=features), tags=(replace(TEAM, transitive=True),)))
    assert finding.severity is severity
    assert finding.message.startswith(f"{FEATURES[number].key} {words}. ")
    assert finding.message.endswith(FEATURES[number].check)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("R&D", '"&" cannot stand'),
        ("e\u0301", "U+0301 combining acute accent cannot stand in a tag value; its composed form would pass"),
    ],
)
def test_a_value_names_its_foreign_characters(value: str, words: str) -> None:
    """Each foreign character is named; where only a decomposed accent is to blame, the message says so."""
    assert words in one("PERS103", Plan(tags=(TEAM,), people=(person(value),))).message


def test_the_key_that_was_meant_is_offered() -> None:
    """A foreign character in a key that resembles its attribute brings the attribute's name."""
    assert mended("TAG103", Plan(tags=(Tag("proj&ct", "user.project"),))).tags[0].key == "project"
    assert mended("TAG103", Plan(tags=(Tag("cost&center", "user.x"),))).tags[0].key == "costcenter"


def test_no_key_is_offered_that_another_tag_has() -> None:
    """A cure never makes two tags of one key."""
    assert one("TAG103", Plan(tags=(Tag("te&am", "user.team"), TEAM))).fix is None
    assert one("TAG102", Plan(tags=(Tag("", "user.team"), TEAM))).fix is None


@pytest.mark.parametrize(
    ("tags", "severity", "words"),
    [(8, Severity.WARNING, "default"), (17, Severity.WARNING, "sources differ"), (40, Severity.ERROR, "no source")],
)
def test_trust_policy_size_has_three_bands(tags: int, severity: Severity, words: str) -> None:
    """Above 2,048 have the quota raised, above 4,096 sources differ, above 8,192 nothing helps."""
    keys = tuple(Tag("k" * 60 + str(number), "user.a") for number in range(tags))
    finding = one("POL101", Plan(tags=keys, aws=Aws(roles=(Role("abac"),))))
    assert finding.severity is severity
    assert words in finding.message
    assert "ACLSizePerRole" in finding.message


def test_policy_count_is_an_error_where_no_quota_suffices() -> None:
    """Above 10 policies is a warning, above 25 an error."""
    known = rule("POL103")
    assert known is not None
    severities = []
    for count in (12, 27):
        tags = tuple(Tag(f"{'k' * 120}{number}", "user.a") for number in range(20))
        keys = tuple(tag.key for tag in tags)
        grants = tuple(Grant(f"g{number}", actions=("ec2:StopInstances",), match=keys) for number in range(count))
        roles = (Role("abac", access=tuple(grant.name for grant in grants)),)
        plan = Plan(tags=tags, aws=Aws(roles=roles), access=grants)
        severities.append(one("POL103", plan).severity)
    assert severities == [Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize(("length", "severity"), [(1100, Severity.WARNING), (600, Severity.INFO)])
def test_packed_size_has_two_bands_and_says_that_it_is_an_estimate(length: int, severity: Severity) -> None:
    """The lower band informs, the higher warns; both call the figure an estimate."""
    keys = tuple(Tag("k" * 100 + str(number), "user.a") for number in range(-(-length // 125)))
    finding = one("TAG116", Plan(tags=keys))
    assert finding.severity is severity
    assert "by estimate" in finding.message


def test_packed_size_knows_the_longest_value() -> None:
    """Sample people's values and allowed values count as they are, in bytes of UTF-8."""
    tags = (Tag("team", "user.team", allowed=("é" * 200,)), Tag("b", "user.b"))
    people = (person("é" * 250, "b"), person("x", "b"))
    assert one("TAG116", Plan(tags=tags, people=people)).values["size"] == 4 + 400 + 1 + 500


@pytest.mark.parametrize(
    "seconds", [10**5000, -(10**5000), 10**17, 0], ids=["huge", "hugely negative", "large", "none"]
)
def test_any_number_of_seconds_is_brought_into_range(seconds: int) -> None:
    """A number too long to be written out is judged like any other."""
    plan = Plan(aws=Aws(roles=(Role("abac", session_duration=seconds),)))
    assert "900 to 43200" in one("AWS110", plan).message
    assert mended("AWS110", plan).aws.roles[0].session_duration in (900, 43200)


def test_true_and_one_are_different_values() -> None:
    """Values that Python calls equal, and Okta sends as different texts, are not mixed up."""
    plan = Plan(tags=(replace(TEAM, allowed=("1",)),), people=(person(1),))
    assert found("PERS108", plan) == []
    assert one("PERS108", replace(plan, people=(person(True),))).message.startswith('"true" is not allowed')


def test_a_login_that_gives_a_tag_is_the_place_of_the_finding() -> None:
    """A value that comes from the login is judged there; one of several attributes at the profile."""
    by_login = Plan(tags=(Tag("who", "user.login"),), people=(Person("o'brien@example.com"),))
    assert one("PERS103", by_login).path == "people[0].login"
    both = Tag("who", "user.team + user.city")
    assert one("PERS103", Plan(tags=(both,), people=(person("R&D"),))).path == "people[0].profile"


def test_the_separator_that_joins_stands_in_nobodys_member() -> None:
    """The cure of several values takes the first separator that no member of anybody holds."""
    plan = Plan(tags=(Tag("team", "user.team"),), people=(person(("a:b", "c")), person(("d/e", "f"))))
    first = found("PERS106", plan)[0]
    assert first.fix is not None
    assert first.fix.apply(plan).tags[0].separator == "+"


def test_values_without_a_free_separator_have_no_cure() -> None:
    """Where every separator stands in some member, only the administrator can tell."""
    plan = Plan(tags=(TEAM,), people=(person((":/+=", "._@-")),))
    assert one("PERS106", plan).fix is None


def test_no_cure_drops_the_last_allowed_value() -> None:
    """Taking the only allowed value away would allow everything, so it is not offered."""
    assert one("VAL112", Plan(tags=(replace(TEAM, allowed=("",)),))).fix is None


@pytest.mark.parametrize(
    ("claims", "value", "better"),
    [
        (Claims.STATEMENTS, "user.profile.team", "user.team"),
        (Claims.FEDERATED, "user.team", "user.profile.team"),
        (Claims.FEDERATED, "String.toUpperCase(user.team)", "user.profile.team.toUpperCase()"),
    ],
)
def test_the_other_dialect_is_translated(claims: Claims, value: str, better: str) -> None:
    """An expression of the other claims becomes one of these."""
    plan = Plan(okta=Okta(claims=claims), tags=(Tag("team", value),))
    assert mended("VAL103", plan).tags[0].value == better


@pytest.mark.parametrize("value", ["appuser.team", "appuser.team + user.profile.team"])
def test_what_cannot_be_translated_has_no_cure(value: str) -> None:
    """Where the other dialect has no counterpart, or the text mixes both, the administrator decides."""
    plan = Plan(okta=Okta(claims=Claims.FEDERATED), tags=(Tag("team", value),))
    assert one("VAL103", plan).fix is None


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("String.toUpercase(user.team)", "String.toUpperCase(user.team)"),
        ('"x" + String.toUpercase(user.team)', '"x" + String.toUpperCase(user.team)'),
    ],
)
def test_the_nearest_function_is_offered(value: str, better: str) -> None:
    """A misspelled function is replaced where it stands, and nothing else is touched."""
    assert mended("VAL104", Plan(tags=(Tag("team", value),))).tags[0].value == better


@pytest.mark.parametrize(
    "value", ["Foo.bar(user.team)", "String . toUpercase(user.team)", "String.substrin(user.team)"]
)
def test_a_cure_that_would_not_do_is_not_offered(value: str) -> None:
    """No function near, a spelling that is not found in the text, or another fault in its place: no cure."""
    assert one("VAL104", Plan(tags=(Tag("team", value),))).fix is None


def test_one_fault_is_named_with_its_column() -> None:
    """A text that is no expression says where it breaks."""
    assert one("VAL102", Plan(tags=(Tag("team", "user.team ?: "),))).message.startswith("Column 1")


def test_typographic_quotes_are_made_straight() -> None:
    """Quotes that a word processor turned are turned back."""
    assert mended("VAL102", Plan(tags=(Tag("a", "user.team + “x”"),))).tags[0].value == 'user.team + "x"'


@pytest.mark.parametrize(
    ("org", "host"),
    [
        ("https://acme.okta.com/app/x?y#z", "acme.okta.com"),
        (" ACME.okta.com ", "acme.okta.com"),
        ("acme-admin.okta.com", "acme.okta.com"),
        ("acme-admin.oktapreview.com:443", "acme.oktapreview.com"),
        ("https://ada@acme.okta.com", "acme.okta.com"),
    ],
)
def test_the_host_in_what_was_pasted_is_found(org: str, host: str) -> None:
    """A pasted URL, the admin console's host, capitals around white space: the org's host is offered."""
    assert mended("OKTA101", Plan(okta=Okta(org=org))).okta.org == host


@pytest.mark.parametrize(
    "org", ["", "acme", "-a.okta.com", "a..com", "a_b.okta.com", "a" * 64 + ".com", ".".join("a" * 200)]
)
def test_what_is_no_host_has_no_cure(org: str) -> None:
    """Where no host stands in the text, only the administrator can tell."""
    assert one("OKTA101", Plan(okta=Okta(org=org))).fix is None


@pytest.mark.parametrize("org", [None, "acme.okta.com", "ACME.okta.com", "sso.acme.example", "x-admin.acme.example"])
def test_a_host_is_left_alone(org: str | None) -> None:
    """A host of Okta or of one's own, in whatever case, is no finding; -admin means the console at Okta only."""
    assert found("OKTA101", Plan(okta=Okta(org=org))) == []


def test_the_only_role_is_offered_to_an_unused_grant() -> None:
    """With one role the cure gives it the grant; with two only the administrator can tell which."""
    plan = Plan(aws=Aws(roles=(Role("a"),)), access=(Grant("own"),))
    assert mended("ACC113", plan).aws.roles[0].access == ("own",)
    assert one("ACC113", replace(plan, aws=Aws(roles=(Role("a"), Role("b"))))).fix is None


def test_no_role_name_is_offered_that_another_role_has() -> None:
    """A cure never makes two roles of one name."""
    roles = (Role("a b"), Role("A-B"), Role("x.y"), Role("x-Y"))
    assert one("AWS106", Plan(aws=Aws(roles=roles))).fix is None
    assert one("AWS109", Plan(aws=Aws(roles=roles))).fix is None


def test_the_command_names_the_provider_of_the_plan() -> None:
    """The query is that of an account of the plan, or says where the account and the provider belong."""
    command = one(
        "AWS123", Plan(tags=(TEAM,), aws=Aws(Partition.CHINA, "Okta", accounts=("x", "111122223333")))
    ).message
    assert "arn:aws-cn:iam::111122223333:saml-provider/Okta" in command
    unclear = one("AWS123", Plan(tags=(TEAM,), aws=Aws(saml_provider="a b"))).message
    assert "arn:aws:iam::ACCOUNT:saml-provider/PROVIDER" in unclear


def test_a_hostile_wildcard_takes_no_time() -> None:
    """A pattern of many stars is compared in time that grows with its length only."""
    grants = (Grant("g", actions=("ec2:" + "*a" * 5000 + "b",), match=("team",)),)
    assert len(found("ACC115", Plan(tags=(TEAM,), access=grants))) == 1


def test_many_left_out_actions_are_counted() -> None:
    """A service's actions that no tag limits are one finding with their count, and few of their names."""
    grants = (Grant("g", services=("route53",), levels=(Level.READ,), match=("team",)),)
    message = found("POL106", Plan(tags=(TEAM,), access=grants))[0].message
    assert message.split(" ")[0].isdigit()
    assert message.endswith(", …")
