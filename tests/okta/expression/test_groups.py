"""The functions of groups, where the person's groups are known."""

import pytest

from wizard.okta.expression import CannotEvaluate, Group, Surroundings, note, parsed, value_of
from wizard.plan.model import Claims, Person, ProfileValue

ADA = Person("ada@example.com")
KNOWN = Surroundings(
    groups=(Group("1", "Everyone", "BUILT_IN", "s1", "All of us"), Group("2", "West Coast"), Group("3", "West Side"))
)


@pytest.mark.parametrize(
    ("text", "value", "notes"),
    [
        ("user.getGroups({'group.profile.name': 'West'}).![name]", ("West Coast", "West Side"), [note.GROUP_ORDER]),
        ("user.getGroups({'group.profile.name': 'West C.*'}).![name]", ("West Coast",), [note.GROUP_PATTERN]),
        ("user.getGroups({'group.id': '1'}).![profile.description]", ("All of us",), []),
        ("user.getGroups({'group.source.id': 's1'}).![type]", ("BUILT_IN",), []),
        ("user.getGroups({'group.id': '1', 'group.type': 'OKTA_GROUP'}).![id]", (), [note.EMPTY_ARRAY]),
        ("user.getGroups({'group.profile.name': {'Everyone', 'West'}, 'operator': 'EXACT'}).![id]", ("1",), []),
        ('getFilteredGroups({"2", "3"}, "group.id", 1)', ("2",), []),
        ('getFilteredGroups("2,3", "group.name", 100)', ("West Coast", "West Side"), [note.GROUP_ORDER]),
        ('isMemberOfGroupNameRegex("West .*")', True, [note.GROUP_REGEX]),
        ('Groups.startsWith("OKTA", "West", 9)', ("West Coast", "West Side"), [note.GROUP_ORDER]),
        ('Groups.startsWith("OKTA", "North", 9)', None, [note.NULL_RESULT]),
    ],
)
def test_groups_are_found(text: str, value: ProfileValue, notes: list[str]) -> None:
    """Criteria are alternatives within and conditions between; what Okta leaves open is noted."""
    evaluation = value_of(parsed(text, Claims.STATEMENTS), ADA, KNOWN)
    assert (evaluation.value, list(evaluation.notes)) == (value, notes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("user.getGroups({'group.id': '1'}).![created]", "The created of a group is not known here."),
        ("user.getGroups({'group.name': '1'}).![id]", "Okta documents no criterion 'group.name'."),
        ("user.getGroups({'operator': 'EXACT'}).![id]", "Okta documents no criterion 'EXACT'."),
        (
            "user.getGroups({'group.profile.name': 'a', 'operator': 'LIKE'}).![id]",
            "Okta documents no criterion 'LIKE'.",
        ),
        ("user.getGroups('a').![id]", "A criterion is a pair in braces, such as {'group.type': 'APP_GROUP'}; this is"),
        ("user.getGroups({'group.profile.name': {{1}}}).![id]", "Okta documents a value of the type string here"),
        ('getFilteredGroups({"2"}, "group.name", 0)', "The limit of groups is 0; Okta documents 1 to 100."),
        ('getFilteredGroups({"2"}, "group.name", 101)', "The limit of groups is 101; Okta documents 1 to 100."),
        ('getFilteredGroups({"2"}, "name", 1)', "The group expression 'name' is not evaluated here."),
        ('Groups.contains("google", "a", 1)', "Which groups come from the app 'google' is not known here."),
        ('Groups.contains("OKTA", "a", 200)', "The limit of groups is 200; Okta documents 1 to 100."),
    ],
)
def test_what_is_not_known_of_groups_is_told(text: str, reason: str) -> None:
    """A criterion, an app or a property that is not documented or not known gives the reason."""
    with pytest.raises(CannotEvaluate) as caught:
        value_of(parsed(text, Claims.STATEMENTS), ADA, KNOWN)
    assert caught.value.reason[: len(reason)] == reason
    assert caught.value.column > 0
