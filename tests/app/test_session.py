"""The session: edits, their history, what is saved."""

from pathlib import Path

import pytest

from wizard.app.session import Session
from wizard.frozen import replace
from wizard.plan.edit import inserted
from wizard.plan.model import Person, Plan, ProfileValue, Tag


def with_tag(session: Session, key: str) -> Plan:
    """Return the session's plan with one more tag."""
    return inserted(session.plan, "tags", Tag(key, f"user.{key}"))


def test_undo_gives_the_plan_before_and_redo_the_plan_after() -> None:
    """Undo and redo walk the list of plans, each with its words."""
    session = Session()
    before = session.plan
    session.edit(with_tag(session, "team"), "add tag team")
    after = session.plan
    assert session.undo_words == "add tag team"
    session.undo()
    assert session.plan is before
    assert (session.undo_words, session.redo_words) == (None, "add tag team")
    session.redo()
    assert session.plan is after
    assert session.redo_words is None


def test_typing_in_one_field_is_undone_together() -> None:
    """Letters typed one after the other in one field are one step of the history."""
    session = Session()
    for text in ("T", "Te", "Team"):
        session.set("name", text, "change the name")
    session.undo()
    assert session.plan.name == ""
    assert session.undo_words is None


def test_a_field_that_was_left_is_undone_by_itself() -> None:
    """Typing again in a field that was left in between is a second step of the history."""
    session = Session()
    session.set("name", "Team", "change the name")
    session.seal()
    session.set("name", "Team and project", "change the name")
    session.undo()
    assert session.plan.name == "Team"


def test_an_edit_after_undo_ends_what_could_be_redone() -> None:
    """What was taken back is gone once something else is edited."""
    session = Session()
    session.set("name", "one", "change the name")
    session.undo()
    session.set("notes", "two", "change the notes")
    assert session.redo_words is None
    session.redo()
    assert (session.plan.name, session.plan.notes) == ("", "two")


def test_an_edit_that_changes_nothing_tells_nobody() -> None:
    """Setting a field to what it says already is no edit."""
    session = Session(Plan(name="Team"))
    told = []
    session.subscribe(lambda: told.append(session.plan))
    session.set("name", "Team", "change the name")
    assert told == []
    assert session.undo_words is None


def test_the_history_forgets_its_oldest_edit() -> None:
    """Of more edits than the history holds, the first cannot be undone any more."""
    session = Session()
    for number in range(Session.LONGEST_HISTORY + 3):
        session.edit(Plan(name=str(number)), "change the name")
    while session.undo_words:
        session.undo()
    assert session.plan.name == "2"


def test_an_edit_makes_the_plan_unsaved_and_undo_saved_again() -> None:
    """The plan is unsaved exactly while it differs from what was last saved."""
    session = Session(Plan(name="Team"))
    session.set("name", "Teams", "change the name")
    assert session.unsaved
    session.undo()
    assert not session.unsaved


def test_a_saved_plan_is_in_its_file() -> None:
    """Saving notes the file, and the plan that it holds."""
    session = Session()
    session.set("name", "Team", "change the name")
    session.saved(Path("team.yaml"))
    assert not session.unsaved
    assert session.path == Path("team.yaml")
    session.undo()
    assert session.unsaved


def test_a_recovered_plan_is_unsaved_from_the_start() -> None:
    """A plan that differs from its file, as after a crash, begins unsaved."""
    session = Session()
    session.begin(Plan(name="kept"), Path("team.yaml"), saved=Plan(name="old"))
    assert session.unsaved


def test_beginning_anew_forgets_history_person_and_place() -> None:
    """Another plan starts with nothing of the one before."""
    session = Session()
    session.set("name", "Team", "change the name")
    session.go("tags")
    session.go("aws")
    session.choose_person("ada@example.com")
    session.begin(Plan(), None)
    assert (session.undo_words, session.login, session.at, session.left) == (None, None, "", frozenset())


def test_findings_follow_the_plan() -> None:
    """The findings are those of the plan as it stands."""
    session = Session(Plan(tags=(Tag("team", "user.team"),)))
    session.set("tags[0].key", "k" * 129, "change the key")
    too_long = [finding.path for finding in session.findings if "129" in finding.message]
    assert too_long == ["tags[0].key"]
    session.undo()
    assert not [finding for finding in session.findings if "129" in finding.message]


def test_the_first_person_is_shown_where_the_chosen_one_is_gone() -> None:
    """A person who was chosen and then removed gives way to the first."""
    ada, bob = Person("ada@example.com"), Person("bob@example.com")
    session = Session(Plan(people=(ada, bob)))
    session.choose_person("bob@example.com")
    assert session.person == bob
    session.edit(replace(session.plan, people=(ada,)), "remove bob")
    assert session.person == ada


