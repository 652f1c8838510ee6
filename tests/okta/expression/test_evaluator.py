"""Values, and what Okta does not document about them."""

import pytest

from wizard.okta.expression import (
    CannotEvaluate,
    Evaluation,
    Group,
    Surroundings,
    compiled,
    note,
    parsed,
    plain_attribute,
    value_of,
)
from wizard.plan.model import Claims, Person, ProfileValue

CLASSIC, FEDERATED = Claims.STATEMENTS, Claims.FEDERATED
ADA = Person(
    "ada@example.com",
    (
        ("team", "platform"),
        ("teams", ("a", "b")),
        ("none", ()),
        ("empty", ""),
        ("level", 3),
        ("share", 0.5),
        ("boss", True),
        ("yes", "true"),
        ("csv", "a, b"),
        ("bad", float("nan")),
        ("huge", 1e308),
    ),
)


def evaluated(text: str, claims: Claims = CLASSIC, surroundings: Surroundings | None = None) -> Evaluation:
    """Return what an expression gives for Ada."""
    return value_of(parsed(text, claims), ADA, surroundings or Surroundings())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("user.team", "platform"),
        ("user.login", "ada@example.com"),
        ("user.teams", ("a", "b")),
        ("user.level", 3),
        ("user.boss", True),
        ("Engineering", "Engineering"),
        ('":" + String.replace(Arrays.toCsvString(user.teams), ",", ":") + ":"', ":a:b:"),
        ('":" + String.replace(Arrays.toCsvString(user.none), ",", ":") + ":"', "::"),
        ('":" + String.replace(Arrays.toCsvString(user.csv), ",", ":") + ":"', ":a:b:"),
        ('user.missing ?: "none"', "none"),
        ('user.empty ?: "none"', "none"),
        ('user.team ?: "none"', "platform"),
        ("user.missing == null", True),
        ("user.empty == null", False),
        ("user.empty == ''", True),
        ("user.empty != ''", False),
        ("user.level == 3.0", True),
        ("user.level != 4", True),
        ("{1, 'a'} == {1.0, 'a'}", True),
        ("{1} == {1, 2}", False),
        ("user.boss OR user.missing", True),
        ("!user.boss AND user.missing", False),
        ("user.boss AND !user.boss", False),
        ("!user.boss OR !user.boss", False),
        ("'a' < 'b'", True),
        ("'b' <= 'a'", False),
        ("2 > 1.5", True),
        ("2 >= 3", False),
        ("-user.level", -3),
        ("+user.share", 0.5),
        ("user.boss ? 'x' : user.nobody.nothing", "x"),
        ("true", True),
        ("user.team matches 'plat.*'", True),
        ("user.teams[1]", "b"),
        ("{'a', user.missing}", ("a", None)),
    ],
)
def test_a_documented_value_has_no_note(text: str, value: ProfileValue) -> None:
    """What Okta documents is given without a note, and says that it is documented."""
    evaluation = evaluated(text)
    assert evaluation == Evaluation(value)
    assert type(evaluation.value) is type(value)
    assert evaluation.documented


