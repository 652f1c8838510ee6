"""The other dialect."""

import pytest

from tests.okta.expression.documented import JOHN, KNOWN, PERSON, Example
from tests.okta.expression.documented_classic import CLASSIC
from tests.okta.expression.documented_identity_engine import IDENTITY_ENGINE
from wizard.okta.expression import (
    CannotEvaluate,
    CannotTranslate,
    ExpressionError,
    parsed,
    printed,
    translated,
    value_of,
)
from wizard.okta.expression.dialect import OTHER
from wizard.plan.model import Claims, Person

STATEMENTS, FEDERATED = Claims.STATEMENTS, Claims.FEDERATED


@pytest.mark.parametrize(
    ("classic", "federated"),
    [
        ("user.team", "user.profile.team"),
        ('user.team ?: "none"', 'user.profile.team ?: "none"'),
        ("user.a AND user.b OR !user.c", "user.profile.a && user.profile.b || !user.profile.c"),
        ("String.toUpperCase(user.team)", "user.profile.team.toUpperCase()"),
        ("String.substring(user.team, 0, 3)", "user.profile.team.substring(0, 3)"),
        ('String.stringContains(user.city, "a")', 'user.profile.city.contains("a")'),
        ('Arrays.contains(user.teams, "a")', 'user.profile.teams.contains("a")'),
        ("Arrays.size(user.teams)", "user.profile.teams.size()"),
        ("user.teams[0]", "user.profile.teams[0]"),
        ("Convert.toInt(user.level)", "user.profile.level.toInteger()"),
        ("Iso3166Convert.toName(user.countryCode)", "user.profile.countryCode.parseCountryCode().toName()"),
        ('isMemberOfGroupName("a")', 'user.isMemberOf({"group.profile.name": "a", "operator": "EXACT"})'),
        (
            'isMemberOfGroupNameStartsWith("a")',
            'user.isMemberOf({"group.profile.name": "a", "operator": "STARTS_WITH"})',
        ),
        ('isMemberOfGroup("a")', 'user.isMemberOf({"group.id": "a"})'),
        ('isMemberOfAnyGroup("a", "b")', 'user.isMemberOf({"group.id": {"a", "b"}})'),
        ('user.getGroups({"group.type": "x"}).![name]', 'user.getGroups({"group.type": "x"}).![profile.name]'),
        ('user.getInternalProperty("id")', "user.id"),
        ('user.getLinkedObject("manager").lastName', 'user.getLinkedObject("manager").lastName'),
        ("session.amr", "session.amr"),
        ("Time.fromIso8601ToWindows(user.since)", "user.profile.since.parseStringTime().toWindows()"),
        ("Time.fromWindowsToIso8601(user.since)", "user.profile.since.parseWindowsTime().toString()"),
        ("user.a == null ? 1 : -user.b", "user.profile.a == null ? 1 : -user.profile.b"),
    ],
)
def test_an_expression_goes_both_ways(classic: str, federated: str) -> None:
    """What both pages document is translated there and back."""
    assert translated(classic, FEDERATED) == federated
    assert translated(federated, STATEMENTS, {"teams"}) == classic


@pytest.mark.parametrize(
    ("text", "to", "result"),
    [
        ("Engineering", FEDERATED, '"Engineering"'),
        ('String.append(user.a, "x")', FEDERATED, 'user.profile.a + "x"'),
        ('String.join("-", user.a, user.b, "c")', FEDERATED, 'user.profile.a + "-" + user.profile.b + "-" + "c"'),
        ('String.join("", user.a)', FEDERATED, "user.profile.a"),
        (
            'String.stringSwitch(user.a, "d", "k", "v", "l", "w")',
            FEDERATED,
            'user.profile.a.contains("k") ? "v" : user.profile.a.contains("l") ? "w" : "d"',
        ),
        ("toLowerCase(user.a)", FEDERATED, "user.profile.a.toLowerCase()"),
        ("Arrays.flatten(1, {2, 3})", FEDERATED, "{1, {2, 3}}.flatten()"),
        ("Arrays.clear(user.a)", FEDERATED, "{}"),
        ("Arrays.get(user.a, 0)", FEDERATED, "user.profile.a[0]"),
        ("user.status", FEDERATED, "user.profile.status"),
        ('Time.now("UTC", "yyyy")', FEDERATED, 'DateTime.now().toZone("UTC").toString("yyyy")'),
        ("Time.now()", FEDERATED, "DateTime.now().toString()"),
        (
            'Time.fromIso8601ToString(user.a, "yyyy")',
            FEDERATED,
            'user.profile.a.parseStringTime().toString("yyyy")',
        ),
        ('String.len("a" + user.a)', FEDERATED, '("a" + user.profile.a).length()'),
        ("user.profile.a.substring(1)", STATEMENTS, "String.substring(user.a, 1, String.len(user.a))"),
        ("{1, {2}}.flatten()", STATEMENTS, "Arrays.flatten({1, {2}})"),
        (
            "DateTime.now().toZone('EST').toString('yyyy')",
            STATEMENTS,
            'Time.fromIso8601ToString(Time.now("EST"), "yyyy")',
        ),
        ("Time.now().toUnix()", STATEMENTS, "Time.fromIso8601ToUnix(Time.now())"),
        ("'a'.parseStringTime('yyyy').toString()", STATEMENTS, 'Time.fromStringToIso8601("a", "yyyy")'),
        ("user.isMemberOf({'group.id': {'a'}})", STATEMENTS, 'isMemberOfGroup("a")'),
        ("user.team", STATEMENTS, "user.team"),
        ("user.team + user.profile.city", STATEMENTS, "user.team + user.city"),
        ("String.len(user.profile.a)", STATEMENTS, "String.len(user.a)"),
        ("user.a + user.profile.b.toUpperCase()", FEDERATED, "user.profile.a + user.profile.b.toUpperCase()"),
    ],
)
def test_an_expression_goes_one_way(text: str, to: Claims, result: str) -> None:
    """Functions without a twin become operators, and what is in the wanted dialect already stays."""
    assert translated(text, to) == result


