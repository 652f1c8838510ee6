"""``completion SHELL``: the script by which a shell completes the commands."""

from argparse import ArgumentParser, Namespace
from typing import Final

from wizard.cli.command import Command
from wizard.cli.completion.bash import bash_script
from wizard.cli.completion.fish import fish_script
from wizard.cli.completion.zsh import zsh_script
from wizard.cli.status import Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _

_SCRIPTS: Final = {"bash": bash_script, "zsh": zsh_script, "fish": fish_script}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help=_("the shell to write it for"))


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    terminal.result(_SCRIPTS[arguments.shell]())
    return Status.DONE


COMMAND = Command(
    summary=N_("print the script for completion in a shell"),
    description=N_("Prints the script by which bash, zsh or fish completes commands, options and their values."),
    examples=(
        ("bash > ~/.local/share/bash-completion/completions/session-tag-wizard", N_("for every new bash")),
        ("zsh > ~/.zfunc/_session-tag-wizard", N_("for every new zsh that has ~/.zfunc in its fpath")),
        ("fish > ~/.config/fish/completions/session-tag-wizard.fish", N_("for every new fish")),
    ),
    arguments=_arguments,
    run=_run,
)
