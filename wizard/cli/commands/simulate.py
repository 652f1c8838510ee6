"""``simulate PLAN``: who can do what, before anything is switched on."""

from argparse import ArgumentParser, Namespace
from typing import Final

from wizard.cli.arguments import add_format, add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line

_LARGEST: Final = 100_000_000
"""Bytes of a file of requests: some hundred thousand of them."""


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    parser.add_argument("--requests", metavar="FILE", help=_("JSON list of the requests to decide"))
    add_format(parser, "text", "json", "csv")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    if [arguments.plan, arguments.requests].count(STANDARD_INPUT) > 1:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))
    plan = named_plan(arguments.plan)
    if arguments.requests is None:
        raise CommandError(_("nothing to simulate; name requests with --requests"))
    return _answered(arguments, plan, terminal)


def _answered(arguments: Namespace, plan: Plan, terminal: Terminal) -> Status:
    """Write the answers to requests; CommandError with the JSON path where one cannot be understood."""
    from wizard.access.requests import RequestError, requests  # noqa: PLC0415 - other commands need no simulation
    from wizard.access.simulation import answers  # noqa: PLC0415
    from wizard.cli.report.answers import answers_csv, answers_json, answers_text  # noqa: PLC0415
    from wizard.cli.source import whole  # noqa: PLC0415

    try:
        asked = requests(plan, whole(arguments.requests, _LARGEST))
    except RequestError as error:
        raise CommandError(f"{one_line(arguments.requests)}: {one_line(error)}") from error
    answered = list(zip(asked, answers(plan, asked), strict=True))
    match arguments.format:
        case "json":
            terminal.result(answers_json(answered))
        case "csv":
            terminal.result(answers_csv(answered))
        case _:
            terminal.result(answers_text(answered, terminal))
    return Status.DONE


COMMAND = Command(
    summary=N_("decide who can do what under a plan, and say why"),
    description=N_(
        "Signs each person in through the plan's own trust policy, then decides by the permission policies that the\n"
        "plan exports; nothing is asked of AWS. A request names a person of the plan, a profile, or the tags; an\n"
        "account, a role, an action, a resource, and the tags of the resource and of the call. A tag key that AWS\n"
        "does not supply for the action is not there, and a condition on it never matches.\n"
        "Exit status: 0 when every request was answered, whatever the answers; 2 where one cannot be understood."
    ),
    examples=(
        ("plan.session-tags.yaml --requests requests.json", N_("each request with its decision and the reasons")),
        ("plan.session-tags.yaml --requests - --format json < requests.json", N_("the same for another program")),
    ),
    arguments=_arguments,
    run=_run,
)
