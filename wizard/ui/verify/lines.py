"""The lines of an answer: attributes beside the plan, or likely causes; and what the pane beside says of each."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from wizard.access.verification.comparison import Comparison
from wizard.access.verification.comparison import Row as Attribute
from wizard.access.verification.difference import Difference, Severity
from wizard.app.likely_causes import LikelyCause
from wizard.app.place import place_words
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.quoting.wording import listed, quoted, seen
from wizard.saml.names import PREDEFINED, PREFIX
from wizard.ui.widgets.row_table import Row

ATTRIBUTE_HEADINGS: Final = (N_("Verdict"), N_("Attribute"), N_("In the plan"), N_("Sent"), N_("What is wrong"))
ATTRIBUTE_WIDTHS: Final = (120, 190, 150, 150)
CAUSE_HEADINGS: Final = (N_("In this plan"), N_("Likely cause"), N_("Error"))
CAUSE_WIDTHS: Final = (180, 420)

_WORDS: Final = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.INFO: N_("Note")}
_LONGEST: Final = 300
_ORDER: Final = tuple(Severity)


class Line(NamedTuple):
    """A row of the table, the text of the pane beside it, and where in the plan it leads, empty for nowhere."""

    row: Row
    text: str
    path: str = ""


def attribute_lines(comparison: Comparison) -> tuple[Line, ...]:
    """Return a line for each attribute, and one for whatever else differs; what weighs most comes first."""
    rows = [*comparison.rows, *_others(comparison)]
    return tuple(map(_attribute, sorted(rows, key=_weight)))


def _others(comparison: Comparison) -> Iterator[Attribute]:
    """Yield what differs and is no attribute of the table: the recipient, the time, the evidence as a whole."""
    known = {row.name for row in comparison.rows}
    places = dict.fromkeys(each.attribute for each in comparison.differences if each.attribute not in known)
    for place in places:
        about = tuple(each for each in comparison.differences if each.attribute == place)
        expected = tuple(dict.fromkeys(value for each in about for value in each.expected))
        found = tuple(dict.fromkeys(value for each in about for value in each.found))
        yield Attribute(place, expected or None, found, about)


def _weight(row: Attribute) -> int:
    return min((_ORDER.index(each.severity) for each in row.differences), default=len(_ORDER))


def _attribute(row: Attribute) -> Line:
    weight = _weight(row)
    severity = _ORDER[weight] if weight < len(_ORDER) else None
    name = _short(row.name)
    if severity is None:
        verdict, mark = _undisputed(row)
    else:
        verdict, mark = _(_WORDS[severity]), severity.value
    wrong = "; ".join(_(each.title) for each in row.differences)
    cells = (verdict, name, _planned(row), _sent(row), wrong)
    return Line(Row(cells, mark), "\n".join(_attribute_text(row)))


def _undisputed(row: Attribute) -> tuple[str, str]:
    """Return word and icon of an attribute of which nothing is to be said."""
    if row.expected is not None:
        return _("Matches"), "fine"
    return (_("Fine"), "fine") if row.name in PREDEFINED else (_("Not compared"), "untouched")


def _short(name: str) -> str:
    return seen(name.removeprefix(PREFIX), _LONGEST) or _("The whole")


def _planned(row: Attribute) -> str:
    expected = _expected(row)
    if expected is None:
        return "–"
    return listed(expected) or _("nothing")


def _expected(row: Attribute) -> tuple[str, ...] | None:
    """Return what the plan means, else what the rules expect; None where nothing is said of it."""
    if row.expected is not None:
        return row.expected
    return tuple(dict.fromkeys(value for each in row.differences for value in each.expected)) or None


def _sent(row: Attribute) -> str:
    if row.found is None:
        return _("not sent")
    return listed(row.found) or _("nothing")


def _attribute_text(row: Attribute) -> Iterator[str]:
    yield seen(row.name, _LONGEST) or _("The evidence as a whole")
    yield ""
    expected = _expected(row)
    if expected is not None:
        yield from _values(_("In the plan:"), expected, "")
    yield from _values(_("Sent:"), row.found, _("not sent"))
    for each in row.differences:
        yield ""
        yield from _difference(each)


def _values(label: str, values: tuple[str, ...] | None, without: str) -> Iterator[str]:
    if not values:
        yield f"{label} {without if values is None else _('nothing')}"
        return
    if len(values) == 1:
        yield f"{label} {quoted(values[0], _LONGEST)}"
        return
    yield label
    yield from (f"  {quoted(value, _LONGEST)}" for value in values)


def _difference(difference: Difference) -> Iterator[str]:
    head = _("{severity} {rule}: {title}")
    yield head.format(severity=_(_WORDS[difference.severity]), rule=difference.rule, title=_(difference.title))
    yield difference.message(_)
    yield _("What to do: {cure}").format(cure=difference.fix(_))
    yield difference.source


def cause_lines(plan: Plan, causes: Iterable[LikelyCause]) -> tuple[Line, ...]:
    """Return a line for each likely cause; it leads to the first finding of the plan that is a case of it."""
    return tuple(_cause(plan, each) for each in causes)


def _cause(plan: Plan, likely: LikelyCause) -> Line:
    cause, findings = likely
    if any(finding.severity.value != Severity.INFO.value for finding in findings):
        standing = _("Seen")
    elif findings:  # notes stand in every plan of their kind: they tell what to look for
        standing = _("Possible")
    else:
        standing = _("Not seen") if cause.rules else _("Cannot be seen")
    mark = findings[0].severity.value if findings else "untouched"
    path = findings[0].path if findings else ""
    cells = (standing, _(cause.title), cause.error)
    return Line(Row(cells, mark), "\n".join(_cause_text(plan, likely)), path)


def _cause_text(plan: Plan, likely: LikelyCause) -> Iterator[str]:
    cause, findings = likely
    yield _(cause.title)
    yield ""
    yield _(cause.check)
    for finding in findings:
        yield ""
        yield _("In this plan, {place}: {title}. {message}").format(
            place=place_words(plan, finding.path), title=_(finding.title), message=finding.text(_)
        )
    yield ""
    if not cause.verified:
        yield _("No primary source ties this to the error; it is what others found.")
    yield cause.source
