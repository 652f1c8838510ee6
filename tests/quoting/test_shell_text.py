"""Words as a POSIX shell reads them."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.quoting.shell_text import command, quoted

SHELLS = [shell for shell in ("/bin/sh", "/bin/bash", "/bin/dash") if Path(shell).exists()]
HOSTILE = [
    "",
    " ",
    "a b",
    "it's",
    '"; rm -rf ~; "',
    "$(id)",
    "`id`",
    "${IFS}",
    "!history",
    "~root",
    "*",
    "a\nb",
    "end\n",
    "\n\n",
    "\x1b]0;title\x07",
    "tab\there\n\n",
    "\x7f100%\\n!'\"",
    "\u202eteam",
    "Zürich 日本 😀",
    "=cmd",
    "#no comment",
    "--query",
    "arn:aws:iam::111122223333:role/okta-abac",
]


def arguments(shell: str, line: str) -> list[bytes]:
    """Return the arguments that the shell makes of a command line after the command's name."""
    counted = subprocess.run(
        [shell, "-c", f"set -- {line}\nfor word; do printf '%s\\0' \"$word\"; done"],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nowhere"},
    )
    return counted.stdout.split(b"\0")[:-1]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_word_is_one_argument(shell: str) -> None:
    """Hostile words reach the program as they are, each as one argument."""
    assert arguments(shell, command(*HOSTILE)) == [word.encode() for word in HOSTILE]


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20), max_size=8))
def test_any_word_is_one_argument(words: list[str]) -> None:
    """Whatever a word holds but NUL, the shell gives it back."""
    assert arguments("/bin/sh", command(*words)) == [word.encode() for word in words]


@given(text=st.text(st.characters(codec=None), max_size=30))
def test_no_control_character_is_written(text: str) -> None:
    """What is pasted into a terminal holds no control character but the line end between quotes."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", quoted(text))


def test_plain_words_stay_bare() -> None:
    """A word that needs no quotes has none."""
    assert command("aws", "iam", "get-role", "--role-name", "okta-abac") == "aws iam get-role --role-name okta-abac"


def test_what_no_argument_can_hold_is_replaced() -> None:
    """NUL and a lone surrogate become U+FFFD."""
    assert quoted("a\x00\ud800") == "'a\ufffd\ufffd'"
