"""``new FILE``: writes a commented starting plan, or the plan that existing documents tell of."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from wizard.plan.existing import Remark


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("plan file to write, or - for standard output"))
    parser.add_argument(
        "--template",
        choices=template_names(),
        help=_("what the plan starts from; {template} without it").format(template=DEFAULT_TEMPLATE),
    )
    parser.add_argument(
        "--from",
        dest="documents",
        metavar="DOCUMENT",
        nargs="+",
        action="extend",
        help=_(
            "what exists, told apart by content: an Okta app, its rows or claims, trust or permission policies, roles, "
            "a captured sign-in, and the private key (PEM) where it is encrypted; - for standard input"
        ),
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    if arguments.documents and arguments.template:
        raise CommandError(_("a plan starts from a template or from documents; give one of --template and --from"))
    if arguments.documents:
        text = _told(arguments.documents, terminal)
    else:
        text = template_text(arguments.template or DEFAULT_TEMPLATE)
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


def _told(documents: list[str], terminal: Terminal) -> str:
    """Return the text of the plan that the documents tell of, and tell the person how far that is."""
    from wizard.adoption import LARGEST, Document, NotReadable, adopted  # noqa: PLC0415 - a template needs none of it
    from wizard.cli.source import whole  # noqa: PLC0415
    from wizard.plan.writer import plan_text  # noqa: PLC0415

    if documents.count(STANDARD_INPUT) > 1:
        raise CommandError(_("standard input can be read once only"))
    try:
        found = adopted(Document(whole(each, LARGEST), "" if each == STANDARD_INPUT else each) for each in documents)
    except NotReadable as error:
        source = error.source or _("standard input")
        raise CommandError(f"{one_line(source)}: {one_line(error.text(_))}") from None
    for remark in found.remarks:
        terminal.note(_line(remark))
    return plan_text(found.plan)


def _line(remark: "Remark") -> str:
    words = {"told": _("told"), "guessed": _("guessed"), "untold": _("could not be told")}
    source = f"{one_line(remark.source)}: " if remark.source else ""
    return f"{words[remark.certainty]}: {source}{one_line(remark.text(_))}"


def _taken(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):  # nothing there, or nothing can be: the writing says which
        return False
    return True


COMMAND = Command(
    summary=N_("write a commented starting plan"),
    description=N_(
        "Writes a plan to start from, with a comment on every key; or, with --from, the plan that existing documents "
        "tell of, and says what they do not tell. Of a captured sign-in nothing is kept but keys and the names of "
        "roles. It replaces a file only with --force."
    ),
    examples=(
        ("plan.session-tags.yaml", N_("start from the example of Okta's blog post")),
        ("plan.session-tags.yaml --template cost-center", N_("start from another template")),
        ("plan.session-tags.yaml --from app.json trust.json", N_("start from an Okta app and a trust policy")),
    ),
    arguments=_arguments,
    run=_run,
)
