"""Every reason why a person fails, and what is none."""

import pytest

from tests.access.preflight.people import judged, plan_of, users
from wizard.access.preflight.rule import VALUES, preflight_rules
from wizard.rules.registry import rule

TEAM = "tags: [{key: team, value: user.team}]"
LIST = "tags: [{key: teams, value: user.teams, separator: ':'}]"
CASES = [
    pytest.param(TEAM, {"team": "platform"}, [], id="sound"),
    pytest.param(TEAM, {"team": "Équipe / 日本 1"}, [], id="any-script"),
    pytest.param(TEAM, {"team": " "}, [], id="space-is-a-value"),
    pytest.param(TEAM, {}, ["PRE105"], id="missing"),
    pytest.param(TEAM, {"team": None}, ["PRE105"], id="null"),
    pytest.param(TEAM, {"team": ""}, ["PRE105"], id="empty"),
    pytest.param(TEAM, {"team": []}, ["PRE105"], id="empty-array"),
    pytest.param(TEAM, {"team": "v" * 256}, [], id="longest"),
    pytest.param(TEAM, {"team": "v" * 257}, ["PRE102"], id="too-long"),
    pytest.param(TEAM, {"team": "R&D"}, ["PRE103"], id="foreign"),
    pytest.param(TEAM, {"team": "O'Brien's"}, ["PRE103"], id="apostrophe"),
    pytest.param(TEAM, {"team": "a\nb"}, ["PRE103"], id="line-feed"),
    pytest.param(TEAM, {"team": "e\u0301quipe"}, ["PRE103"], id="decomposed"),
    pytest.param(TEAM, {"team": "\ud800"}, ["PRE103"], id="half-a-pair"),
    pytest.param(TEAM, {"team": "aws:admins"}, ["PRE104"], id="reserved"),
    pytest.param(TEAM, {"team": "Aws:admins"}, ["PRE104"], id="reserved-in-other-case"),
    pytest.param(TEAM, {"team": ["a", "b"]}, ["PRE106"], id="array-for-one"),
    pytest.param(TEAM, {"team": ["a"]}, [], id="array-of-one"),
    pytest.param(LIST, {"teams": ["a", "b"]}, [], id="list"),
    pytest.param(LIST, {"teams": ["a:b", "c"]}, ["PRE107"], id="member-with-separator"),
    pytest.param(LIST, {"teams": ["a,b"]}, ["PRE107"], id="member-with-comma"),
    pytest.param(LIST, {"teams": ["a", ""]}, ["PRE110"], id="empty-member"),
    pytest.param(LIST, {"teams": []}, ["PRE105"], id="no-members"),
    pytest.param(LIST, {"teams": None}, ["PRE105"], id="null-list"),
    pytest.param(LIST, {"teams": ["a" * 127, "b" * 126]}, [], id="longest-list"),
    pytest.param(LIST, {"teams": ["a" * 127, "b" * 127]}, ["PRE102"], id="list-too-long"),
    pytest.param(LIST, {"teams": ["R&D", "ops"]}, ["PRE103"], id="foreign-in-a-member"),
    pytest.param(
        "tags: [{key: team, value: user.team, allowed: [data, web]}]", {"team": "Data"}, ["PRE108"], id="not-allowed"
    ),
    pytest.param("tags: [{key: team, value: user.team, allowed: [data]}]", {"team": "data"}, [], id="allowed"),
    pytest.param(
        'tags: [{key: team, value: user.team, separator: ":", allowed: [data]}]',
        {"team": ("data",)},
        ["PRE108"],
        id="allowed-members",
    ),
    pytest.param(
        'tags: [{key: team, value: user.team, separator: ":", allowed: [":data:"]}]',
        {"team": ("data",)},
        [],
        id="allowed-list",
    ),
    pytest.param("tags: [{key: team, value: user.team, required: false}]", {}, [], id="optional-and-not-matched"),
    pytest.param(
        "tags: [{key: team, value: user.team, required: false, transitive: true}]",
        {},
        ["PRE113"],
        id="transitive-alone",
    ),
    pytest.param("tags: []", {"login": "o'brien@example.com"}, ["PRE101"], id="login-with-apostrophe"),
    pytest.param("tags: []", {"login": "x"}, ["PRE101"], id="login-too-short"),
    pytest.param("tags: []", {"login": "a" * 65}, ["PRE101"], id="login-too-long"),
    pytest.param("tags: []", {"login": "Ada Lovelace"}, ["PRE101"], id="login-with-space"),
    pytest.param("tags: []", {"login": "ada\n"}, ["PRE101"], id="login-with-line-feed"),
    pytest.param("tags: []", {"login": "ada+aws=1,2@example.com"}, [], id="login-with-every-sign"),
    pytest.param(
        "tags: [{key: team, value: user.team}, {key: project, value: user.project}]",
        {"team": "R&D", "login": "ö@example.com"},
        ["PRE101", "PRE103", "PRE105"],
        id="several-reasons",
    ),
]


@pytest.mark.parametrize(("keys", "profile", "expected"), CASES)
def test_a_profile_fails_for_exactly_these_reasons(keys: str, profile: dict[str, object], expected: list[str]) -> None:
    """Each value that AWS or the trust policy refuses is told with its reason, and no other is."""
    found = judged(plan_of(keys), users(profile))
    assert [problem for problems in found.rules().values() for problem in problems] == expected
    fails = [each for each in expected if each != "PRE113"]
    assert (found.summary.people, found.summary.failing) == (1, bool(fails))


