"""``evaluate``: decides requests against IAM policy documents of any origin, and says why."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli.arguments import add_format
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT
from wizard.cli.source import stream
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from wizard.aws.evaluator.decision import Decision, Policies
    from wizard.aws.evaluator.document import Kind, Policy
    from wizard.aws.evaluator.requests import Asked
    from wizard.cli.report.decisions import Told


def _arguments(parser: ArgumentParser) -> None:
    text = _("policies of the user or the role that asks")
    parser.add_argument("--identity", metavar="FILE", nargs="+", action="extend", default=[], help=text)
    parser.add_argument("--trust", metavar="FILE", help=_("trust policy of the role that is assumed"))
    parser.add_argument("--boundary", metavar="FILE", help=_("permissions boundary of the user or the role that asks"))
    text = _("service control policies attached at one level: one of them must allow, and a Deny in any ends it")
    parser.add_argument("--scp", metavar="FILE", nargs="+", action="extend", help=text)
    parser.add_argument("--session", metavar="FILE", help=_("session policy passed when the role was assumed"))
    parser.add_argument("--requests", metavar="FILE", required=True, help=_("JSON list of the requests to decide"))
    add_format(parser, "text", "json")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    from wizard.aws.evaluator.decision import Evaluator  # noqa: PLC0415 - other commands need no evaluator
    from wizard.cli.report.decisions import decisions_json, decisions_text  # noqa: PLC0415

    _usable(arguments)
    policies = _policies(arguments)
    asked = _requests(arguments.requests, trust=policies.trust is not None)
    evaluator = Evaluator(policies)
    told = [_told(each, evaluator.decide(each.request)) for each in asked]
    for part in decisions_json(told) if arguments.format == "json" else decisions_text(told, terminal):
        terminal.result(part)
    return Status.DONE


def _usable(arguments: Namespace) -> None:
    """Raise CommandError where no policy is named, or standard input stands for two files."""
    if not arguments.identity and not arguments.trust:
        raise CommandError(_("no policy to evaluate; name one with --identity or --trust"))
    single = (arguments.trust, arguments.boundary, arguments.session, arguments.requests)
    if [*arguments.identity, *(arguments.scp or ()), *single].count(STANDARD_INPUT) > 1:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))


def _policies(arguments: Namespace) -> "Policies":
    from wizard.aws.evaluator.decision import Policies  # noqa: PLC0415
    from wizard.aws.evaluator.document import Kind  # noqa: PLC0415

    return Policies(
        identity=_all(arguments.identity),
        trust=_policy(arguments.trust, Kind.TRUST) if arguments.trust else None,
        boundary=_policy(arguments.boundary) if arguments.boundary else None,
        control=None if arguments.scp is None else _all(arguments.scp),
        session=_policy(arguments.session) if arguments.session else None,
    )


def _all(files: Iterable[str]) -> tuple["Policy", ...]:
    return tuple(_policy(file) for file in files)


def _policy(file: str, kind: "Kind | None" = None) -> "Policy":
    """Return the policy in a file, called by its stem; CommandError with the JSON path where it is none."""
    from wizard.aws.evaluator.document import LARGEST, Kind, PolicyError, policy  # noqa: PLC0415

    try:
        return policy(_decoded(file, LARGEST), Path(file).stem, kind or Kind.IDENTITY)
    except PolicyError as error:
        raise CommandError(f"{one_line(file)}: {one_line(error)}") from error


def _requests(file: str, *, trust: bool) -> tuple["Asked", ...]:
    """Return the requests in a file; CommandError with the JSON path where there are none."""
    from wizard.aws.evaluator.requests import LARGEST, RequestsError, requests  # noqa: PLC0415

    try:
        return requests(_decoded(file, LARGEST), trust=trust)
    except RequestsError as error:
        raise CommandError(f"{one_line(file)}: {one_line(error)}") from error


def _decoded(file: str, largest: int) -> str:
    """Return the text of a file, of at most so many bytes; CommandError where it cannot be had."""
    with stream(file) as source:
        data = source.read(largest + 1)
    name = one_line(file)
    if len(data) > largest:
        raise CommandError(_("{file}: $: more than {largest:,} bytes").format(file=name, largest=largest))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _("{file}: $: byte {number:,} is no UTF-8, in which JSON is written")
        raise CommandError(text.format(file=name, number=error.start + 1)) from error


def _told(asked: "Asked", decision: "Decision") -> "Told":
    from wizard.cli.report.decisions import Told  # noqa: PLC0415

    request = asked.request
    by = (decision.policy, decision.statement)
    return Told(asked.id, "", "", request.action, request.resource, decision.verdict, *by, decision.because)


COMMAND = Command(
    summary=N_("decide requests against any IAM policies, and say why"),
    description=N_(
        "Decides requests by IAM's documented logic, without asking AWS. A request has an action, a resource and a\n"
        "context of condition keys, and a principal where a trust policy is asked. Sign-in is asked with the actions\n"
        "sts:AssumeRoleWithSAML and sts:TagSession, which --trust alone decides; sts:AssumeRole within one account is\n"
        "allowed by either side, across accounts by both. One file may be -, standard input.\n"
        "Exit status: 0 when every request was answered, 2 where a file cannot be read; it names the JSON path."
    ),
    examples=(
        ("--identity grant.json --requests requests.json", N_("what this policy allows, and what is missing")),
        ("--trust trust.json --requests - < sign-in.json", N_("whether a sign-in with these tags succeeds")),
        (
            "--identity a.json b.json --boundary limit.json --scp full.json --requests requests.json --format json",
            N_("what a limited role is left with, for another program"),
        ),
    ),
    arguments=_arguments,
    run=_run,
)
