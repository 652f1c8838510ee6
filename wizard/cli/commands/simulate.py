"""``simulate PLAN``: who can do what, before anything is switched on."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from wizard.cli.arguments import add_format, add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.table_age import tell_age
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from wizard.access.requests import Asked
    from wizard.access.role_access import Answer
    from wizard.cli.report.decisions import Told

_LARGEST: Final = 100_000_000
"""Bytes of a file of requests: some hundred thousand of them."""


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    parser.add_argument("--requests", metavar="FILE", help=_("JSON list of the requests to decide"))
    parser.add_argument("--people", metavar="FILE", help=_("people: CSV, a JSON list of Okta users, or JSON lines"))
    parser.add_argument(
        "--resources",
        metavar="FILE",
        help=_("resources: CSV with arn and tag keys, JSON, the Resource Groups Tagging API's or AWS Config's"),
    )
    parser.add_argument("--all", action="store_true", help=_("list the classes with nothing allowed too"))
    add_format(parser, "text", "json", "csv")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    _usable(arguments)
    plan = named_plan(arguments.plan)
    tell_age(terminal, plan)
    if arguments.requests is not None:
        return _answered(arguments, plan, terminal)
    return _matrix(arguments, plan, terminal)


def _usable(arguments: Namespace) -> None:
    """Raise CommandError where it is not clear what is asked, or standard input stands for two files."""
    matrix = (arguments.people, arguments.resources)
    if [arguments.plan, arguments.requests, *matrix].count(STANDARD_INPUT) > 1:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))
    given = [each is not None for each in matrix]
    if arguments.requests is not None and (any(given) or arguments.all):
        raise CommandError(_("--requests stands alone; --people, --resources and --all belong to the matrix"))
    if arguments.requests is None and not all(given):
        raise CommandError(_("nothing to simulate; name --requests, or --people and --resources"))


def _answered(arguments: Namespace, plan: Plan, terminal: Terminal) -> Status:
    """Write the answers to requests; CommandError with the JSON path where one cannot be understood."""
    from wizard.access.requests import RequestError, requests  # noqa: PLC0415 - other commands need no simulation
    from wizard.access.simulation import answers  # noqa: PLC0415
    from wizard.cli.report.decisions import decisions_csv, decisions_json, decisions_text  # noqa: PLC0415
    from wizard.cli.source import whole  # noqa: PLC0415

    try:
        asked = requests(plan, whole(arguments.requests, _LARGEST))
    except RequestError as error:
        raise CommandError(f"{one_line(arguments.requests)}: {one_line(error)}") from error
    told = list(map(_told, asked, answers(plan, asked)))
    match arguments.format:
        case "json":
            parts = decisions_json(told)
        case "csv":
            parts = iter((decisions_csv(told),))
        case _:
            parts = decisions_text(told, terminal)
    for part in parts:
        terminal.result(part)
    return Status.DONE


def _told(asked: "Asked", answer: "Answer") -> "Told":
    from wizard.cli.report.decisions import Told  # noqa: PLC0415

    call = asked.call
    return Told(asked.id, asked.account, asked.role.name, call.action.name, call.resource, *answer)


def _matrix(arguments: Namespace, plan: Plan, terminal: Terminal) -> Status:
    """Write the matrix, class by class; CommandError where a file has no form that is known."""
    from wizard.access.matrix import Matrix  # noqa: PLC0415
    from wizard.access.matrix_csv import matrix_csv  # noqa: PLC0415
    from wizard.cli.inventory_source import held, tell_absent  # noqa: PLC0415
    from wizard.cli.report.matrix import matrix_json, matrix_text  # noqa: PLC0415

    (inventory,) = held((plan,), arguments.people, arguments.resources)
    tell_absent(terminal, inventory)
    matrix = Matrix(plan, inventory)
    classes = matrix.classes(everything=arguments.all)
    match arguments.format:
        case "json":
            parts = matrix_json(matrix, classes)
        case "csv":
            parts = matrix_csv(matrix.held, classes)
        case _:
            parts = matrix_text(matrix, classes, terminal.styled)
    for part in parts:
        terminal.result(part)
    if arguments.format != "json":
        for broken in matrix.held.broken:
            terminal.note(_("{file}, line {line}: {message}").format(**broken._asdict()))
    return Status.FOUND if matrix.held.broken else Status.DONE


COMMAND = Command(
    summary=N_("decide who can do what under a plan, and say why"),
    description=N_(
        "Signs each person in through the plan's own trust policy, then decides by the permission policies that the\n"
        "plan exports; nothing is asked of AWS. A request names a person of the plan, a profile, or the tags; an\n"
        "account, a role, an action, a resource, and the tags of the resource and of the call. A tag key that AWS\n"
        "does not supply for the action is not there, and a condition on it never matches.\n"
        "With --people and --resources everybody is held against every resource, those with the same tags as one\n"
        "class. An ARN without an account (of a bucket) is taken to belong to each account of the plan. Calls that\n"
        "change tags are asked with one that no plan is about; calls that only create are not asked.\n"
        "Exit status: 0 when everything was answered, whatever the answers; 1 where a line of the files is broken;\n"
        "2 where a request or a file cannot be understood."
    ),
    examples=(
        ("plan.session-tags.yaml --requests requests.json", N_("each request with its decision and the reasons")),
        ("plan.session-tags.yaml --requests - --format json < requests.json", N_("the same for another program")),
        ("plan.session-tags.yaml --people people.csv --resources resources.csv", N_("who reaches what, in classes")),
        (
            "plan.session-tags.yaml --people people.csv --resources resources.json --format csv > matrix.csv",
            N_("the same for a spreadsheet"),
        ),
    ),
    arguments=_arguments,
    run=_run,
)
