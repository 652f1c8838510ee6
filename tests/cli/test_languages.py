"""The commands follow LANGUAGE and LANG; a bundle follows ``--language`` alone."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"LANG": "de_DE.UTF-8"}, "Schlüssel des Sitzungs-Tags ist zu lang"),
        ({"LANGUAGE": "fr:de", "LANG": "en_US.UTF-8"}, "Schlüssel des Sitzungs-Tags ist zu lang"),
        ({"LANGUAGE": "ja"}, "タグキーが長すぎる"),
        ({"LANG": "fr_FR.UTF-8"}, "Session tag key is too long"),
        ({"LANG": "C.UTF-8"}, "Session tag key is too long"),
        ({}, "Session tag key is too long"),
    ],
)
def test_explain_speaks_the_language_that_is_asked_for(variables: dict[str, str], words: str, outside: Run) -> None:
    """A language without a translation, and none at all, leave English."""
    ended = outside("explain", "TAG101", **variables)
    assert ended.status == 0
    assert words in ended.out


def test_check_speaks_german(outside: Run, faulty: Path) -> None:
    """Severities, facts, measurements, cures and the summary are German; ids, paths and sources are what they are."""
    ended = outside("check", faulty, LANG="de_DE.UTF-8")
    assert ended.status == 1
    assert "129 Zeichen; AWS erlaubt 128" in ended.out
    assert "Abhilfe: Auf 128 Zeichen kürzen" in ended.out
    assert "TAG101" in ended.out
    assert "Solange es Fehler gibt, wird kein Paket exportiert." in ended.out


def test_json_has_english_keys_and_german_sentences(outside: Run, faulty: Path) -> None:
    """What a program reads is the same in every language; what a person reads follows the language."""
    spoken = [json.loads(outside("check", faulty, "--format", "json", LANGUAGE=code).out) for code in ("en", "de")]
    english, german = (document["findings"] for document in spoken)
    same = ("rule", "severity", "path", "source", "fixable")
    assert [[found[name] for name in same] for found in english] == [[found[name] for name in same] for found in german]
    assert "129 Zeichen; AWS erlaubt 128" in [found["message"] for found in german]
    assert spoken[0]["counts"] == spoken[1]["counts"]


def test_the_runbook_is_in_the_language_of_the_option_alone(outside: Run, plan: Path, tmp_path: Path) -> None:
    """LANG changes no byte of a bundle; --language changes the runbook, and the manifest that holds its digest."""
    outside("export", plan, "--out", "english")
    outside("export", plan, "--out", "elsewhere", LANG="de_DE.UTF-8", LANGUAGE="de")
    outside("export", plan, "--out", "german", "--language", "de")
    assert files(tmp_path / "english") == files(tmp_path / "elsewhere")
    english, german = files(tmp_path / "english"), files(tmp_path / "german")
    assert {name for name in english if english[name] != german[name]} == {"README.md", "manifest.json"}
    assert "## 2. Sitzungs-Tags zulassen, in jeder Rolle hinter dem Anbieter" in german["README.md"].decode()


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_language_that_is_not_shipped_is_refused_with_the_list(outside: Run, plan: Path, tmp_path: Path) -> None:
    """Exit status 2, nothing is written, and the languages are named."""
    ended = outside("export", plan, "--out", "bundle", "--language", "xx")
    assert ended.status == 2
    assert all(f"'{code}'" in ended.err for code in ("en", "de", "ja"))
    assert not (tmp_path / "bundle").exists()


def test_wrong_usage_is_told_in_german(outside: Run) -> None:
    """What argparse says by itself is translated too."""
    ended = outside("check", LANG="de_DE.UTF-8")
    assert ended.status == 2
    assert ended.err.startswith("Aufruf: session-tag-wizard check")
    assert "diese Argumente fehlen: PLAN" in ended.err
