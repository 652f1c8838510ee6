"""What single rules measure, beyond firing and keeping silent: severities, messages, cures."""

from typing import Any

import pytest

from wizard.aws.coverage.table import coverage
from wizard.frozen import replace
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
    Shared,
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
    message = one("POL106", Plan(tags=(TEAM,), access=grants)).message
    assert message.split(" ")[0].isdigit()
    assert message.endswith(", …)")


def asking(*services: str, **others: Any) -> Plan:
    """Return a plan that grants services at every level but permissions management."""
    levels = (Level.LIST, Level.READ, Level.WRITE, Level.TAGGING)
    return Plan(tags=(TEAM,), access=(Grant("g", services=services, levels=levels, match=("team",), **others),))


def test_a_services_reasons_are_one_finding() -> None:
    """What a service leaves out for several reasons is told at once, what people know of it first."""
    finding = one("POL106", asking("kms"))
    assert finding.severity is Severity.INFO
    assert finding.message == (
        "6 limited by no tag (kms:ConnectCustomKeyStore, …); "
        "2 also needing a type without tags: alias (kms:UpdateAlias, …); 1 creating without tags (kms:CreateAlias)"
    )


def test_what_was_asked_by_name_and_is_left_out_warns() -> None:
    """An action that somebody wrote down was meant; what a service and a level bring along informs only."""
    grants = (Grant("g", actions=("kms:UpdateAlias",), match=("team",)),)
    finding = one("POL106", Plan(tags=(TEAM,), access=grants))
    assert finding.severity is Severity.WARNING
    assert finding.message == "1 also needing a type without tags: alias (kms:UpdateAlias)"


def test_creating_calls_that_need_others_are_one_finding_a_service() -> None:
    """A grant's creating calls of one service are counted, and the launch of an instance comes first."""
    compute, data = found("POL107", asking("ec2", "rds"))
    assert compute.path == data.path == "access[0].shared"
    assert compute.values["count"] > 50
    assert " in all: ec2:RunInstances (image, security-group, subnet), " in compute.message
    assert compute.message.endswith(", …")
    assert "rds:" in data.message
    assert "ec2:" not in data.message


def test_sharing_what_holds_no_data_is_the_cure() -> None:
    """The cure lets a grant use what holds no data; nothing else of it changes."""
    plan = asking("ec2")
    assert mended("POL107", plan) == asking("ec2", shared=Shared.ANY)


def test_no_message_about_a_service_is_a_wall() -> None:
    """Whatever the service, what is left out and what creating needs is read in one look."""
    plan = asking(*coverage().prefixes)
    messages = [finding.message for id_ in ("POL106", "POL107", "POL111") for finding in found(id_, plan)]
    assert len(messages) > 300
    assert max(map(len, messages)) <= 300


def test_a_note_about_a_service_cites_its_own_document() -> None:
    """The source is the finding's, not a part of its sentence."""
    sources = {finding.source for finding in found("POL111", asking("s3", "kms"))}
    assert len(sources) == 2
    assert not any("https" in finding.message for finding in found("POL111", asking("s3", "kms")))


def test_a_listing_action_is_cured_by_the_level() -> None:
    """What lists can be granted on everything; what else no tag limits only the administrator can judge."""
    actions = ("ec2:DescribeInstances", "route53:ChangeResourceRecordSets", "EC2:describevpcs")
    grant = Grant("g", actions=actions, levels=(Level.WRITE,), match=("team",))
    plan = Plan(tags=(TEAM,), access=(grant,))
    cures = {finding.path: finding.fix for finding in found("ACC116", plan)}
    assert [path for path, fix in sorted(cures.items()) if fix is None] == ["access[0].actions[1]"]
    listing = cures["access[0].actions[0]"]
    assert listing is not None
    cured = listing.apply(plan)
    assert cured.access[0].levels == (Level.LIST, Level.WRITE)
    assert [finding.path for finding in found("ACC116", cured)] == ["access[0].actions[1]"]


@pytest.mark.parametrize(
    ("id_", "grant", "nearest"),
    [
        ("ACC114", Grant("g", services=("dynamdb",), levels=(Level.READ,), match=("team",)), "dynamodb"),
        ("ACC115", Grant("g", actions=("ec2:StartInstance",), match=("team",)), "ec2:StartInstances"),
        ("ACC115", Grant("g", actions=("dynamdb:PutItem",), match=("team",)), "dynamodb:PutItem"),
    ],
)
def test_the_nearest_name_is_told_and_offered(id_: str, grant: Grant, nearest: str) -> None:
    """A service or an action that AWS does not have stops the export, names the nearest, and is cured by it."""
    plan = Plan(tags=(TEAM,), access=(grant,))
    finding = one(id_, plan)
    assert finding.severity is Severity.ERROR
    assert f"; nearest: {nearest}" in finding.message
    assert found(id_, mended(id_, plan)) == []
