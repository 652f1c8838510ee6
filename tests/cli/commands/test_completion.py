"""``completion`` writes scripts by which shells complete what the parsers take."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wizard.cli.registry import command_names
from wizard.language import languages
from wizard.plan.templates import template_names
from wizard.rules.registry import rules

BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
complete -p session-tag-wizard >/dev/null || exit 3
_session_tag_wizard
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def scripts(run: Run, tmp_path: Path) -> Path:
    """Give a folder with the three scripts."""
    for shell in ("bash", "zsh", "fish"):
        ended = run("completion", shell)
        assert (ended.status, ended.err) == (0, "")
        (tmp_path / shell).write_text(ended.out)
    return tmp_path


def completed(script: Path, *words: str) -> list[str]:
    """Return what bash offers for the last of the words."""
    command = ["bash", "--norc", "-c", BASH, "bash", str(script), "session-tag-wizard", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], list(command_names())),
        (["c"], ["check", "compare", "completion"]),
        (["--th"], ["--theme"]),
        (["plan.yaml", "--theme", ""], ["light", "dark", "high-contrast"]),
        (["plan.yaml", "--theme", "dark", ""], []),
        (["plan.yaml", ""], []),
        (["--theme", ""], ["light", "dark", "high-contrast"]),
        (["check", "--"], ["--help", "--format"]),
        (["check", "plan.yaml", "--format", "s"], ["sarif"]),
        (["check", ""], []),
        (["export", "plan.yaml", "--a"], ["--allow-errors"]),
        (["export", "plan.yaml", "--out", ""], []),
        (["export", "plan.yaml", "--language", ""], list(languages())),
        (["new", "plan.yaml", "--template", ""], list(template_names())),
        (["preview", "plan.yaml", "--as", ""], ["okta", "aws", "flow"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["explain", "TAG1"], [rule.id for rule in rules() if rule.id.startswith("TAG1")]),
        (["selftest", "--d"], []),
    ],
    ids=str,
)
def test_bash_completes(scripts: Path, words: list[str], offered: list[str]) -> None:
    """A real bash offers commands, options and values; where a file can stand it is left to bash itself."""
    assert completed(scripts / "bash", *words) == offered


def test_the_installed_program_is_what_is_completed(scripts: Path) -> None:
    """Names of files are completed by bash where the script offers nothing."""
    command = ["bash", "--norc", "-c", f'source "{scripts}/bash"; complete -p session-tag-wizard']
    registered = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "-o default" in registered
    assert "-F _session_tag_wizard session-tag-wizard" in registered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_reads_its_script(scripts: Path, shell: str) -> None:
    """A shell finds no fault in its script's syntax."""
    assert subprocess.run([shell, "-n", str(scripts / shell)], capture_output=True, check=False).stderr == b""


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_every_script_knows_every_command_and_option(scripts: Path, shell: str) -> None:
    """What one shell completes, the others do."""
    text = (scripts / shell).read_text()
    for name in command_names():
        assert name in text
    for option in ("format", "template", "force", "allow-errors", "only", "language", "person", "theme"):
        assert option in text
    assert "draw" not in text


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["check", "x", "--format", "s"], "4 check x --format s"),
        (["--theme", "d"], "3 session-tag-wizard --theme d"),
        (["plan.yaml", "--theme", "d"], "4 session-tag-wizard plan.yaml --theme d"),
    ],
    ids=str,
)
def test_zsh_is_asked_for_the_word_that_stands_there(scripts: Path, words: list[str], asked: str) -> None:
    """A command's words are counted from its name; without a command they are those of the program itself."""
    stand_ins = 'compdef() {}; _arguments() { print -r -- "$CURRENT $words" }'
    program = f'{stand_ins}; source "$1"; shift; words=("$@"); CURRENT=$#; _session_tag_wizard'
    command = ["zsh", "-f", "-c", program, "zsh", str(scripts / "zsh"), "session-tag-wizard", *words]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == asked


def test_fish_completes(scripts: Path) -> None:
    """A real fish offers the same."""

    def offered(line: str) -> list[str]:
        command = ["fish", "--no-config", "-c", f'source "{scripts}/fish"; complete -C "{line}"']
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [entry.split("\t")[0] for entry in shown.splitlines()]

    assert offered("session-tag-wizard completion ") == ["bash", "fish", "zsh"]
    assert offered("session-tag-wizard check x --format s") == ["sarif"]
    assert offered("session-tag-wizard export x --al") == ["--allow-errors"]
