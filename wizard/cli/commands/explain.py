"""``explain``: why a rule exists, or what probably causes a sign-in error, or the list of rules."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Final

from wizard.app.likely_causes import LikelyCause, likely_causes
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal, standard_input
from wizard.language import N_, _
from wizard.quoting.line_text import one_line
from wizard.quoting.spelling import nearest
from wizard.rules.sign_in_errors import known_errors

if TYPE_CHECKING:
    from wizard.cli.judgements import Explained
    from wizard.rules.finding import Finding

_RULE_ID: Final = re.compile(r"[A-Za-z]{2,6}[0-9]{3}")
_WIDE: Final = 100
_LONGEST: Final = 1_000_000
"""Bytes of a text that are looked at: an error stands at its beginning, not behind a whole log."""
_UNVERIFIED: Final = N_("No primary source ties this to the error; it is what others found.")
_UNVERIFIED_RULE: Final = N_("No primary source states this.")


def _arguments(parser: ArgumentParser) -> None:
    text = _("id of a rule, or the text of a sign-in error; - reads the text from standard input")
    parser.add_argument("text", metavar="RULE|TEXT", nargs="*", help=text)
    text = _("with the text of an error: the causes first that the rules see in this plan")
    parser.add_argument("--plan", metavar="PLAN", help=text)


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    asked = " ".join(arguments.text).strip()
    if arguments.plan is not None and (not asked or _RULE_ID.fullmatch(asked)):
        raise CommandError(_("--plan belongs to the text of an error"))
    if arguments.plan == asked == STANDARD_INPUT:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))
    if not arguments.text:
        terminal.result(_list(terminal))
    elif asked == STANDARD_INPUT:
        terminal.result(_answer(standard_input(_LONGEST).decode("utf-8", "replace"), arguments.plan, terminal))
    elif _RULE_ID.fullmatch(asked):
        terminal.result(_rule_text(_rule(asked), terminal))
    else:
        terminal.result(_answer(asked, arguments.plan, terminal))
    return Status.DONE


def _known() -> "tuple[Explained, ...]":
    from wizard.cli.judgements import judgements  # noqa: PLC0415 - brings all that judges; see wizard.cli.command

    return judgements()


def _list(terminal: Terminal) -> str:
    width = max(len(rule.id) for rule in _known())
    return "".join(
        f"{rule.id:<{width}}  {terminal.styled(f'{rule.severity:<7}', rule.severity)}  {_(rule.title)}\n"
        for rule in _known()
    )


def _rule(asked: str) -> "Explained":
    """Return the rule of that id, whatever its case; CommandError names the nearest where there is none."""
    known = {rule.id: rule for rule in _known()}
    if asked.upper() in known:
        return known[asked.upper()]
    near = nearest(asked.upper(), known)
    text = _("{rule}: no such rule; did you mean {near}?") if near else _("{rule}: no such rule; explain lists them")
    raise CommandError(text.format(rule=asked, near=near))


def _rule_text(rule: "Explained", terminal: Terminal) -> str:
    head = f"{terminal.styled(rule.id, 'strong')}  {terminal.styled(rule.severity, rule.severity)}  {_(rule.title)}"
    remarks = [] if rule.verified else [_(_UNVERIFIED_RULE)]
    texts = [_folded(text, "", terminal) for text in (_(rule.explanation), *remarks)]
    return "\n".join([head, "", *texts, rule.source]) + "\n"


def _answer(text: str, plan: str | None, terminal: Terminal) -> str:
    """Return the likely causes of an error; CommandError where none is known."""
    found = likely_causes(text, _findings(plan) if plan is not None else ())
    if not found:
        known = "\n".join(f"  {error}" for error in known_errors())
        told = _("no cause is known for this text; these errors are known:\n{known}")
        raise CommandError(told.format(known=known))
    return _causes_text(found, terminal)


def _findings(plan: str) -> "tuple[Finding, ...]":
    from wizard.cli.plan_source import named_plan  # noqa: PLC0415 - most explanations are of no plan
    from wizard.rules.registry import findings  # noqa: PLC0415

    return findings(named_plan(plan))


def _causes_text(found: Sequence[LikelyCause], terminal: Terminal) -> str:
    """Return the causes in their order, numbered under the error that each explains."""
    parts: list[str] = []
    error, number = "", 0
    for likely in found:
        if likely.cause.error != error:
            error, number = likely.cause.error, 0
            parts.append(terminal.styled(one_line(error), "strong"))
        number += 1
        parts.append(_cause_text(number, likely, terminal))
    return "\n\n".join(parts) + "\n"


def _cause_text(number: int, likely: LikelyCause, terminal: Terminal) -> str:
    indent, cause = "    ", likely.cause
    lines = [f"{number:>2}. {_(cause.title)}", _folded(_(cause.check), indent, terminal)]
    for finding in likely.findings:
        text = _("In this plan, {path}: {message} ({rule})")
        told = text.format(path=finding.path or _("as a whole"), message=one_line(finding.text(_)), rule=finding.rule)
        lines.append(_folded(told, indent, terminal))
    if cause.rules and not likely.findings:
        lines.append(indent + _("rules that see it in a plan: {rules}").format(rules=", ".join(cause.rules)))
    if not cause.verified:
        lines.append(indent + _(_UNVERIFIED))
    return "\n".join([*lines, indent + terminal.styled(cause.source, "quiet")])


def _folded(text: str, indent: str, terminal: Terminal) -> str:
    width = min(terminal.width or _WIDE, _WIDE)
    return fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


COMMAND = Command(
    summary=N_("explain a rule, or the error of a sign-in"),
    description=N_(
        "Says why a rule exists and which document states it. For the text of a sign-in error of AWS or Okta, the\n"
        "likely causes in order, each with the way to see whether it is the one. Without either, the list of rules."
    ),
    examples=(
        ("", N_("list the rules")),
        ("TAG101", N_("why this rule exists, with its source")),
        (
            '"is not authorized to perform: sts:TagSession on resource"',
            N_("the likely causes of this error, the likeliest first"),
        ),
        (
            '"Unable to validate tags" --plan plan.session-tags.yaml',
            N_("the same, before them those that the rules see in this plan"),
        ),
    ),
    arguments=_arguments,
    run=_run,
)
