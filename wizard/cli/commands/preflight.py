"""``preflight PLAN PEOPLE``: who would fail to sign in, and why."""

from argparse import ArgumentParser, Namespace

from wizard.cli.arguments import add_format, add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    text = _("list of people: CSV, a JSON list of Okta users, or JSON lines; - for standard input")
    parser.add_argument("people", metavar="PEOPLE", help=text)
    parser.add_argument("--all", action="store_true", help=_("with csv or json: everybody, with their tags"))
    add_format(parser, "text", "json", "csv")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    if arguments.plan == arguments.people == STANDARD_INPUT:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))
    if arguments.all and arguments.format == "text":
        raise CommandError(_("--all names everybody in a table; choose --format csv or --format json with it"))
    return _judged(arguments, named_plan(arguments.plan), terminal)


def _judged(arguments: Namespace, plan: Plan, terminal: Terminal) -> Status:
    from wizard.access.broken import Broken, UnreadableFile  # noqa: PLC0415 - other commands read no people
    from wizard.access.preflight.run import Preflight  # noqa: PLC0415
    from wizard.cli.progress import Progress  # noqa: PLC0415
    from wizard.cli.report.preflight import report  # noqa: PLC0415
    from wizard.cli.source import stream  # noqa: PLC0415

    run = Preflight(plan)
    with (
        stream(arguments.people) as source,
        report(arguments.format, plan, terminal, everybody=arguments.all) as told,
        Progress(source) as progress,
    ):

        def noted(broken: Broken) -> None:
            if not progress.stopped:
                told.broken(broken)

        try:
            for people in run.judged(progress, noted, everybody=arguments.all):
                told.people(people)
                progress.show(run.people)
                if progress.stopped:
                    break
        except UnreadableFile as error:
            raise CommandError(f"{one_line(arguments.people)}: {one_line(error)}") from error
        summary = run.summary()
        told.end(summary, stopped=progress.stopped)
    if progress.stopped:
        terminal.finish()
        raise KeyboardInterrupt
    return Status.FOUND if summary.failing or summary.broken else Status.DONE


COMMAND = Command(
    summary=N_("say who would fail to sign in, and why"),
    description=N_(
        "Runs the plan over a list of people, as Okta exports it: for each the tags, and every reason why the sign-in\n"
        "would fail or give no access. CSV has the names of profile attributes in its first line, login among them;\n"
        "JSON is what GET /api/v1/users returns. A cell of a list attribute holds its members with commas. Each tag's\n"
        "distinct values are counted, so that Platform shows beside platform. Nothing leaves this machine.\n"
        "Ctrl-C stops, and what was read until then is reported.\n"
        "Exit status: 0 when nobody would fail; 1 when anybody would, or a line could not be read."
    ),
    examples=(
        ("plan.session-tags.yaml people.csv", N_("the reasons, with the people, and the values of each tag")),
        ("plan.session-tags.yaml people.csv --format csv > failing.csv", N_("who would fail, for a spreadsheet")),
        ("plan.session-tags.yaml - --format json < users.jsonl", N_("the same for another program")),
    ),
    arguments=_arguments,
    run=_run,
)
