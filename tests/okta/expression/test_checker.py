"""What the checker says of expressions that can be read."""

import pytest

from wizard.okta.expression import Problem, ProblemKind, ValueType, parsed, problems, result_type
from wizard.plan.model import Claims

CLASSIC, FEDERATED = Claims.STATEMENTS, Claims.FEDERATED
NAMES = frozenset({"team", "teams", "level"})
LISTS = frozenset({"teams"})


def told(text: str, claims: Claims) -> list[tuple[str, int, str]]:
    """Return kind, column and suggestion of each problem, for a profile with NAMES of which LISTS hold arrays."""
    found = problems(parsed(text, claims), NAMES, LISTS)
    return [(problem.kind.name, problem.column, problem.suggestion) for problem in found]


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        (CLASSIC, "user.team"),
        (CLASSIC, "user.department"),
        (CLASSIC, 'user.team ?: "none"'),
        (CLASSIC, '":" + String.replace(Arrays.toCsvString(user.teams), ",", ":") + ":"'),
        (CLASSIC, "Arrays.size('a,b')"),
        (CLASSIC, "user.team == null ? 'x' : user.team"),
        (CLASSIC, "user.teams[0]"),
        (CLASSIC, "zendesk.firstName"),
        (CLASSIC, "zendesk_app.companySubDomain"),
        (CLASSIC, "app.domain"),
        (CLASSIC, "session.amr"),
        (CLASSIC, "user.level < 3"),
        (CLASSIC, "user.city < 'b'"),
        (CLASSIC, "findDirectoryUser().managerUpn"),
        (CLASSIC, "user.getGroups({'group.profile.name': 'x', 'operator': 'EXACT'}).![name]"),
        (FEDERATED, "user.profile.team"),
        (FEDERATED, "user.created.plusHours(-1).toString()"),
        (FEDERATED, "-1.6.toInteger()"),
        (FEDERATED, "user.profile.teams.contains('a') || !user.profile.team.contains('b')"),
        (FEDERATED, "appuser.entitlements.role"),
        (FEDERATED, "device.profile.platform"),
        (FEDERATED, "session.id"),
        (FEDERATED, "user.getGroups({'group.id': 'x'}).![profile.name]"),
    ],
)
def test_documented_expressions_have_no_problem(claims: Claims, text: str) -> None:
    """What Okta documents passes without a word."""
    assert told(text, claims) == []