@pytest.mark.parametrize(
    ("claims", "text", "value", "notes"),
    [
        (CLASSIC, "user.missing", None, [note.NULL_RESULT]),
        (CLASSIC, "null", None, [note.NULL_RESULT]),
        (CLASSIC, "user.none", (), [note.EMPTY_ARRAY]),
        (CLASSIC, "{}", (), [note.EMPTY_ARRAY]),
        (CLASSIC, "'a' + user.missing", "anull", [note.NULL_IN_TEXT]),
        (CLASSIC, "user.missing + '-' + user.missing", "null-null", [note.NULL_IN_TEXT]),
        (CLASSIC, "String.toUpperCase(user.missing)", None, [note.NULL_ARGUMENT, note.NULL_RESULT]),
        (FEDERATED, "user.profile.missing.length()", None, [note.NULL_ARGUMENT, note.NULL_RESULT]),
        (CLASSIC, "user.missing < 1", True, [note.NULL_COMPARED]),
        (CLASSIC, "null >= null", True, [note.NULL_COMPARED]),
        (CLASSIC, "user.yes ? 1 : 2", 1, [note.TEXT_AS_BOOLEAN]),
        (CLASSIC, "'a' + 1", "a1", [note.VALUE_AS_TEXT]),
        (CLASSIC, "'a' + user.boss + !user.boss", "atruefalse", [note.VALUE_AS_TEXT]),
        (CLASSIC, "String.len(user.level)", 1, [note.VALUE_AS_TEXT]),
        (CLASSIC, "String.substring('abc', '1', 2)", "b", [note.TEXT_AS_NUMBER]),
        (CLASSIC, "{'a', 'b'}['-0']", "a", [note.TEXT_AS_NUMBER]),
        (CLASSIC, "user.level == '3'", False, [note.MIXED_COMPARISON]),
        (CLASSIC, "user.boss == 1", False, [note.MIXED_COMPARISON]),
        (FEDERATED, "'2015'.parseStringTime('yyyy') == 2", False, [note.MIXED_COMPARISON]),
        (CLASSIC, "1 + 2", 3, [note.ARITHMETIC]),
        (CLASSIC, "7 / 2", 3, [note.ARITHMETIC]),
        (CLASSIC, "-7 / 2", -3, [note.ARITHMETIC]),
        (CLASSIC, "-7 % 2", -1, [note.ARITHMETIC]),
        (CLASSIC, "7 / 2.0", 3.5, [note.ARITHMETIC]),
        (CLASSIC, "7.5 % 2", 1.5, [note.ARITHMETIC]),
        (CLASSIC, "2 * 3 - 1", 5, [note.ARITHMETIC]),
        (CLASSIC, "String.replace('abc', '', '-')", "-a-b-c-", [note.SEARCH_EMPTY]),
        (CLASSIC, "String.stringSwitch('abc', 'd', '', 'e')", "e", [note.SEARCH_EMPTY]),
        (CLASSIC, "String.substringBefore('abc', '@')", "abc", [note.SEARCH_MISSES]),
        (CLASSIC, "String.substringAfter('abc', '@')", "", [note.SEARCH_MISSES]),
        (CLASSIC, "String.replaceFirst('a.b', '.', '-')", "a-b", [note.SEARCH_AS_PATTERN]),
        (CLASSIC, "String.replaceFirst('ab', 'b', '$1')", "a$1", [note.SEARCH_AS_PATTERN]),
        (CLASSIC, "String.removeSpaces('a\tb')", "a\tb", [note.OTHER_SPACES]),
        (CLASSIC, "String.len('\U0001f600')", 1, [note.BEYOND_16_BITS]),
        (CLASSIC, "Arrays.remove({1, 2, 1}, 1)", (2,), [note.REMOVED_ONCE]),
        (CLASSIC, "Arrays.contains(user.csv, 1)", False, [note.MIXED_COMPARISON]),
        (CLASSIC, "Convert.toInt('2.5')", 3, [note.ROUNDED_HALF]),
        (CLASSIC, "Convert.toInt('2147483648')", -2147483648, [note.INTEGER_WRAPPED]),
        (CLASSIC, "Iso3166Convert.toAlpha2('usa')", "US", [note.CODE_CASE]),
        (CLASSIC, "Iso3166Convert.toName('KR')", "South Korea", [note.COUNTRY_NAME]),
        (FEDERATED, "'South Korea'.parseCountryCode().toAlpha2()", "KR", [note.COUNTRY_NAME]),
        (FEDERATED, "'US'.parseCountryCode()", "US", [note.OBJECT_AS_TEXT]),
        (FEDERATED, "{'US'.parseCountryCode()}", ("US",), [note.OBJECT_AS_TEXT]),
        (FEDERATED, "'2015-06-17'.parseStringTime()", "2015-06-17T00:00:00Z", [note.OBJECT_AS_TEXT]),
    ],
)
def test_what_okta_does_not_document_is_noted(claims: Claims, text: str, value: ProfileValue, notes: list[str]) -> None:
    """A value that Okta does not document comes with what is not documented about it, each note once."""
    evaluation = evaluated(text, claims)
    assert (evaluation.value, list(evaluation.notes)) == (value, notes)
    assert not evaluation.documented


