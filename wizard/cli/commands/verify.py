"""``verify PLAN EVIDENCE``: compares what was really sent with the plan."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli.arguments import add_format, add_plan
from wizard.cli.command import Command
from wizard.cli.pasting import pasted
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal, standard_input
from wizard.language import N_, _
from wizard.plan.model import Person, Plan
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

    from wizard.saml.evidence.evidence import Evidence


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    evidence = _("SAMLResponse, form body, HAR, XML, preview or CloudTrail event; a file, or - for standard input")
    parser.add_argument("evidence", metavar="EVIDENCE", help=evidence)
    certificate = _("the IdP's certificate (PEM) or metadata; then only what it signed counts")
    parser.add_argument("--certificate", metavar="FILE", help=certificate)
    parser.add_argument("--key", metavar="FILE", help=_("private key (PEM) that opens an encrypted assertion"))
    person = _("whose sign-in it is; without, the one of the plan's people whom the evidence names")
    parser.add_argument("--person", metavar="LOGIN", help=person)
    parser.add_argument("--at", metavar="TIME", help=_("judge the time window at 2026-11-24T10:00:00Z, for instance"))
    add_format(parser, "text", "json")


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    from wizard.access.verification.comparison import Verdict, verified  # noqa: PLC0415 - see wizard.cli.command
    from wizard.cli.report.verification import (  # noqa: PLC0415 - as above
        comparison_json,
        comparison_text,
        unusable_json,
        unusable_text,
    )
    from wizard.saml.evidence.error import Unusable  # noqa: PLC0415 - as above

    if arguments.plan == arguments.evidence == STANDARD_INPUT:
        raise CommandError(_("PLAN and EVIDENCE cannot both be standard input; name a file for one of them"))
    plan = named_plan(arguments.plan)
    person, at = _person(plan, arguments.person), _time(arguments.at)
    as_json = arguments.format == "json"
    try:
        evidence = _evidence(arguments)
        comparison = verified(plan, evidence, person, at)
    except Unusable as reason:
        terminal.result(unusable_json(reason) if as_json else unusable_text(reason, terminal))
        return Status.REFUSED
    terminal.result(
        comparison_json(evidence, comparison) if as_json else comparison_text(evidence, comparison, terminal)
    )
    return Status.FOUND if comparison.verdict is Verdict.MISMATCH else Status.DONE


def _person(plan: Plan, login: str | None) -> Person | None:
    if login is None:
        return None
    person = plan.person(login)
    if person is None:
        known = ", ".join(one_line(known.login) for known in plan.people) or _("none")
        text = _("--person {login}: the plan has no person of that login; it has {known}")
        raise CommandError(text.format(login=one_line(login), known=known))
    return person


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        told = _("--at {text}: a time with a time zone is expected, such as 2026-11-24T10:00:00Z")
        raise CommandError(told.format(text=one_line(text)))
    return at


def _evidence(arguments: Namespace) -> "Evidence":
    from wizard.saml.evidence.limits import LARGEST_HAR  # noqa: PLC0415 - see wizard.cli.command
    from wizard.saml.evidence.reading import read_evidence  # noqa: PLC0415 - as above

    certificates, key = _certificates(arguments.certificate), _key(arguments.key)
    data = _read(arguments.evidence, LARGEST_HAR)
    return read_evidence(data, certificates, key, arguments.person)


def _certificates(name: str | None) -> "tuple[Certificate, ...]":
    from wizard.saml.evidence.certificate import LARGEST_CERTIFICATE, signing_certificates  # noqa: PLC0415 - as above
    from wizard.saml.evidence.error import NoCertificate  # noqa: PLC0415 - as above

    if name is None:
        return ()
    try:
        return signing_certificates(_read(name, LARGEST_CERTIFICATE))
    except NoCertificate as error:
        raise CommandError(f"--certificate {one_line(name)}: {error.text(_)}") from None


def _key(name: str | None) -> "RSAPrivateKey | None":
    from wizard.saml.evidence.decryption import LARGEST_KEY, decryption_key  # noqa: PLC0415 - as above
    from wizard.saml.evidence.error import NoKey  # noqa: PLC0415 - as above

    if name is None:
        return None
    try:
        return decryption_key(_read(name, LARGEST_KEY))
    except NoKey as error:
        raise CommandError(f"--key {one_line(name)}: {error.text(_)}") from None


def _read(name: str, limit: int) -> bytes:
    """Return what the file holds, one byte more than `limit` at most; CommandError where it cannot be read."""
    if name == STANDARD_INPUT:
        data = pasted(limit)
        return standard_input(limit) if data is None else data
    try:
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(_("{name}: cannot be read: {reason}").format(name=one_line(name), reason=reason)) from None


COMMAND = Command(
    summary=N_("compare a captured sign-in with a plan"),
    description=N_(
        "Compares what was really sent with the plan, attribute by attribute, and says what it tells of the two Okta\n"
        "features. Nothing is stored or sent anywhere. A captured assertion opens the account until it expires, some\n"
        "minutes after the sign-in: delete the file afterwards, or give it through standard input.\n"
        "Exit status: 0 for a match, 1 for a mismatch, 2 where the evidence cannot be used."
    ),
    examples=(
        ("plan.session-tags.yaml sign-in.har", N_("a HAR that the browser's developer tools saved")),
        ("plan.session-tags.yaml - < response.txt", N_("a SAMLResponse through standard input")),
        (
            "plan.session-tags.yaml response.xml --certificate okta.cert --person ada@example.com",
            N_("only what Okta signed, compared with Ada's values"),
        ),
        ("plan.session-tags.yaml preview.xml --format json", N_("what the console's Preview SAML shows, as JSON")),
    ),
    arguments=_arguments,
    run=_run,
)