@pytest.mark.parametrize(
    ("claims", "text", "found"),
    [
        (CLASSIC, "user.profile.team", [("WRONG_DIALECT", 1, "user.team")]),
        (FEDERATED, "'x' + user.team", [("WRONG_DIALECT", 7, "user.profile.team")]),
        (FEDERATED, "String.len('x')", [("WRONG_DIALECT", 8, "")]),
        (CLASSIC, "user.team.toUpperCase()", [("WRONG_DIALECT", 11, "")]),
        (FEDERATED, "appuser.role", [("WRONG_DIALECT", 1, "")]),
        (FEDERATED, "org.name", [("WRONG_DIALECT", 1, "")]),
        (CLASSIC, "device.profile.platform", [("WRONG_DIALECT", 1, "")]),
        (CLASSIC, "user.isMemberOf({'group.id': 'x'})", [("WRONG_DIALECT", 6, "")]),
        (CLASSIC, "String.lenght('x')", [("UNKNOWN_FUNCTION", 8, "String.len")]),
        (CLASSIC, "Xyzzy.qqq('x')", [("UNKNOWN_FUNCTION", 7, "")]),
        (FEDERATED, "'x'.toUppercase()", [("UNKNOWN_FUNCTION", 5, "toUpperCase")]),
        (CLASSIC, "String.len()", [("WRONG_COUNT", 8, "")]),
        (CLASSIC, "String.len('a', 'b')", [("WRONG_COUNT", 8, "")]),
        (CLASSIC, "String.stringSwitch('a', 'b', 'c')", [("WRONG_COUNT", 8, "")]),
        (CLASSIC, "String.join(',')", [("WRONG_COUNT", 8, "")]),
        (FEDERATED, "'a'.substring()", [("WRONG_COUNT", 5, "")]),
        (CLASSIC, "String.len(user.teams)", [("WRONG_TYPE", 12, "")]),
        (CLASSIC, "String.substring('a', 'b', 1)", [("WRONG_TYPE", 23, "")]),
        (CLASSIC, "Arrays.size(3)", [("WRONG_TYPE", 13, "")]),
        (FEDERATED, "user.profile.city.size()", [("WRONG_TYPE", 19, "")]),
        (FEDERATED, "'US'.parseCountryCode().toUnix()", [("WRONG_TYPE", 25, "")]),
        (FEDERATED, "user.getGroups('x')", [("WRONG_TYPE", 16, "")]),
        (FEDERATED, "user.isMemberOf({'group.name': 'x'})", [("WRONG_TYPE", 18, "")]),
        (FEDERATED, "user.isMemberOf({'group.profile.name': 'x', 'operator': 'LIKE'})", [("WRONG_TYPE", 57, "")]),
        (CLASSIC, "user", [("WRONG_TYPE", 1, "")]),
        (CLASSIC, "String", [("UNQUOTED_TEXT", 1, '"String"')]),
        (CLASSIC, "user.city ? 1 : 2", [("WRONG_TYPE", 1, "")]),
        (CLASSIC, "!user.city", [("WRONG_TYPE", 2, "")]),
        (CLASSIC, "user.city AND true", [("WRONG_TYPE", 1, "")]),
        (CLASSIC, "user.city == 3", [("WRONG_TYPE", 11, "")]),
        (CLASSIC, "user.teams < 3", [("WRONG_TYPE", 12, "")]),
        (CLASSIC, "true < false", [("WRONG_TYPE", 6, "")]),
        (CLASSIC, "user.city + user.teams", [("WRONG_TYPE", 13, "")]),
        (CLASSIC, "user.city[0]", [("WRONG_TYPE", 1, "")]),
        (CLASSIC, "user.teams['a']", [("WRONG_TYPE", 12, "")]),
        (CLASSIC, "'a'.b", [("WRONG_TYPE", 1, "")]),
        (CLASSIC, "user.temas", [("UNKNOWN_ATTRIBUTE", 1, "user.teams")]),
        (CLASSIC, "user.Team", [("UNKNOWN_ATTRIBUTE", 1, "user.team")]),
        (CLASSIC, "user.qqqqqq", [("UNKNOWN_ATTRIBUTE", 1, "")]),
        (FEDERATED, "user.profile.temas", [("UNKNOWN_ATTRIBUTE", 1, "user.profile.teams")]),
        (CLASSIC, "user.team.name", [("UNKNOWN_ATTRIBUTE", 1, "")]),
        (CLASSIC, "firstName + 'x'", [("UNKNOWN_ATTRIBUTE", 1, "user.firstName")]),
        (FEDERATED, "Engineering", [("UNKNOWN_ATTRIBUTE", 1, "user.profile.Engineering")]),
        (CLASSIC, "team", [("UNKNOWN_ATTRIBUTE", 1, "user.team")]),
        (CLASSIC, "firstName", [("UNKNOWN_ATTRIBUTE", 1, "user.firstName")]),
        (CLASSIC, "Engineering", [("UNQUOTED_TEXT", 1, '"Engineering"')]),
        (CLASSIC, "toUpperCase('a')", [("DEPRECATED", 1, "String.toUpperCase")]),
        (CLASSIC, "user.city matches 'a'", [("DEPRECATED", 11, "")]),
        (FEDERATED, "user.profile.city matches 'a'", [("UNDOCUMENTED", 19, "")]),
        (CLASSIC, "Groups.startsWith('OKTA', 'x', 10)", [("MISPLACED", 8, "")]),
        (CLASSIC, "access.scope", [("MISPLACED", 1, "")]),
        (CLASSIC, "app.profile.label", [("MISPLACED", 1, "")]),
        (CLASSIC, "idpuser.firstName", [("MISPLACED", 1, "")]),
        (FEDERATED, "security.risk.level", [("MISPLACED", 1, "")]),
        (FEDERATED, "device.assurance.screenLockType", [("MISPLACED", 1, "")]),
        (FEDERATED, "zendesk.firstName", [("UNDOCUMENTED", 1, "")]),
        (CLASSIC, "session.id", [("UNDOCUMENTED", 1, "")]),
        (CLASSIC, "true && false", [("UNDOCUMENTED", 6, "AND")]),
        (CLASSIC, "true or false", [("UNDOCUMENTED", 6, "OR")]),
        (FEDERATED, "true OR false", [("UNDOCUMENTED", 6, "||")]),
        (FEDERATED, "user.profile.team ?: 'x'", [("UNDOCUMENTED", 19, "")]),
        (FEDERATED, "user.profile.teams[0]", [("UNDOCUMENTED", 1, "")]),
        (CLASSIC, "1 + 2", [("UNDOCUMENTED", 3, "")]),
        (CLASSIC, "user.level * 2", [("UNDOCUMENTED", 12, "")]),
        (CLASSIC, "-user.level", [("UNDOCUMENTED", 1, "")]),
        (CLASSIC, "+1", [("UNDOCUMENTED", 1, "")]),
        (CLASSIC, "-'a'", [("WRONG_TYPE", 2, "")]),
        (CLASSIC, "user.teams.![name]", [("UNDOCUMENTED", 14, "")]),
        (CLASSIC, "user.getGroups({'group.id': 'x'}).![id]", [("UNDOCUMENTED", 37, "")]),
        (FEDERATED, "user.getGroups({'group.id': 'x'}).![name + 'x']", [("UNDOCUMENTED", 42, "")]),
        (CLASSIC, "Arrays.isEmpty(user.teams) ? 'a' : 'b'", [("UNDOCUMENTED", 8, "")]),
        (FEDERATED, "user.profile.teams.isEmpty() ? 'a' : 'b'", []),
        (CLASSIC, "user.x + user.profile.y", [("UNKNOWN_ATTRIBUTE", 1, ""), ("WRONG_DIALECT", 10, "user.y")]),
    ],
)
def test_a_problem_has_its_kind_place_and_cure(claims: Claims, text: str, found: list[tuple[str, int, str]]) -> None:
    """Each mistake is told with its kind, its column and, where there is one, what to write instead."""
    assert told(text, claims) == found