@pytest.mark.parametrize(
    ("claims", "text", "column", "reason"),
    [
        (CLASSIC, "'a' + appuser.role", 7, "appuser.role is not known on this machine."),
        (CLASSIC, "user.profile.team", 1, "user.profile.team is written for federated claims"),
        (FEDERATED, "user.team", 1, "user.team is written for attribute statements"),
        (FEDERATED, "user.created", 1, "user.created is not known on this machine."),
        (CLASSIC, "first + 'a'", 1, "first stands alone; write user.first"),
        (FEDERATED, "Engineering", 1, "Engineering stands alone; write user.profile.Engineering"),
        (CLASSIC, "user", 1, "user is no value; a name after a dot is missing."),
        (CLASSIC, "String + 'a'", 1, "String is no value"),
        (CLASSIC, "user.team.name", 1, "user.team.name is not known on this machine."),
        (CLASSIC, "findDirectoryUser().managerUpn", 1, "findDirectoryUser().managerUpn is not known"),
        (CLASSIC, "hasDirectoryUser() ? 1 : 2", 1, "hasDirectoryUser() is not known on this machine."),
        (CLASSIC, "'x' + String.nothing('a')", 14, "String.nothing is no function that Okta documents here."),
        (CLASSIC, "user.team.length()", 11, "length is no function that Okta documents here."),
        (CLASSIC, "String.len()", 8, "String.len takes another number of values."),
        (CLASSIC, "isMemberOfGroupName('x')", 1, "The person's groups are not known here."),
        (CLASSIC, "Time.now()", 6, "The time of the sign-in is not known here."),
        (CLASSIC, "user.missing ? 1 : 2", 1, "A condition is null"),
        (CLASSIC, "true AND user.missing", 10, "A condition is null"),
        (CLASSIC, "user.team ? 1 : 2", 1, "Okta documents a value of the type boolean here"),
        (CLASSIC, "!user.level", 2, "Okta documents a value of the type boolean here"),
        (
            CLASSIC,
            "'a' + user.teams",
            7,
            "Okta documents a value of the type string here; this one has the type array.",
        ),
        (CLASSIC, "user.boss + user.boss", 13, "Okta does not document + between the types boolean and boolean."),
        (CLASSIC, "user.boss - 1", 1, "Okta does not document - between the types boolean and integer."),
        (CLASSIC, "user.boss < true", 1, "Okta does not document how the types boolean and boolean compare by size."),
        (CLASSIC, "-user.team", 2, "Okta documents a value of the type number here"),
        (CLASSIC, "1 / 0", 1, "The result of / is no number."),
        (CLASSIC, "1.5 % 0", 1, "The result of % is no number."),
        (CLASSIC, "user.huge * 10", 1, "The result of * is no number."),
        (CLASSIC, "user.bad - 1", 1, "The result of - is no number."),
        (CLASSIC, "2147483647 * 2", 1, "The result is beyond the largest integer, 2147483647."),
        (CLASSIC, "user.level matches 'a'", 1, "Okta documents a value of the type string here"),
        (CLASSIC, "'a' matches user.level", 1, "Okta documents a value of the type string here"),
        (CLASSIC, "user.teams[2]", 1, "The array has 2 members; Okta does not document what stands at 2."),
        (CLASSIC, "user.team[0]", 1, "Okta documents a value of the type array here"),
        (CLASSIC, "user.teams['x']", 1, "Okta documents a value of the type integer here"),
        (CLASSIC, "user.teams[true]", 1, "Okta documents a value of the type integer here"),
        (CLASSIC, "Arrays.get({1}, 1)", 8, "The array has 1 member"),
        (CLASSIC, "Arrays.size(3)", 8, "Okta documents a value of the type array here"),
        (CLASSIC, "String.substring('abc', 1, 4)", 8, "The text has 3 characters; Okta does not document its part"),
        (CLASSIC, "String.substring('abc', 2, 1)", 8, "The text has 3 characters"),
        (CLASSIC, "Convert.toInt('x')", 9, "'x' spells no number; Okta gives an error."),
        (CLASSIC, "Convert.toInt({1})", 9, "Okta documents a value of the type string here"),
        (CLASSIC, "Convert.toNum('1e400')", 9, "'1e400' spells no number"),
        (CLASSIC, "Iso3166Convert.toAlpha2('XX')", 16, "'XX' is no country of ISO 3166-1."),
        (CLASSIC, "Iso3166Convert.toAlpha2('India')", 16, "'India' is a name; Okta documents codes here."),
        (CLASSIC, "user.teams.![name]", 1, "A projection is documented for groups"),
        (CLASSIC, "user.team.![name]", 1, "Okta documents a value of the type array here"),
        (CLASSIC, "{'group.id': 'x'}", 1, "The result is of the type object"),
        (CLASSIC, "{{1}}", 1, "The result is of the type array"),
        (FEDERATED, "'US'.parseCountryCode().toUnix()", 25, "Okta documents a value of the type date and time here"),
        (FEDERATED, "user.profile.team.toAlpha2()", 19, "Okta documents a value of the type country code here"),
        (FEDERATED, "user.profile.team.plusDays(1)", 19, "Okta documents a value of the type date and time here"),
        (FEDERATED, "user.profile.teams.toNumber()", 20, "Okta documents a value of the type string here"),
    ],
)
def test_what_has_no_value_says_why_and_where(claims: Claims, text: str, column: int, reason: str) -> None:
    """Where a value is not known or not documented, the reason and the column are told."""
    with pytest.raises(CannotEvaluate) as caught:
        evaluated(text, claims)
    assert (caught.value.column, caught.value.reason[: len(reason)]) == (column, reason)


