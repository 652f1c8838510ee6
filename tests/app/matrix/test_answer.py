"""The answer and its listing: what is asked, counted, filtered."""

import json
from pathlib import Path

import pytest

from tests import named
from wizard.app.matrix.answer import Answer, answer, obstacle
from wizard.app.matrix.listing import Filter, Listing, Show
from wizard.app.matrix.question import EXAMPLES, Question, Unusable, broken_words
from wizard.frozen import replace
from wizard.plan.model import Plan

PLAN = named.plan("team-project")
PEOPLE = "login,team,project\nbob,data,gemini\ncho,platform,apollo\ndee,,\n"
ACCOUNT = PLAN.aws.accounts[0]


def go_on(_part: float | None = None) -> None:
    """Go on."""


def asked(plan: Plan = PLAN, **parts: object) -> Answer:
    """Return the answer to a question about the plan."""
    return answer(Question(plan, **parts), go_on)  # type: ignore[arg-type]


def rows(found: Answer, **filters: object) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Return all rows that pass a filter: people, resources, allowed, refused."""
    classes = Listing(found, Filter(**filters)).more(10_000, go_on)  # type: ignore[arg-type]
    return [
        (found.people[each.person], found.resources[each.resource], each.allowed, tuple(each.refused))
        for each in classes
    ]


def test_the_sample_people_against_the_suggested_examples() -> None:
    """Nothing needs to be given: Ada reaches what carries her tags, and nothing that carries none."""
    found = asked()
    allowed = [resource for _person, resource, names, _refused in rows(found) if "ec2:StartInstances" in names]
    assert allowed == ["ec2:instance, team=platform, project=apollo"]
    assert found.people == ("ada@example.com (team=platform, project=apollo)",)


def test_people_of_the_plan_and_of_a_file_with_the_same_tags_are_one_class(tmp_path: Path) -> None:
    """A file's people join the sample people; each is counted once."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    found = asked(people=path)
    assert found.people_count == 4
    assert [crowd.count for crowd in found.held.people] == [2, 1, 1]
    assert found.matrix.people_without == 2
    assert asked(people=path, sample=False).people_count == 3


def test_resources_of_a_file_stand_beside_the_examples(tmp_path: Path) -> None:
    """What an inventory holds is decided as the examples are; what nobody reaches is counted."""
    path = tmp_path / "resources.json"
    arn = f"arn:aws:ec2:us-east-1:{ACCOUNT}:instance/i-1"
    path.write_text(json.dumps([{"arn": arn, "tags": {"team": "data", "project": "gemini"}}]))
    found = asked(resources=path, examples=("ec2:instance, team=platform, project=apollo",))
    assert found.resources_count == 2
    assert found.matrix.resources_without == 1
    without = rows(found, show=Show.RESOURCES_WITHOUT)
    assert [resource for _person, resource, _allowed, _refused in without] == [
        "ec2:instance, team=data, project=gemini"
    ]


def test_a_column_that_a_file_lacks_is_told(tmp_path: Path) -> None:
    """Without the column everybody would seem to be without the tag; the first line of the file is named."""
    path = tmp_path / "people.csv"
    path.write_text("login,team\nbob,data\n")
    (line,) = asked(people=path).broken
    assert (line.file, line.line) == ("people", 1)
    assert "project" in line.message