def test_without_known_attributes_none_is_unknown() -> None:
    """Where the profile's attributes are not known, no attribute is called unknown."""
    assert problems(parsed("user.qqqq", CLASSIC)) == ()
    assert [one.kind for one in problems(parsed("city", CLASSIC))] == [ProblemKind.UNKNOWN_ATTRIBUTE]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "user.profile.team",
            "user.profile.team is written for federated claims; for attribute statements write user.team.",
        ),
        ("String.len()", "String.len(text) has 0 arguments here."),
        ("String.join()", "String.join(separator, texts...) has 0 arguments here."),
        ("Time.now(1, 2, 3)", "Time.now([zone], [format]) has 3 arguments here."),
        ("String.len(user.teams)", "String.len takes the type string for text; this has the type array."),
        ("String.lenn('a')", "Okta documents no function String.lenn; the nearest is String.len."),
        ("user.qqqq", "The user profile has no qqqq."),
    ],
)
def test_a_message_is_a_whole_sentence(text: str, message: str) -> None:
    """A problem says what is wrong, with the names in it."""
    assert [problem.message for problem in problems(parsed(text, CLASSIC), NAMES, LISTS)] == [message]


def test_a_message_speaks_another_language() -> None:
    """The template and the words that are phrases themselves are translated, names are not."""
    problem = problems(parsed("user.profile.team", CLASSIC))[0]
    spoken = problem.text(lambda text: text.upper() if text.endswith(("claims", "statements")) else text)
    assert "FEDERATED CLAIMS" in spoken
    assert "user.profile.team" in spoken