@pytest.mark.parametrize(
    ("claims", "text", "value"),
    [
        (CLASSIC, "appuser.role", "admin"),
        (CLASSIC, "String.toUpperCase(appuser.role)", "ADMIN"),
        (CLASSIC, "findDirectoryUser().managerUpn", "bob@example.com"),
        (FEDERATED, "user.created.toString('yyyy')", "2015"),
        (FEDERATED, "user.lastLogin == null", True),
        (FEDERATED, "user.status", "ACTIVE"),
        (FEDERATED, "'a'.part", "b"),
        (FEDERATED, "3.toInteger()", 3),
    ],
)
def test_surroundings_supply_what_the_profile_lacks(claims: Claims, text: str, value: ProfileValue) -> None:
    """What is known beside the profile is found by the text that reads it."""
    known = Surroundings(
        references={
            "appuser.role": "admin",
            "findDirectoryUser().managerUpn": "bob@example.com",
            "user.created": "2015-07-30T23:58:32.000Z",
            "user.lastLogin": None,
            "user.status": "ACTIVE",
            '"a".part': "b",
        }
    )
    assert evaluated(text, claims, known).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'US'.parseCountryCode() == 'USA'.parseCountryCode()", True),
        ("'US'.parseCountryCode() == 'IN'.parseCountryCode()", False),
        ("'2015-06-17'.parseStringTime() == '2015-06-17T00:00'.parseStringTime()", True),
        ("{'2015-06-17'.parseStringTime()}.contains('2015-06-18'.parseStringTime())", False),
    ],
)
def test_countries_and_times_are_compared_by_what_they_are(text: str, value: bool) -> None:
    """Two codes of one country are the same, and so are two texts of one time."""
    assert evaluated(text, FEDERATED) == Evaluation(value)


def test_a_time_that_is_none_has_no_value() -> None:
    """A reference that must be a time and is not is told with its column."""
    with pytest.raises(CannotEvaluate, match="column 1: 'soon' is no date and time of ISO 8601"):
        evaluated("user.created.toUnix()", FEDERATED, Surroundings(references={"user.created": "soon"}))


@pytest.mark.parametrize(
    ("claims", "text", "name"),
    [
        (CLASSIC, "user.team", "team"),
        (CLASSIC, " (user.team) ", "team"),
        (FEDERATED, "user.profile.team", "team"),
        (FEDERATED, "user.team", None),
        (FEDERATED, "user.id", None),
        (CLASSIC, "user.team.x", None),
        (CLASSIC, "'a' + user.team", None),
        (CLASSIC, "appuser.team", None),
    ],
)
def test_a_plain_attribute_is_named(claims: Claims, text: str, name: str | None) -> None:
    """An expression that merely reads an attribute tells which, so that many people are read fast."""
    assert plain_attribute(parsed(text, claims)) == name


def test_an_expression_is_compiled_once_for_many_people() -> None:
    """One compiled expression serves any number of profiles, and keeps nothing of the one before."""
    shout = compiled(parsed("String.toUpperCase(user.team)", CLASSIC))
    assert [shout({"team": team}).value for team in ("a", None, "b")] == ["A", None, "B"]
    assert shout({"team": "a"}).notes == ()


def test_groups_are_no_value_of_an_attribute() -> None:
    """Groups themselves cannot stand in an attribute; a projection takes their names."""
    known = Surroundings(groups=(Group("1", "Everyone"),))
    with pytest.raises(CannotEvaluate, match="The result is of the type object"):
        evaluated("user.getGroups({'group.id': '1'})", CLASSIC, known)