def test_a_listener_that_ended_is_told_no_more() -> None:
    """Subscribing returns the function that ends it."""
    session = Session()
    told = []
    end = session.subscribe(lambda: told.append(1))
    session.set("name", "a", "change the name")
    end()
    session.set("name", "b", "change the name")
    assert told == [1]


def test_an_unknown_place_is_a_lookup_error() -> None:
    """Setting a place that the plan does not have changes nothing."""
    session = Session()
    with pytest.raises(LookupError):
        session.set("tags[3].key", "team", "change the key")
    assert session.undo_words is None


def test_typing_back_to_the_earlier_text_leaves_nothing_to_undo() -> None:
    """An undo that would change nothing is not offered; what was done before is."""
    session = Session(Plan(name="plan"))
    session.set("notes", "kept", "change the notes")
    session.seal()
    session.set("name", "plans", "change the name")
    session.set("name", "plan", "change the name")
    assert session.undo_words == "change the notes"
    session.set("name", "p", "change the name")
    session.undo()
    assert session.plan.name == "plan"


def test_a_view_is_looked_at_beside_the_step() -> None:
    """Looking at a view leaves the step where it is; going to the same step closes the view."""
    session = Session()
    told: list[str] = []
    session.subscribe(lambda: told.append(session.view))
    session.go("tags")
    session.look("matrix")
    assert (session.at, session.view) == ("tags", "matrix")
    session.go("tags")
    assert (session.at, session.view) == ("tags", "")
    assert session.left == frozenset()
    assert told == ["", "matrix", ""]


def test_another_plan_begins_without_a_view() -> None:
    """A view looks at one plan; the next one begins at its first step."""
    session = Session()
    session.look("matrix")
    session.begin(Plan(name="other"), None)
    assert session.view == ""


@pytest.mark.parametrize(("before", "after"), [(1, True), (True, 1), (1, 1.0), (0, False), ((1, 0), (True, False))])
def test_another_type_of_the_same_value_is_an_edit(before: ProfileValue, after: ProfileValue) -> None:
    """Python takes 1 and True for equal; Okta does not, so the change of one into the other is an edit to save."""
    session = Session(Plan(people=(Person("ada", (("level", before),)),)))
    session.set("people[0].profile", (("level", after),), "change the level")
    assert repr(session.plan.people[0].profile) == repr((("level", after),))
    assert session.unsaved
    assert session.undo_words == "change the level"
    session.undo()
    assert not session.unsaved


def test_a_plan_that_is_read_anew_can_be_undone() -> None:
    """It is what lies in the file, so it is saved; undo leads back to what was there, which is not."""
    session = Session(Plan(name="mine"), Path("plan.yaml"))
    session.reread(Plan(name="theirs"), "reload plan.yaml")
    assert session.plan.name == "theirs"
    assert not session.unsaved
    assert session.undo_words == "reload plan.yaml"
    session.undo()
    assert session.plan.name == "mine"
    assert session.unsaved


def test_a_file_that_holds_something_else_makes_the_plan_unsaved() -> None:
    """Another plan, or none at all."""
    session = Session(Plan(name="mine"), Path("plan.yaml"))
    session.file_holds(Plan(name="theirs"))
    assert session.unsaved
    session.file_holds(Plan(name="mine"))
    assert not session.unsaved
    session.file_holds(None)
    assert session.unsaved


def test_what_comes_up_in_a_field_waits_until_it_is_left() -> None:
    """What was there before is told on; what is mended is gone at once."""
    session = Session(Plan(tags=(Tag("team", "user.team"), Tag("a&b", "user.x"))))
    told: list[int] = []
    session.subscribe(lambda: told.append(len(session.told_findings)))
    before = session.told_findings
    session.enter("tags[0].key")
    session.set("tags[0].key", "te&am", "change the key")
    assert len(session.findings) > len(before)
    assert not [each for each in session.told_findings if each.path == "tags[0].key"]
    assert [each for each in session.told_findings if each.path == "tags[1].key"]
    session.leave()
    assert session.told_findings == session.findings
    assert told[-1] == len(session.findings)
    session.enter("tags[0].key")
    session.set("tags[0].key", "team", "change the key")
    assert session.told_findings == session.findings


def test_leaving_a_field_without_news_tells_nobody() -> None:
    """Nothing has to be shown anew."""
    session = Session(Plan(tags=(Tag("team", "user.team"),)))
    told: list[None] = []
    session.subscribe(lambda: told.append(None))
    session.enter("tags[0].key")
    session.leave()
    assert told == []


def test_what_another_edit_brings_up_does_not_wait() -> None:
    """A cure, or an edit elsewhere, is told of at once, wherever the keyboard is."""
    session = Session(Plan(tags=(Tag("team", "user.team"), Tag("project", "user.project"))))
    session.enter("tags[0].key")
    session.set("tags[1].key", "a&b", "change the key")
    assert session.told_findings == session.findings
