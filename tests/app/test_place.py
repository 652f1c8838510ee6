"""Places of the plan in words."""

import pytest

from wizard.app.place import place_words
from wizard.plan.model import Aws, Person, Plan, Role, Tag

PLAN = Plan(
    tags=(Tag("team", "user.team"), Tag("", "user.project")),
    aws=Aws(accounts=("111122223333", ""), roles=(Role("okta-abac"),)),
    people=(Person("ada@example.com", (("team", "platform"),)),),
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tags[0].key", "Tags › team"),
        ("tags[1].value", "Tags › 2"),
        ("tags", "Tags"),
        ("tags[9].key", "Tags"),
        ("aws.accounts[0]", "AWS accounts and roles › 111122223333"),
        ("aws.accounts[1]", "AWS accounts and roles › 2"),
        ("aws.roles[0].session_duration", "AWS accounts and roles › okta-abac"),
        ("people[0].profile.team", "Profile attributes › ada@example.com"),
        ("okta.org", "Okta app and features"),
        ("", "Review and export"),
        ("]no path[", "Review and export"),
    ],
)
def test_a_place_is_its_step_and_the_name_of_its_entry(path: str, words: str) -> None:
    """An entry without a name is called by its number, a place that is gone by its step."""
    assert place_words(PLAN, path) == words


def test_a_name_stands_on_one_line_and_turns_nothing_round() -> None:
    """A name with line ends, or with signs that change the direction of what follows, is shown as it is written."""
    plan = Plan(tags=(Tag("te\u202eam\n", "user.team"),))
    assert place_words(plan, "tags[0].key") == "Tags › te<U+202E>am<U+000A>"
