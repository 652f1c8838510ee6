"""``new FILE``: writes a commented starting plan."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from wizard import DISTRIBUTION
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.atomic import write_atomically
from wizard.plan.templates import DEFAULT_TEMPLATE, template_names, template_text
from wizard.quoting.line_text import one_line
from wizard.quoting.shell_text import quoted


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("plan file to write, or - for standard output"))
    parser.add_argument(
        "--template",
        choices=template_names(),
        default=DEFAULT_TEMPLATE,
        help=_("what the plan starts from; {template} without it").format(template=DEFAULT_TEMPLATE),
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    text = template_text(arguments.template)
    if arguments.file == STANDARD_INPUT:
        terminal.result(text)
        return Status.DONE
    path = Path(arguments.file)
    if not arguments.force and _taken(path):
        told = _("{path}: something is there already; name another file, or replace it with --force")
        raise CommandError(told.format(path=one_line(path)))
    write_atomically(path, text.encode("utf-8"))
    terminal.result(f"{one_line(path)}\n")
    terminal.note(_("next: {command}").format(command=f"{DISTRIBUTION} check {quoted(str(path))}"))
    return Status.DONE


def _taken(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):  # nothing there, or nothing can be: the writing says which
        return False
    return True


COMMAND = Command(
    summary=N_("write a commented starting plan"),
    description=N_("Writes a plan to start from, with a comment on every key. It replaces a file only with --force."),
    examples=(
        ("plan.session-tags.yaml", N_("start from the example of Okta's blog post")),
        ("plan.session-tags.yaml --template cost-center", N_("start from another template")),
    ),
    arguments=_arguments,
    run=_run,
)