def test_every_reason_that_lies_in_a_value_stands_among_the_cases() -> None:
    """No judgement of values is without a case that it is made in."""
    shown = {id_ for case in CASES for id_ in case.values[2]}
    assert {reason.id for reason, _ in VALUES} <= shown


def test_a_reason_says_the_same_as_the_rule_for_sample_people() -> None:
    """PRE103 and PERS103 are one judgement: title, consequence and source are the same."""
    for reason in preflight_rules():
        sample = rule(reason.id.replace("PRE", "PERS"))
        if int(reason.id[3:]) <= 110:
            assert sample is not None
            assert (reason.title, reason.explanation, reason.source) == (
                sample.title,
                sample.explanation,
                sample.source,
            )


def test_ids_are_unique_and_in_order() -> None:
    """No two reasons share an id."""
    ids = [reason.id for reason in preflight_rules()]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("e\u0301quipe", "U+0301 combining acute accent cannot stand in a tag value; its composed form would pass"),
        ("R&D", '"&" cannot stand in a tag value'),
        ("e\u0301 & co", 'U+0301 combining acute accent, "&" cannot stand in a tag value'),
    ],
)
def test_foreign_characters_are_named(value: str, words: str) -> None:
    """The message names each, and says so where a decomposed accent alone is to blame."""
    (person,) = judged(plan_of(TEAM), users({"team": value})).people
    assert person.problems[0].text() == f'Tag "team": {words}'
    assert (person.problems[0].tag, person.problems[0].value) == ("team", value)


def test_an_empty_list_shows_what_is_sent() -> None:
    """A list without members is sent as two separators, and the message shows them."""
    (person,) = judged(plan_of(LIST), users({"teams": []})).people
    assert "::" in person.problems[0].text()
    assert person.problems[0].value == "::"


def test_the_value_is_that_which_is_sent() -> None:
    """A list stands joined in what is reported, several values with commas."""
    found = judged(plan_of(LIST), users({"teams": ["a", "", "b"]})).people
    assert found[0].problems[0].value == ":a::b:"
    assert found[0].tags == (":a::b:",)
    assert judged(plan_of(TEAM), users({"team": ["a", "b"]})).people[0].problems[0].value == "a,b"


MATCHED = """
tags:
  - {key: team, value: user.team}
  - {key: project, value: user.project, required: false}
aws: {accounts: ["111122223333"], roles: [%s]}
access:
  - {name: own, actions: ["ec2:*"], match: [team, Project]}
  - {name: team, actions: ["s3:*"], match: [team]}
"""


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("{name: a, access: [own]}", ["PRE111"]),
        ("{name: a, access: [own]}, {name: b}", ["PRE111"]),
        ("{name: a, access: [own]}, {name: b, access: [team]}", ["PRE112"]),
        ("{name: a, access: [own, team]}", ["PRE112"]),
        ("{name: a, access: [team]}", []),
        ("", ["PRE112"]),
    ],
)
def test_an_optional_tag_that_is_matched_leaves_less_access_or_none(roles: str, expected: list[str]) -> None:
    """Without it a person fails where no grant is left, and is warned of where some are."""
    found = judged(plan_of(MATCHED % roles), users({"team": "a", "project": ""}, {"team": "a", "project": "b"}))
    assert found.rules() == ({"person0@example.com": expected} if expected else {})
    assert found.summary.failing == (expected == ["PRE111"])
    assert found.summary.warned == (expected == ["PRE112"])


def test_large_sessions_are_warned_of_and_counted_in_bands() -> None:
    """From 1,024 bytes of keys and values on a person is warned of; nobody fails for an estimate."""
    tags = ", ".join(f"{{key: key{number}, value: user.a{number}}}" for number in range(8))
    profiles = [{f"a{number}": "é" * length for number in range(8)} for length in (1, 40, 70)]
    found = judged(plan_of(f"tags: [{tags}]"), users(*profiles))
    assert found.rules() == {"person2@example.com": ["PRE114"]}
    assert found.people[0].problems[0].text().startswith(f"About {8 * (4 + 140)} bytes")
    assert [band.people for band in found.summary.sizes] == [1, 1, 1]
    assert (found.summary.failing, found.summary.warned) == (0, 1)


def test_what_cannot_be_known_here_is_told_once_for_the_tag() -> None:
    """An expression that needs more than the profile, and one that cannot be read, make nobody fail."""
    plan = plan_of(
        "tags: [{key: role, value: appuser.role}, {key: bad, value: 'user.team +'}, {key: team, value: user.team}]"
    )
    found = judged(plan, users({"team": "a"}, {"team": "b"}, {"team": "R&D"}))
    assert found.rules() == {"person2@example.com": ["PRE103"]}
    role, bad, team = found.summary.tags
    assert [(people, "not known" in fault.message) for fault, people in role.faults] == [(3, True)]
    assert [people for _, people in bad.faults] == [3]
    assert team.faults == ()


def test_what_okta_does_not_document_is_told_with_how_many_it_concerns() -> None:
    """A null in a concatenation is judged as the sample people are, with the remark that it is not documented."""
    plan = plan_of("tags: [{key: team, value: '\"t-\" + user.team'}]")
    found = judged(plan, users({"team": "a"}, {}, {}))
    assert not found.people
    assert [(people, "null" in message) for message, people in found.summary.tags[0].notes] == [(2, True)]
