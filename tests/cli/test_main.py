"""The command line as a whole: help, version, wrong words, streams that end, and errors of the program itself."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run
from wizard.cli import main as command_line
from wizard.cli import registry
from wizard.cli.command import Command
from wizard.cli.main import main
from wizard.cli.registry import command, command_names
from wizard.cli.status import Status
from wizard.discovery import NothingFound
from wizard.frozen import replace


def test_the_version_names_the_product(outside: Run) -> None:
    """Name and version, on standard output."""
    assert outside("--version") == (0, "Session Tag Wizard 0.1.0\n", "")


DONE = {"check", "completion", "explain", "export", "new", "preview", "schema", "selftest"}
LATER = {"simulate", "evaluate", "compare", "verify", "preflight", "apply", "pull"}


def test_the_commands_are_those_of_the_contract() -> None:
    """What is done is there, and nothing else but the contract's commands."""
    assert DONE <= set(command_names()) <= DONE | LATER


def test_the_help_lists_every_command_with_examples(outside: Run) -> None:
    """Each command is named with what it does; examples stand below."""
    ended = outside("--help")
    assert ended.status == 0
    assert ended.err == ""
    for name in command_names():
        assert f"  {name:<12}{command(name).summary}\n" in ended.out
    assert "examples:\n  session-tag-wizard\n" in ended.out


@pytest.mark.parametrize("name", command_names())
def test_each_command_has_a_help_with_examples(run: Run, name: str) -> None:
    """Each says what it does, and shows what to type."""
    ended = run(name, "--help")
    assert ended.status == 0
    assert ended.err == ""
    assert f"usage: session-tag-wizard {name}" in ended.out
    assert f"examples:\n  session-tag-wizard {name}" in ended.out


@pytest.mark.parametrize("name", command_names())
def test_examples_are_typed_as_the_command_takes_them(name: str) -> None:
    """What the help shows is understood by the very parser that it belongs to."""
    from shlex import split

    from wizard.cli.arguments import command_parser

    for typed, _does in command(name).examples:
        arguments = split(typed.split(">")[0].split("<")[0])
        command_parser(name).parse_args(arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chekc"], "did you mean check?"),
        (["chekc", "plan.yaml"], "did you mean check?"),
        (["none.session-tags.yaml"], "is no command and no file; the commands are check, "),
        (["--them", "dark"], "not known here: --them dark|no command"),
        (["--theme", "pink"], "choose from 'light', 'dark', 'high-contrast'"),
        (["check"], "the following arguments are required: PLAN"),
        (["check", "a", "b"], "unrecognized arguments: b"),
        (["check", "a", "--form", "json"], "unrecognized arguments: --form json"),
        (["check", "a", "--format", "xml"], "choose from 'text', 'json', 'sarif'"),
        (["export", "a"], "the following arguments are required: --out"),
        (["export", "a", "--out", "b", "--language", "xx"], "choose from 'en'"),
        (["preview", "a", "--as", "azure"], "choose from 'okta', 'aws'"),
        (["new", "a", "--template", "none"], "choose from 'team-project'"),
        (["completion", "tcsh"], "choose from 'bash', 'zsh', 'fish'"),
    ],
)
def test_wrong_usage_is_told(run: Run, arguments: list[str], words: str) -> None:
    """Exit status 2, nothing on standard output, and the way out on standard error."""
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert any(word in ended.err for word in words.split("|"))


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31mred", "\udcff", "", " ", "-", "\u202e", "a" * 5000])
def test_odd_words_are_told_on_one_line(run: Run, name: str) -> None:
    """Whatever stands where a command should, the answer is one readable line."""
    ended = run(name)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert ended.err.strip().isprintable()


def test_without_a_screen_the_app_says_so(outside: Run) -> None:
    """The reason, and the commands that work all the same."""
    ended = outside(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ended.status == 2
    assert ended.out == ""
    assert "there is no screen" in ended.err
    assert ended.err.endswith(f"These commands need no screen: {', '.join(command_names())}\n")
    assert ended.err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only X11 is asked beforehand")
def test_with_a_screen_that_does_not_answer_the_app_says_so(outside: Run, plan: Path) -> None:
    """Qt would end the process; what is missing, a screen or a library, is told instead."""
    ended = outside(plan, DISPLAY=":4711", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ended.status == 2
    assert "the screen :4711 does not answer" in ended.err or "install libxcb-cursor0" in ended.err


def test_without_qt_the_app_says_so(outside: Run, plan: Path) -> None:
    """What to install, and the commands that work all the same."""
    ended = outside(plan, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT / "tests/without_qt"))
    assert ended.status == 2
    assert "Qt cannot be loaded (Qt is hidden from this run); install PySide6-Essentials" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["check", "PLAN"], ["preview", "PLAN"], ["export", "PLAN", "--out", "out"]])
def test_every_command_works_without_qt(outside: Run, plan: Path, arguments: list[str]) -> None:
    """Nothing but the app needs Qt."""
    ended = outside(
        *(str(plan) if word == "PLAN" else word for word in arguments), PYTHONPATH=str(ROOT / "tests/without_qt")
    )
    assert ended.status == 0


