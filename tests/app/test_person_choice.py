"""Somebody of a file, for the previews."""

import json
from pathlib import Path

import pytest

from tests import named
from wizard.app import person_choice
from wizard.app.people_file import NotRead
from wizard.app.person_choice import FoundLogins, ListedLogins, listed_logins, read_person, with_listed
from wizard.app.previews import preview_of
from wizard.app.session import Session
from wizard.plan.edit import replaced
from wizard.plan.model import Person, Tag

PLAN = named.plan("team-project")
ROWS = "login;team;project;cities\nada@example.com;platform;apollo;Bern,Oslo\nBob@Example.com;R&D;gemini;\n;x;y;z\n"


def heard(_part: float | None) -> None:
    """Hear how far it is."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a list of two people and a broken line."""
    path = tmp_path / "people.csv"
    path.write_text(ROWS, encoding="utf-8-sig")
    return path


def found(listed: ListedLogins, text: str) -> FoundLogins:
    """Return what a text finds."""
    return listed.found(text, heard)


def test_people_are_found_by_their_login(file: Path) -> None:
    """Every word has to stand in it, whatever its case; without a word everybody is found."""
    listed = listed_logins(file, PLAN, heard)
    assert listed.people == 2
    assert found(listed, "") == FoundLogins(("ada@example.com", "Bob@Example.com"), 2)
    assert found(listed, "EXAMPLE bob") == FoundLogins(("Bob@Example.com",), 1)
    assert found(listed, "cy") == FoundLogins((), 0)


def test_broken_lines_are_named(file: Path) -> None:
    """By number, as the preflight names them; the first are kept, all are counted."""
    listed = listed_logins(file, PLAN, heard)
    assert [(each.line, each.message) for each in listed.broken] == [(4, "the cell login is empty")]
    assert listed.broken_count == 1


def test_among_very_many_the_first_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are counted, with words and without, and so are the broken lines."""
    monkeypatch.setattr(person_choice, "MOST_BROKEN", 3)
    path = tmp_path / "people.csv"
    lines = [f"person{number}@example.com,x" for number in range(1_000)]
    path.write_text("\n".join(["login,team", *lines, *["short"] * 5]))
    listed = listed_logins(path, PLAN, heard)
    for text in ("", "person"):
        answer = found(listed, text)
        assert answer.count == 1_000
        assert answer.logins == tuple(f"person{number}@example.com" for number in range(person_choice.MOST_FOUND))
    assert (len(listed.broken), listed.broken_count) == (3, 5)


def test_progress_grows_and_whoever_waits_no_more_ends_it(file: Path) -> None:
    """How far it is comes from the bytes; what `go_on` raises goes through."""
    parts: list[float | None] = []
    listed = listed_logins(file, PLAN, parts.append)
    assert parts[-1] == 1.0

    class Enough(Exception):
        pass

    def go_on(_part: float | None) -> None:
        raise Enough

    for work in (lambda: listed_logins(file, PLAN, go_on), lambda: listed.found("a", go_on)):
        with pytest.raises(Enough):
            work()


def test_the_person_is_read_as_the_plan_reads_it(file: Path) -> None:
    """An empty cell is no value, and a cell of a list tag holds members; another plan reads another attribute."""
    ada = read_person(file, PLAN, "ada@example.com", heard)
    assert ada.person(PLAN).attributes() == {"login": "ada@example.com", "team": "platform", "project": "apollo"}
    cities = replaced(PLAN, "tags", (Tag("cities", "user.cities", separator=":"), Tag("office", "user.office")))
    assert dict(ada.person(cities).profile) == {"cities": ("Bern", "Oslo"), "office": None}
    bob = read_person(file, PLAN, "Bob@Example.com", heard)
    assert dict(bob.person(cities).profile) == {"cities": None, "office": None}


def test_a_user_of_okta_is_read(tmp_path: Path) -> None:
    """Values keep their types; an object that the plan reads makes the user one who could not be read."""
    path = tmp_path / "users.json"
    profile = {"login": "ada@example.com", "team": ["a", "b"], "project": 7, "manager": {"id": 1}}
    path.write_text(json.dumps([{"id": "1", "profile": profile}]))
    ada = read_person(path, PLAN, "ada@example.com", heard)
    assert dict(ada.person(PLAN).profile) == {"team": ("a", "b"), "project": 7}
    managed = replaced(PLAN, "tags", (Tag("manager", "user.manager"),))
    assert dict(ada.person(managed).profile) == {"manager": None}
    assert listed_logins(path, managed, heard).broken[0].message.startswith("the attribute manager holds an object")
    with pytest.raises(NotRead, match="Nobody in the list"):
        read_person(path, managed, "ada@example.com", heard)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """It is not there, or no column names the login."""
    with pytest.raises(NotRead, match="No such file"):
        listed_logins(tmp_path / "none.csv", PLAN, heard)
    path = tmp_path / "people.csv"
    path.write_text("name\nada\n")
    with pytest.raises(NotRead, match="names no column login"):
        read_person(path, PLAN, "ada", heard)


def test_the_previews_show_the_person_of_the_file_and_the_plan_stays_as_it_was(file: Path) -> None:
    """The assertion is that person's, an edit is followed, and nothing of the file is in the plan or its history."""
    session = Session(PLAN)
    session.choose_listed(read_person(file, PLAN, "Bob@Example.com", heard))
    assert ">R&amp;D<" in preview_of("assertion").shown(session.plan, session.person, "").text
    session.set("tags[0].value", "user.cities", "edit")
    assert session.person is not None
    assert dict(session.person.profile) == {"cities": None, "project": "gemini"}
    session.undo()
    assert session.plan == PLAN
    assert not session.unsaved


def test_a_sample_person_can_be_shown_again_and_then_the_one_of_the_file(file: Path) -> None:
    """Both stay to be chosen; another plan knows nobody of the file."""
    session = Session(PLAN)
    told: list[int] = []
    session.subscribe(lambda: told.append(1))
    session.choose_listed()
    assert session.person == PLAN.people[0]
    session.choose_listed(read_person(file, PLAN, "Bob@Example.com", heard))
    session.choose_person(None)
    assert session.person == PLAN.people[0]
    session.choose_listed()
    assert session.person is not None
    assert session.person.login == "Bob@Example.com"
    assert len(told) == 4
    session.begin(PLAN, None)
    assert session.person == PLAN.people[0]
    assert session.listed is None


def test_who_is_asked_for_comes_into_the_plan_with_what_the_plan_reads(file: Path) -> None:
    """No more of the profile does; somebody of the same login gets the new values and keeps the others."""
    bob = read_person(file, PLAN, "Bob@Example.com", heard)
    plan = with_listed(PLAN, bob)
    assert plan.people == (*PLAN.people, Person("Bob@Example.com", (("team", "R&D"), ("project", "gemini"))))
    known = replaced(PLAN, "people", (*PLAN.people, Person("Bob@Example.com", (("team", "x"), ("shoe", 43)))))
    renewed = with_listed(known, bob)
    assert renewed.people[:-1] == PLAN.people
    assert dict(renewed.people[-1].profile) == {"team": "R&D", "shoe": 43, "project": "gemini"}
