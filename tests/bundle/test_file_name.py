"""Any text becomes one file name, and no two files of a bundle land on one path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NASTY
from wizard.bundle.artefact import BundleFile
from wizard.bundle.file_name import LONGEST, file_name, placed

SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,@ .-%~")


@pytest.mark.parametrize("name", ["okta-abac", "a_b+c=d,e.f@g-h", "111122223333", "with space"])
def test_a_name_of_aws_stays(name: str) -> None:
    """What IAM takes as a role's name is the file's name."""
    assert file_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "%"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("a\0b", "a%00b"),
        ("a\n", "a%0A"),
        ("C:", "C%3A"),
        ("nul", "%6Eul"),
        ("COM1.txt", "%43OM1.txt"),
        ("console", "console"),
        (".hidden", "%2Ehidden"),
        ("end.", "end%2E"),
        ("end ", "end%20"),
        ("50%", "50%25"),
        ("a~2", "a%7E2"),
        ("é", "%C3%A9"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_what_a_system_would_take_differently_is_encoded(text: str, name: str) -> None:
    """Separators, devices, hidden names and everything beyond ASCII are percent-encoded."""
    assert file_name(text) == name


@given(st.text() | st.sampled_from(NASTY))
def test_every_name_is_one_safe_name(text: str) -> None:
    """Whatever the text, the name is short, plain, no path and no hidden file."""
    name = file_name(text)
    assert set(name) <= SAFE
    assert 1 <= len(name) <= LONGEST
    assert name[0] != "."
    assert name[-1] not in ". "


@given(st.text(), st.text())
def test_two_texts_have_two_names(first: str, second: str) -> None:
    """Encoding loses nothing, so that two roles never share a file."""
    assert (file_name(first) == file_name(second)) == (first == second)


def test_long_texts_that_begin_alike_have_two_names() -> None:
    """A name that is cut still tells its text from others."""
    names = {file_name("a" * 500), file_name("a" * 501)}
    assert len(names) == 2
    assert {len(name) for name in names} == {LONGEST}


def paths(*wanted: str, taken: tuple[str, ...] = ()) -> list[str]:
    """Return where files of these paths are placed."""
    return [file.path for file in placed([BundleFile(path, "") for path in wanted], taken)]


def test_the_second_file_on_a_path_gets_a_number() -> None:
    """Two roles of one name do not overwrite one another."""
    assert paths("aws/a.json", "aws/a.json", "aws/a.json") == ["aws/a.json", "aws/a~2.json", "aws/a~3.json"]


def test_names_that_differ_only_in_case_are_told_apart() -> None:
    """Windows and macOS keep both A.json and a.json."""
    assert paths("aws/A.json", "aws/a.json") == ["aws/A.json", "aws/a~2.json"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    """A path that another file has already is not given a second time."""
    assert paths("a~2", "a", "A") == ["a~2", "a", "A~3"]


def test_a_number_stands_before_the_ending_of_the_name_only() -> None:
    """A dot in a folder's name is no ending of the file."""
    assert paths("v1.0/readme", "v1.0/readme") == ["v1.0/readme", "v1.0/readme~2"]


def test_a_file_and_a_folder_do_not_share_a_path() -> None:
    """What is a file for one is no folder for another, whichever comes first."""
    assert paths("a", "A/b") == ["a", "A%2Fb"]
    assert paths("A/b", "a") == ["A/b", "a~2"]


def test_a_taken_path_is_left_alone() -> None:
    """No artefact takes the manifest's place."""
    assert paths("Manifest.json", taken=("manifest.json",)) == ["Manifest~2.json"]


def test_a_path_stays_inside_the_bundle() -> None:
    """A path that would climb out is encoded where its maker did not do so."""
    assert paths("../x", "/etc/passwd", "aws//x") == ["%2E%2E/x", "%/etc/passwd", "aws/%/x"]


def test_what_is_already_encoded_is_not_encoded_again() -> None:
    """The name that an artefact made by `file_name` is the name in the bundle."""
    long = file_name("x/" * 300)
    assert paths(f"aws/{file_name('a/b')}.json", f"aws/{long}-1.json") == ["aws/a%2Fb.json", f"aws/{long}-1.json"]


@given(st.lists(st.text(alphabet="aA./~2", max_size=6), max_size=8))
def test_files_never_share_a_path(wanted: list[str]) -> None:
    """Whatever artefacts ask for, each file has a path of its own on every system."""
    found = [path.casefold() for path in paths(*wanted)]
    assert len(set(found)) == len(wanted)
    assert not any(other.startswith(f"{path}/") for path in found for other in found)
