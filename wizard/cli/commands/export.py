"""``export PLAN --out TARGET``: writes the bundle, all of it or nothing."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from wizard.bundle.artefact import BundleFile
from wizard.bundle.registry import bundle_files
from wizard.bundle.writing import Written, write_bundle
from wizard.cli.arguments import add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import named_plan
from wizard.cli.report.text import findings_text
from wizard.cli.status import CommandError, Status
from wizard.cli.table_age import tell_age
from wizard.cli.terminal import Terminal
from wizard.language import N_, SOURCE_LANGUAGE, _, languages
from wizard.quoting.line_text import one_line
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import findings


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    parser.add_argument(
        "--out", metavar="DIR|FILE.zip", required=True, help=_("folder to write, or a zip where the name ends in .zip")
    )
    parser.add_argument(
        "--only",
        metavar="PATH",
        action="append",
        default=[],
        help=_("write just this file or folder of the bundle; may be given several times"),
    )
    parser.add_argument(
        "--language",
        metavar="LANG",
        choices=languages(),
        default=SOURCE_LANGUAGE,
        help=_("language of the runbook, one of {languages}; en without it").format(languages=", ".join(languages())),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=_("replace a bundle that was changed, or a file, too; never another folder"),
    )
    parser.add_argument("--allow-errors", action="store_true", help=_("write in spite of error findings, and exit 1"))


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    plan = named_plan(arguments.plan)
    found = findings(plan)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors and not arguments.allow_errors:
        terminal.note(_refusal(errors, arguments.plan))
        return Status.FOUND
    if _is_the_plan(arguments.plan, arguments.out):
        raise CommandError(
            _("{path}: this is the plan itself; name another place").format(path=one_line(arguments.out))
        )
    files = bundle_files(plan, arguments.language, arguments.only)
    written = write_bundle(files, Path(arguments.out), force=arguments.force)
    _tell(terminal, written, files, found)
    tell_age(terminal, plan)
    return Status.FOUND if errors else Status.DONE


def _is_the_plan(plan: str, target: str) -> bool:
    """Return whether the bundle would take the place of the plan's own file, which even --force does not mean."""
    try:
        return plan != "-" and Path(plan).samefile(target)
    except (OSError, ValueError):
        return False


def _refusal(errors: Sequence[Finding], plan: str) -> str:
    closing = _("{plan}: nothing was written, since there are error findings; --allow-errors writes all the same")
    return f"{findings_text(errors)}\n{closing.format(plan=one_line(plan))}"


def _tell(terminal: Terminal, written: Written, files: Sequence[BundleFile], found: Sequence[Finding]) -> None:
    """List on standard output what was written; what still has to be known goes to standard error."""
    terminal.result("".join(f"{line}\n" for line in (one_line(written.target), *(f"  {file.path}" for file in files))))
    for path in written.left:
        text = _("{path}: an earlier bundle, left by an export that was interrupted; look at it and delete it")
        terminal.note(text.format(path=one_line(path)))
    for finding in found:
        if finding.path.startswith("okta.features"):
            terminal.note(f"{_(finding.title)}: {one_line(finding.text(_))}")


COMMAND = Command(
    summary=N_("write the settings for both sides, as a folder or a zip"),
    description=N_(
        "Writes the bundle: the runbook, what to type into Okta, the policies for AWS, and the SAML to expect.\n"
        "All of it appears or nothing does. A bundle that nobody has changed is replaced; a changed one or a file\n"
        "only with --force; a folder that is no bundle never.\n"
        "Exit status: 0 written, 1 error findings, 2 where the plan cannot be read or the target not be written."
    ),
    examples=(
        ("plan.session-tags.yaml --out bundle", N_("write the folder bundle")),
        (
            "plan.session-tags.yaml --out bundle.zip",
            N_("write one file to hand on; the same plan gives the same bytes"),
        ),
        ("plan.session-tags.yaml --out policies --only aws", N_("write only the AWS policies")),
    ),
    arguments=_arguments,
    run=_run,
)
