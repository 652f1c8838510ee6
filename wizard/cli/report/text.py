"""Findings for a person: one line says which, where and what; the cure and the source stand under it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from wizard.language import N_, _
from wizard.quoting.line_text import one_line
from wizard.rules.finding import Finding, Severity

Styled = Callable[[str, str], str]
"""From a text and the name of one of the terminal's styles to the text in that style."""

_WORDS: Final = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
_COUNTS: Final = {
    Severity.ERROR: N_("errors: {count}"),
    Severity.WARNING: N_("warnings: {count}"),
    Severity.INFO: N_("information: {count}"),
}


def _plain(text: str, _style: str) -> str:
    return text


def counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the heaviest first."""
    severities = [finding.severity for finding in findings]
    return {severity: severities.count(severity) for severity in Severity}


def findings_text(findings: Sequence[Finding], styled: Styled = _plain, width: int | None = None) -> str:
    """Return the findings in their order, each a paragraph.

    Its first line says how much it weighs, where in the plan, and by which rule; under it the fact, the cure and the
    source. `styled` gives a text one of the terminal's styles; lines are broken at `width`, not at all without it.
    """
    return "\n".join(_entry(finding, styled, width) for finding in findings)


def _entry(finding: Finding, styled: Styled, width: int | None) -> str:
    column = max(len(_(word)) for word in _WORDS.values()) + 2
    word = _(_WORDS[finding.severity])
    head = f"{styled(word, finding.severity)}{' ' * (column - len(word))}"
    path = one_line(finding.path) or _("the plan as a whole")
    lines = [f"{head}{styled(path, 'strong')}  {styled(finding.rule, 'quiet')}"]
    texts = [f"{_(finding.title)}: {one_line(finding.text(_))}"]
    if finding.fix is not None:
        texts.append(_("fix: {label}").format(label=one_line(finding.fix.text(_))))
    lines += [" " * column + line for text in texts for line in _wrapped(text, width, column)]
    lines.append(" " * column + styled(finding.source, "quiet"))
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, width: int | None, column: int) -> list[str]:
    if width is None:
        return [text]
    from textwrap import wrap  # noqa: PLC0415 - only a screen needs it, and a check must start at once

    return wrap(text, width - column, break_long_words=False, break_on_hyphens=False)


def summary_text(findings: Sequence[Finding], styled: Styled = _plain) -> str:
    """Return one line that counts the findings and says what follows from them."""
    counts = counted(findings)
    if not findings:
        return _("Nothing found; the bundle can be exported.") + "\n"
    follows = (
        _("No bundle is exported while there are errors.")
        if counts[Severity.ERROR]
        else _("The bundle can be exported.")
    )
    parts = [styled(_(_COUNTS[severity]).format(count=count), severity) for severity, count in counts.items() if count]
    return f"{', '.join(parts)}. {follows}\n"