def test_a_problem_without_values_is_its_template() -> None:
    """A problem may be a plain sentence."""
    assert Problem(ProblemKind.WRONG_TYPE, "So it is.", 1).message == "So it is."


@pytest.mark.parametrize(
    ("claims", "text", "kind"),
    [
        (CLASSIC, "user.city", ValueType.STRING),
        (CLASSIC, "user.teams", ValueType.ARRAY),
        (CLASSIC, "user.team", ValueType.UNKNOWN),
        (FEDERATED, "user.profile.teams", ValueType.ARRAY),
        (FEDERATED, "user.created", ValueType.DATE_TIME),
        (FEDERATED, "user.id", ValueType.STRING),
        (CLASSIC, '{"team", "project"}', ValueType.ARRAY),
        (CLASSIC, "'x'", ValueType.STRING),
        (CLASSIC, "Engineering", ValueType.STRING),
        (CLASSIC, "1", ValueType.INTEGER),
        (CLASSIC, "1.5", ValueType.NUMBER),
        (CLASSIC, "true", ValueType.BOOLEAN),
        (CLASSIC, "null", ValueType.UNKNOWN),
        (CLASSIC, "{'group.id': 'x'}", ValueType.OBJECT),
        (CLASSIC, "user.a + user.b", ValueType.STRING),
        (CLASSIC, "1 + 2", ValueType.INTEGER),
        (CLASSIC, "1 + 2.5", ValueType.NUMBER),
        (CLASSIC, "1 + user.a", ValueType.UNKNOWN),
        (CLASSIC, "1 + 'a'", ValueType.STRING),
        (CLASSIC, "-1", ValueType.INTEGER),
        (CLASSIC, "-user.a", ValueType.NUMBER),
        (CLASSIC, "!user.a", ValueType.BOOLEAN),
        (CLASSIC, "user.a == 'x'", ValueType.BOOLEAN),
        (CLASSIC, "user.a matches 'x'", ValueType.BOOLEAN),
        (CLASSIC, "user.a AND user.b", ValueType.BOOLEAN),
        (CLASSIC, "user.a ? 'x' : user.city", ValueType.STRING),
        (CLASSIC, "user.a ? 1 : 2.5", ValueType.NUMBER),
        (CLASSIC, "user.a ? 1 : 'x'", ValueType.UNKNOWN),
        (CLASSIC, "user.a ? user.teams : null", ValueType.ARRAY),
        (CLASSIC, "user.a ? null : user.teams", ValueType.ARRAY),
        (CLASSIC, "user.teams ?: {}", ValueType.ARRAY),
        (CLASSIC, "user.teams[0]", ValueType.UNKNOWN),
        (CLASSIC, "user.getGroups({'group.id': 'x'}).![name]", ValueType.ARRAY),
        (CLASSIC, "Arrays.toCsvString(user.teams)", ValueType.STRING),
        (CLASSIC, "Arrays.add(user.teams, 'x')", ValueType.ARRAY),
        (CLASSIC, "findDirectoryUser()", ValueType.OBJECT),
        (CLASSIC, "findDirectoryUser().managerUpn", ValueType.UNKNOWN),
        (FEDERATED, "user.profile.x.contains('a')", ValueType.BOOLEAN),
        (FEDERATED, "'US'.parseCountryCode()", ValueType.COUNTRY),
        (CLASSIC, "Foo.bar('x')", ValueType.UNKNOWN),
        (FEDERATED, "user.profile.city.size()", ValueType.INTEGER),
    ],
)
def test_the_type_of_the_result_is_known(claims: Claims, text: str, kind: ValueType) -> None:
    """The type follows from functions, operators, base attributes and the attributes that hold arrays."""
    assert result_type(parsed(text, claims), LISTS) is kind