def test_a_command_imports_no_qt_and_no_lxml(plan: Path) -> None:
    """Starting must be quick: the heavy libraries stay out of check."""
    program = (
        "import sys; from wizard.cli.main import main; main(['check', sys.argv[1]]); "
        "heavy = {'PySide6', 'lxml', 'jsonschema', 'ctypes', 'subprocess', 'zipfile', 'asyncio'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(plan)], capture_output=True, text=True, check=False)
    assert ended.stderr == ""


def test_the_app_is_opened_with_plan_and_theme(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line hands the app what was asked for, and takes its exit status."""
    from types import SimpleNamespace

    from wizard.cli import app

    asked: list[Any] = []
    monkeypatch.setattr(app, "missing_for_a_window", lambda: None)
    boot = SimpleNamespace(run=lambda path, theme: asked.append((path, theme)) or 5)
    monkeypatch.setattr(app, "import_module", lambda name: {"wizard.ui.boot": boot}[name])
    assert run().status == 5
    assert run(plan).status == 5
    assert run("--theme", "high-contrast", plan).status == 5
    assert asked == [(None, None), (plan, None), (plan, "high-contrast")]


def test_a_reader_that_goes_away_ends_nothing(faulty: Path) -> None:
    """With `| head` there is no word about a broken pipe, and the exit status is that of the check."""
    shell = f'"{sys.executable}" -m wizard check "{faulty}" --format sarif | head -c 1; exit ${{PIPESTATUS[0]}}'
    ended = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "{", "")


def test_a_result_that_cannot_be_written_is_told(plan: Path) -> None:
    """A full disk behind `>` is no success."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "wizard", "schema"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 2
    assert (
        ended.stderr == f"session-tag-wizard: standard output: the result is not whole: {os.strerror(errno.ENOSPC)}\n"
    )


@pytest.mark.parametrize("shell", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_reason_to_fail(plan: Path, shell: str) -> None:
    """A program started without some of its streams does its work all the same."""
    ended = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m wizard check "{plan}" {shell}'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr


def test_standard_input_that_is_closed_is_told() -> None:
    """A plan cannot come from there."""
    ended = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m wizard check - <&-'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "session-tag-wizard: standard input is closed; name a file instead of -\n"


@pytest.fixture
def _ctrl_c_counts() -> Iterator[None]:
    """Let the programs that a test starts hear Ctrl-C, even where a shell has started the tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_ctrl_c_counts")
def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    """A command that waits for its input is ended by the signal, silently, with the status that shells know."""
    os.mkfifo(tmp_path / "plan.yaml")
    with (
        subprocess.Popen(
            [sys.executable, "-m", "wizard", "check", str(tmp_path / "plan.yaml")], cwd=ROOT, stderr=subprocess.PIPE
        ) as waiting,
        (tmp_path / "plan.yaml").open("w"),
    ):  # opens when the command does
        while waiting.poll() is None:  # a signal just before the program begins to wait does not wake it
            waiting.send_signal(signal.SIGINT)
            time.sleep(0.05)
        _, told = waiting.communicate()
    assert waiting.returncode == 130
    assert told == b""


class Failing(Exception):
    """Stands for a defect of the program."""


def defective(_arguments: object, _terminal: object) -> Status:
    """Fail as no command should."""
    raise Failing("at\nlast")


def test_a_defect_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback for a person, and the way to get one."""
    broken = replace(command("schema"), run=defective)
    monkeypatch.setattr(command_line, "command", lambda _name: broken)
    ended = run("schema")
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err == (
        "session-tag-wizard: the program itself failed (Failing: at\\nlast); "
        "set SESSION_TAG_WIZARD_DEBUG=1 to see where, and report it as a defect\n"
    )
    with monkeypatch.context() as patch:
        patch.setenv("SESSION_TAG_WIZARD_DEBUG", "1")
        with pytest.raises(Failing):
            main(["schema"])


def test_an_installation_without_commands_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen build that lost its commands does not just open the app."""
    monkeypatch.setattr(registry, "module_names", lambda _path: ())
    with pytest.raises(NothingFound, match="holds no command"):
        command_names()


def test_a_module_that_defines_no_command_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of that folder is a command or a fault."""
    import wizard.cli.commands.schema

    monkeypatch.setattr(wizard.cli.commands.schema, "COMMAND", "schema")
    with pytest.raises(NothingFound, match=r"schema\.COMMAND is no command"):
        command("schema")


def test_a_command_is_a_command() -> None:
    """Every module of the folder defines one, with a summary that fits its line."""
    for name in command_names():
        found = command(name)
        assert isinstance(found, Command)
        assert len(found.summary) < 65
        assert found.summary[0].islower()


@pytest.mark.parametrize("locale", ["C", "POSIX", "de_DE.ISO-8859-1", "ja_JP.eucJP"])
def test_results_are_utf_8_whatever_the_locale(outside: Run, tmp_path: Path, locale: str) -> None:
    """A file or a program gets the same bytes everywhere."""
    (tmp_path / "plan.yaml").write_text("version: 1\nname: Größe 日本\ntags: []\n", encoding="utf-8")
    ended = outside("check", "plan.yaml", "--format", "json", LC_ALL=locale, PYTHONIOENCODING="", PYTHONUTF8="0")
    assert '"plan": "Größe 日本"' in ended.out
