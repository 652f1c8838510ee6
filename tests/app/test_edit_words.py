"""Edits in words."""

import pytest

from wizard.app.edit_words import moved_words, removed_words
from wizard.app.session import Session
from wizard.frozen import Frozen
from wizard.language import speak
from wizard.plan.edit import removed, tag_renamed
from wizard.plan.model import Aws, Grant, Level, Person, Plan, Role, Tag

PLAN = Plan(
    tags=(Tag("team", "user.team"), Tag("", "user.project")),
    aws=Aws(accounts=("111122223333",), roles=(Role("okta-abac"),)),
    access=(Grant("own", services=("ec2",), levels=(Level.READ,)),),
    people=(Person("ada@example.com", (("team", "platform"),)),),
)
ADDITIONS = [
    ("tags", Tag("", ""), "key", "add tag project", "add a tag"),
    ("aws.roles", Role(""), "name", "add role project", "add a role"),
    ("access", Grant(""), "name", "add grant project", "add a grant"),
    ("people", Person(""), "login", "add person project", "add a person"),
]


def typed(session: Session, path: str, text: str) -> None:
    """Type a text, as the fields of the pages do: each letter is an edit."""
    for end in range(1, len(text) + 1):
        session.set(path, text[:end])


@pytest.mark.parametrize(("path", "entry", "part", "words", "unnamed"), ADDITIONS)
def test_an_addition_has_the_name_that_was_typed_next(
    path: str, entry: Frozen, part: str, words: str, unnamed: str
) -> None:
    """The addition and the first typing of the name are one step of the history, with the name in its words."""
    session = Session()
    session.add(path, entry)
    assert session.undo_words == unnamed
    session.seal()  # the focus moves to the field of the name
    session.enter(f"{path}[0].{part}")
    typed(session, f"{path}[0].{part}", "project")
    assert session.undo_words == words
    session.leave()
    assert session.undo_words == words
    session.undo()
    assert session.plan == Plan()
    assert (session.undo_words, session.redo_words) == (None, words)
    session.redo()
    assert session.undo_words == words


def test_another_name_after_the_first_is_an_edit_of_its_own() -> None:
    """A name that was left and is changed later is a renaming, by the name that it had."""
    session = Session()
    session.add("tags", Tag("", ""))
    typed(session, "tags[0].key", "team")
    session.leave()
    session.edit(tag_renamed(session.plan, 0, "teams"), "rename")
    session.set("tags[0].key", "teams!")
    assert session.undo_words == "rename tag teams"
    session.undo()
    session.undo()
    assert session.plan.tags[0].key == "team"


def test_a_name_that_comes_after_other_edits_is_a_renaming_of_a_number() -> None:
    """What was done in between is undone by itself."""
    session = Session()
    session.add("tags", Tag("", ""))
    session.set("tags[0].value", "user.team")
    assert session.undo_words == "change Okta value of tag 1"
    session.set("tags[0].key", "team")
    assert session.undo_words == "rename tag 1"


def test_what_was_typed_into_a_new_entry_is_taken_back_without_the_entry() -> None:
    """Escape empties the name of an entry that was just added; the entry stays, to be named or undone."""
    session = Session()
    session.add("tags", Tag("", ""))
    before = session.plan
    typed(session, "tags[0].key", "te")
    session.withdraw(before)
    assert session.plan == before
    assert session.undo_words == "add a tag"
    typed(session, "tags[0].key", "team")
    assert session.undo_words == "add tag team"
    session.undo()
    assert session.plan == Plan()


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("name", "Teams", "change Plan name"),
        ("tags[0].key", "squad", "rename tag team"),
        ("tags[0].value", "user.squad", "change Okta value of team"),
        ("tags[1].value", "user.squad", "change Okta value of tag 2"),
        ("tags[0].allowed", ("a", "b"), "change Allowed values of team"),
        ("aws.roles[0].session_duration", 7200, "change Length of a session of okta-abac"),
        ("aws.accounts", ("111122223333", "444455556666"), "add 444455556666 to Accounts"),
        ("aws.accounts", ("111122223333", ""), "change Accounts"),
        ("aws.accounts", (), "remove 111122223333 from Accounts"),
        ("aws.accounts", ("444455556666",), "change Accounts"),
        ("access[0].levels", (Level.READ, Level.WRITE), "add write to Access levels of the services of own"),
        ("access[0].services", (), "remove ec2 from Services of own"),
        ("people[0].profile.team", "data", "change team of ada@example.com"),
        ("people[0].profile.level", "1", "change level of ada@example.com"),
        ("people[0].login", "bob@example.com", "rename person ada@example.com"),
    ],
)
def test_a_change_names_the_field_and_its_entry(path: str, value: object, words: str) -> None:
    """What changed is called as its page calls it, and the entry by the name that it had."""
    session = Session(PLAN)
    session.set(path, value)
    assert session.undo_words == words
    session.undo()
    assert session.redo_words == words


def test_removing_and_moving_name_the_entries() -> None:
    """Entries without a name are not named; several are all named."""
    assert removed_words(PLAN, "tags", [0]) == "remove tag team"
    assert removed_words(PLAN, "tags", [1]) == "remove a tag"
    assert removed_words(PLAN, "aws.roles", [0]) == "remove role okta-abac"
    assert moved_words(PLAN, "access", [0]) == "move grant own"
    two = Plan(tags=(Tag("a", ""), Tag("b", "")))
    assert moved_words(two, "tags", [0, 1]) == "move tag a, b"


def test_an_entry_that_is_gone_is_named_by_what_it_was() -> None:
    """Words are told from both plans, whichever still has the place."""
    session = Session(PLAN)
    session.edit(removed(PLAN, "people[0].profile.team"), "remove team")
    session.set("people[0].profile", ())
    session.undo()
    session.set("people[0].profile", ())
    assert session.undo_words == "remove team from Profile attributes of ada@example.com"


@pytest.mark.parametrize(("language", "words"), [("de", "Tag project hinzufügen"), ("ja", "タグ project を追加")])
def test_the_words_follow_the_language(language: str, words: str) -> None:
    """The words are worked out when they are shown, in the language that is spoken then."""
    session = Session()
    session.add("tags", Tag("", ""))
    session.set("tags[0].key", "project")
    speak(language)
    try:
        assert session.undo_words == words
    finally:
        speak()