@pytest.mark.parametrize(
    ("text", "to", "column", "name"),
    [
        ('":" + Arrays.toCsvString(user.a)', FEDERATED, 14, "Arrays.toCsvString"),
        ('String.startsWith(user.a, "x")', FEDERATED, 8, "String.startsWith"),
        ('Arrays.flatten("1,2")', FEDERATED, 8, "Arrays.flatten"),
        ('isMemberOfGroupNameRegex("x")', FEDERATED, 1, "isMemberOfGroupNameRegex"),
        ("hasDirectoryUser()", FEDERATED, 1, "hasDirectoryUser"),
        ("appuser.role", FEDERATED, 1, "appuser.role"),
        ('user.getInternalProperty("x")', FEDERATED, 6, "user.getInternalProperty"),
        ("String.len()", FEDERATED, 8, "String.len"),
        ("Foo.bar()", FEDERATED, 5, "bar"),
        ('Time.now("UTC")', FEDERATED, 6, "Time.now"),
        ("user.created", STATEMENTS, 1, "user.created"),
        ("user.profile.x.contains('a')", STATEMENTS, 16, "contains"),
        ("user.created.toString()", STATEMENTS, 14, "toString"),
        ("user.created.plusDays(1)", STATEMENTS, 14, "plusDays"),
        ("DateTime.now().plusDays(1).toUnix()", STATEMENTS, 28, "toUnix"),
        ("'US'.parseCountryCode()", STATEMENTS, 6, "parseCountryCode"),
        ("'US'.toAlpha2()", STATEMENTS, 6, "toAlpha2"),
        ("user.isMemberOf({'group.id': 'a'}, {'group.type': 'b'})", STATEMENTS, 6, "user.isMemberOf"),
        ("user.isMemberOf({'group.id': 'a', 'group.type': 'b'})", STATEMENTS, 6, "user.isMemberOf"),
        ("user.isMemberOf('a')", STATEMENTS, 6, "user.isMemberOf"),
        ("user.isMemberOf({'group.type': 'b'})", STATEMENTS, 6, "user.isMemberOf"),
        ("user.isMemberOf({'group.id': {}})", STATEMENTS, 6, "user.isMemberOf"),
        ("user.isMemberOf({'group.profile.name': 'b', 'operator': 'LIKE'})", STATEMENTS, 6, "user.isMemberOf"),
        ("device.profile.platform", STATEMENTS, 1, "device.profile.platform"),
        ("Engineering", STATEMENTS, 1, "Engineering"),
    ],
)
def test_what_has_no_counterpart_is_named(text: str, to: Claims, column: int, name: str) -> None:
    """The function or the reference that the other page does not document is told with its column."""
    with pytest.raises(CannotTranslate) as caught:
        translated(text, to)
    assert (caught.value.column, caught.value.reason.split(" has no ")[0]) == (column, name)


def test_other_projections_have_no_counterpart() -> None:
    """The classic page documents the projection of a group's name alone."""
    with pytest.raises(CannotTranslate, match="column 37: Only the name of a group"):
        translated("user.getGroups({'group.id': 'x'}).![id]", STATEMENTS)


def test_what_is_no_expression_is_not_translated() -> None:
    """A text that cannot be read raises the parser's error."""
    with pytest.raises(ExpressionError):
        translated("user.a +", FEDERATED)


def test_a_translation_that_grows_too_deep_is_refused() -> None:
    """A switch with more keys than an expression may nest has no translation."""
    keys = ", ".join(['"k", "v"'] * 120)
    with pytest.raises(CannotTranslate, match="too long or nest too deep"):
        translated(f'String.stringSwitch(user.a, "d", {keys})', FEDERATED)


def _examples() -> list[object]:
    """Return the examples whose functions have counterparts; null is documented for the classic functions alone."""
    both = [(STATEMENTS, PERSON, one) for one in CLASSIC] + [(FEDERATED, JOHN, one) for one in IDENTITY_ENGINE]
    return [pytest.param(*one, id=one[2].text) for one in both if not _stays(*one) and "NULL" not in one[2].text]


def _stays(claims: Claims, person: Person, example: Example) -> bool:
    try:
        text = _other(claims, person, example)
        value_of(parsed(text, OTHER[claims]), person, KNOWN)
    except (CannotTranslate, CannotEvaluate):
        return True
    return False


def _other(claims: Claims, person: Person, example: Example) -> str:
    lists = {name for name, value in person.profile if isinstance(value, tuple)}
    return translated(example.text, OTHER[claims], lists)


@pytest.mark.parametrize(("claims", "person", "example"), _examples())
def test_a_translated_example_gives_the_same(claims: Claims, person: Person, example: Example) -> None:
    """An example of Okta's pages gives the same value in the other dialect."""
    text = _other(claims, person, example)
    value = value_of(parsed(text, OTHER[claims]), person, KNOWN).value
    assert printed(parsed(text, OTHER[claims])) == text
    assert str(value).replace(".000Z", "Z") == str(example.value).replace(".000Z", "Z")


def test_most_examples_have_a_counterpart() -> None:
    """The examples that are compared are most of those on the pages."""
    assert len(_examples()) > (len(CLASSIC) + len(IDENTITY_ENGINE)) * 0.6
