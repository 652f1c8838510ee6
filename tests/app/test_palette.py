"""Finding anything by some letters of its name."""

from time import perf_counter

import pytest

from tests import named
from wizard.app.palette import MOST_KEPT, Entry, Kind, entries, found, used
from wizard.app.previews import all_previews
from wizard.app.session import Session
from wizard.plan.path import value_at

KNOWN = [
    Entry(Kind.ACTION, "Save as…", "Save as…", "Ctrl+Shift+S"),
    Entry(Kind.ACTION, "Export…", "Export…"),
    Entry(Kind.STEP, "Tags", "tags"),
    Entry(Kind.TAG, "cost-center", "tags[0].key"),
    Entry(Kind.TAG, "team", "tags[1].key"),
    Entry(Kind.ROLE, "okta-team-access", "aws.roles[0].name"),
]


def titles(asked: str, *lately: str) -> list[str]:
    """Return the titles that answer, in order."""
    return [entry.title for entry in found(KNOWN, asked, lately)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("team", ["team", "okta-team-access"]),
        ("center", ["cost-center"]),
        ("sva", ["Save as…"]),
        ("TAG", ["Tags", "cost-center", "team"]),
        ("tag cost", ["cost-center"]),
        ("role", ["okta-team-access"]),
        ("xyz", []),
        ("s a", ["Save as…"]),
    ],
)
def test_letters_in_their_order_find_an_entry_the_best_first(asked: str, expected: list[str]) -> None:
    """A beginning comes before a middle, a middle before scattered letters; what it is counts as well."""
    assert titles(asked)[: len(expected)] == expected
    assert bool(titles(asked)) == bool(expected)


def test_without_a_word_everything_is_there_and_what_was_used_lately_comes_first() -> None:
    """The palette opens on what is done every day."""
    assert titles("") == [entry.title for entry in KNOWN]
    assert titles("", "STEP tags", "ACTION Export…")[:2] == ["Tags", "Export…"]


def test_what_was_used_lately_wins_among_equals() -> None:
    """Of two that answer alike, the one from last time comes first."""
    assert titles("t", "ACTION Export…").index("Export…") < titles("t").index("Export…")


def test_only_so_much_is_remembered_each_once() -> None:
    """The list of what was used does not grow, and the last is first."""
    lately: tuple[str, ...] = ()
    for number in range(MOST_KEPT + 3):
        lately = used(lately, Entry(Kind.STEP, "x", str(number)))
    again = used(lately, Entry(Kind.STEP, "x", "5"))
    assert len(again) == MOST_KEPT
    assert again[0] == "STEP 5"
    assert len(set(again)) == MOST_KEPT


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_whatever_a_plan_holds_can_be_found_and_leads_to_its_place(name: str) -> None:
    """Tags, roles, grants, people and problems lead to places that are there; steps, views and files are listed."""
    session = Session(named.plan(name))
    known = entries(session)
    for entry in known:
        if entry.kind in {Kind.TAG, Kind.ROLE, Kind.GRANT, Kind.PERSON}:
            assert value_at(session.plan, entry.target) == entry.title
            assert not entry.lasting
    kinds = [entry.kind for entry in known]
    assert kinds.count(Kind.PROBLEM) == len(session.findings)
    assert kinds.count(Kind.PREVIEW) == len(all_previews())
    assert {Kind.STEP, Kind.VIEW} <= set(kinds)


def test_a_thousand_entries_are_searched_within_a_key_press() -> None:
    """Typing in the palette does not wait for the largest plan."""
    known = [Entry(Kind.TAG, f"a rather long name of a tag, number {number}", str(number)) for number in range(2000)]
    begun = perf_counter()
    found(known, "nmbr 77", ())
    assert perf_counter() - begun < 0.2