def test_people_who_reach_nothing_are_listed_with_what_is_refused(tmp_path: Path) -> None:
    """Everybody who would stand before closed doors is found by one choice."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    found = asked(people=path)
    listed = rows(found, show=Show.PEOPLE_WITHOUT)
    assert {person for person, _resource, _allowed, _refused in listed} == set(found.people[1:])
    assert all(not allowed and refused for _person, _resource, allowed, refused in listed)


@pytest.mark.parametrize("pattern", ["ec2:start*", "StartInst", "ec2:StartInstance?"])
def test_a_row_is_narrowed_to_the_actions_that_are_looked_for(pattern: str) -> None:
    """Asked about starting, a row says whether starting is allowed, and nothing else."""
    listed = rows(asked(), show=Show.ALL, actions=pattern, resources="ec2:instance")
    assert {(*allowed, *refused) for _person, _resource, allowed, refused in listed} == {("ec2:StartInstances",)}
    assert {bool(allowed) for _person, _resource, allowed, _refused in listed} == {True, False}


def test_texts_are_found_in_people_and_in_resources() -> None:
    """Login, tag and type are looked for, whatever their case."""
    found = asked(named.plan("full"))
    assert {person for person, *_rest in rows(found, show=Show.ALL, people="ADA@")} == {found.people[0]}
    assert all("rds:" in resource for _person, resource, *_rest in rows(found, show=Show.ALL, resources="RDS:"))
    assert rows(found, show=Show.ALL, people="nobody of that name") == []


def test_refused_lists_every_row_with_a_refusal() -> None:
    """What is allowed in full is left out, and nothing else is."""
    found = asked()
    everything = rows(found, show=Show.ALL)
    assert rows(found, show=Show.REFUSED) == [row for row in everything if row[3]]
    assert rows(found, show=Show.ALLOWED) == [row for row in everything if row[2]]


def test_a_listing_gives_its_rows_piece_by_piece() -> None:
    """Pieces of one make the same list as one piece of all."""
    found = asked(named.plan("full"))
    listing, pieces = Listing(found, Filter(Show.ALL)), []
    while not listing.finished:
        pieces += listing.more(1, go_on)
    whole = Listing(found, Filter(Show.ALL))
    assert pieces == list(whole.more(10_000, go_on))
    assert whole.finished
    assert list(Listing(found, Filter(Show.ALL)).rest(go_on)) == pieces


def test_a_wrong_example_is_named_and_the_rest_decided() -> None:
    """One mistake stops nothing else."""
    found = asked(examples=("ec3:instance", "ec2:instance, team=platform, project=apollo"))
    assert [(each.file, each.line) for each in found.broken] == [(EXAMPLES, 1)]
    assert "Examples, line 1: " in broken_words(found.broken, "p", "r")[0]
    assert rows(found)


@pytest.mark.parametrize("content", [None, b"", b"a,b\n1,2\n"])
def test_a_file_that_cannot_be_used_says_so(tmp_path: Path, content: bytes | None) -> None:
    """A file that is gone, empty, or has no column of logins is named with the reason."""
    path = tmp_path / "people.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unusable, match=r"people\.csv: "):
        asked(people=path)


def test_cancelling_ends_the_work(tmp_path: Path) -> None:
    """What the course raises comes out of the reading and out of the counting."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)

    class Stopped(Exception):
        """Nobody waits."""

    def stop(_part: float | None) -> None:
        raise Stopped

    for question in (Question(PLAN, people=path), Question(PLAN)):
        with pytest.raises(Stopped):
            answer(question, stop)


def test_what_stands_in_the_way_is_said() -> None:
    """Without accounts, roles, grants, people or resources there is nothing to see, and a place to mend that."""
    aws = PLAN.aws
    cases = {
        "aws.accounts": replace(PLAN, aws=replace(aws, accounts=())),
        "aws.roles": replace(PLAN, aws=replace(aws, roles=())),
        "aws.roles[0].access": replace(PLAN, aws=replace(aws, roles=(replace(aws.roles[0], access=()),))),
        "people": replace(PLAN, people=()),
    }
    for path, plan in cases.items():
        words, place = obstacle(plan, asked(plan))
        assert place == path
        assert words
    assert obstacle(PLAN, asked()) == ("", "")
    elsewhere = asked(examples=("arn:aws:ec2:us-east-1:999999999999:instance/i-1, team=platform",))
    assert obstacle(PLAN, elsewhere) == ("None of these resources lies in an account of the plan.", "aws.accounts")
    assert obstacle(PLAN, asked(examples=()))[0].startswith("There are no resources")
