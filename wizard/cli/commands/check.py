"""``check PLAN``: every finding, in plan order."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from wizard.cli.arguments import add_format, add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import named_plan
from wizard.cli.report.text import findings_text, summary_text
from wizard.cli.status import Status
from wizard.cli.table_age import tell_age
from wizard.cli.terminal import Terminal
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import findings


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    add_format(parser, "text", "json", "sarif")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    plan = named_plan(arguments.plan)
    found = findings(plan)
    terminal.result(_reported(arguments, plan, found, terminal))
    tell_age(terminal, plan)
    return Status.FOUND if any(finding.severity is Severity.ERROR for finding in found) else Status.DONE


def _reported(arguments: Namespace, plan: Plan, found: Sequence[Finding], terminal: Terminal) -> str:
    if arguments.format == "json":
        from wizard.cli.report.json import findings_json  # noqa: PLC0415 - see wizard.cli.command

        return findings_json(plan, found)
    if arguments.format == "sarif":
        from wizard.cli.report.sarif import findings_sarif  # noqa: PLC0415 - as above

        return findings_sarif(arguments.plan, found)
    parts = (findings_text(found, terminal.styled, terminal.width), summary_text(found, terminal.styled))
    return "\n".join(filter(None, parts))


COMMAND = Command(
    summary=N_("list every finding of a plan, in plan order"),
    description=N_(
        "Judges a plan by everything that AWS or Okta is documented to refuse or to take differently than meant.\n"
        "Exit status: 0 without an error finding, 1 with one, 2 where the plan cannot be read."
    ),
    examples=(
        ("plan.session-tags.yaml", N_("list the findings, each with its cure and its source")),
        ("plan.session-tags.yaml --format json", N_("the same for another program")),
        ("plan.session-tags.yaml --format sarif > findings.sarif", N_("the same for code scanning in CI")),
        ("- < plan.session-tags.yaml", N_("check what stands on standard input")),
    ),
    arguments=_arguments,
    run=_run,
)
