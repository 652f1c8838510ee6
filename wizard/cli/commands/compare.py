"""``compare OLD NEW``: what changed between two plans, and who gains and loses what."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli.arguments import add_format
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.table_age import tell_age
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from wizard.access.comparison import Shifts


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help=_("plan file or bundle as it was, or - for standard input"))
    parser.add_argument("new", metavar="NEW", help=_("plan file or bundle as it is to be, or -"))
    parser.add_argument("--people", metavar="FILE", help=_("people: CSV, a JSON list of Okta users, or JSON lines"))
    parser.add_argument("--resources", metavar="FILE", help=_("resources, as simulate takes them"))
    add_format(parser, "text", "json")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    from wizard.access.plan_changes import differences  # noqa: PLC0415 - other commands compare nothing
    from wizard.cli.report.comparison import comparison_json, comparison_text  # noqa: PLC0415

    _usable(arguments)
    old, new = _side(arguments.old, terminal), _side(arguments.new, terminal)
    tell_age(terminal, old, new)
    changes = differences(old, new)
    shifts: Shifts | None = None
    if arguments.people is not None:
        from wizard.access import comparison  # noqa: PLC0415
        from wizard.cli.inventory_source import held, tell_absent  # noqa: PLC0415

        before, after = held((old, new), arguments.people, arguments.resources)
        tell_absent(terminal, after)
        shifts = comparison.Shifts(before, after, comparison.shifts(old, before, new, after))
    if arguments.format == "json":
        terminal.result(comparison_json(old, new, changes, shifts))
    else:
        terminal.result(comparison_text(changes, shifts, terminal.styled))
    broken = shifts.after.broken if shifts is not None else ()
    for each in broken if arguments.format != "json" else ():
        terminal.note(_("{file}, line {line}: {message}").format(**each._asdict()))
    return Status.FOUND if broken else Status.DONE


def _side(argument: str, terminal: Terminal) -> Plan:
    """Return one of the two plans, and say where its bundle is no longer what was exported; PlanError for none."""
    if argument == STANDARD_INPUT:
        return named_plan(argument)
    from wizard.bundle.bundled_plan import plan_or_bundled  # noqa: PLC0415 - other commands read no bundle

    found = plan_or_bundled(Path(argument))
    if found.changed:
        told = _("{bundle}: this bundle was changed after its export; its plan.yaml is compared as it stands")
        terminal.note(told.format(bundle=one_line(found.bundle)))
    return found.plan


def _usable(arguments: Namespace) -> None:
    """Raise CommandError where only one of the two files is named, or standard input stands for two."""
    if (arguments.people is None) != (arguments.resources is None):
        raise CommandError(_("--people and --resources belong together; name both or neither"))
    if [arguments.old, arguments.new, arguments.people, arguments.resources].count(STANDARD_INPUT) > 1:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))


COMMAND = Command(
    summary=N_("say what changed between two plans, and who gains and loses what"),
    description=N_(
        "Compares two plans entry by entry: tags by key, roles and grants by name, people by login. Either may be a\n"
        "bundle, a folder or a zip: its plan.yaml is compared. With --people and --resources it holds everybody\n"
        "against every resource under both plans, and says what is gained and lost.\n"
        "A role of another name is another role.\n"
        "Exit status: 0 when everything was compared; 1 where a line of the files is broken; 2 where a file cannot be\n"
        "read."
    ),
    examples=(
        ("old.session-tags.yaml new.session-tags.yaml", N_("what changed, path by path")),
        ("bundle.zip new.session-tags.yaml", N_("what changed since the last export")),
        ("old.yaml new.yaml --people people.csv --resources resources.json", N_("who gains and who loses what")),
    ),
    arguments=_arguments,
    run=_run,
)
