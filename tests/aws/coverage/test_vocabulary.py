"""The vocabulary of the actions' names, in which the table's file writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wizard.aws.coverage.vocabulary import Vocabulary

NAMES = ("DescribeImages", "RunInstances", "StartInstances", "GetAWSDefaultServiceQuota", "List", "Get2faV1.0-beta_x")


@given(some.lists(some.sampled_from([*NAMES, *map(str.lower, NAMES), *map(str.upper, NAMES)]), unique=True))
def test_names_are_read_as_they_were_written(names: list[str]) -> None:
    """Names come back in their order, whatever they are spelled like."""
    vocabulary = Vocabulary.of(names)
    assert vocabulary.read(vocabulary.written(names)).split() == names


def test_a_word_is_one_character() -> None:
    """Two names of two words each take four characters, since their first words bring the space between along."""
    assert len(Vocabulary.of(NAMES).written(["RunInstances", "DescribeImages"])) == 4


def test_the_order_of_names_makes_no_other_vocabulary() -> None:
    """The same names give the same words in the same places."""
    assert Vocabulary.of(NAMES).words == Vocabulary.of(reversed(NAMES)).words


def test_what_stands_between_names_stays() -> None:
    """The mark between two groups of names is no word."""
    vocabulary = Vocabulary.of(NAMES)
    text = vocabulary.written(["RunInstances"]) + "\t" + vocabulary.written(["List"])
    assert [group.split() for group in vocabulary.read(text).split("\t")] == [["RunInstances"], ["List"]]


def test_an_unknown_word_cannot_be_written() -> None:
    """Nothing is left out silently."""
    with pytest.raises(KeyError):
        Vocabulary.of(NAMES).written(["TerminateInstances"])
