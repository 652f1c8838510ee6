"""EVD122: the transitive keys are not the plan's, or are no tags."""

import re
from collections.abc import Iterable, Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.features import is_flattened
from wizard.access.verification.kind import Kind
from wizard.access.verification.matching import keys_of
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.error import shown
from wizard.saml.evidence.evidence import Part

RULE = EvidenceRule(
    "EVD122",
    Severity.ERROR,
    title="Transitive keys are other ones",
    explanation=(
        "STS refuses a transitive key that is none of the sign-in's tags, and the plan's trust policies accept the "
        "plan's keys only, case included. A tag that is not listed ends with the first role."
    ),
    source=SESSION_TAGS_URL,
)

_LITERAL = re.compile(r"""["']((?:[^"']|"")*)["']""")
_MOST = 5


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where keys are missing, more, or not among the tags that were sent."""
    keys = case.keys_sent()
    expected = case.plan.transitive_keys()
    if keys is None or not expected:
        return
    listed = _listed(case, keys.values)
    if listed is None:
        return
    told = [f"{word} {_named(names)}" for word, names in _told(case, listed, expected) if names]
    if told:
        yield RULE.difference(
            keys.name,
            "; ".join(word for word in told).replace("{", "{{").replace("}", "}}"),
            "Type the plan's list into the row for TransitiveTagKeys in Okta",
            expected=expected,
            found=keys.values,
        )


def _listed(case: Case, values: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the keys; None where they stand in one text, which EVD121 tells."""
    if not is_flattened(values):
        return tuple(value.strip() for value in values)
    if case.kind is not Kind.PREVIEW:
        return None
    return tuple(match[1].replace('""', '"') for match in _LITERAL.finditer(values[0]))


def _told(case: Case, listed: tuple[str, ...], expected: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    sent = keys_of(case.matched, case.prefix)
    judged = case.evidence.part is not Part.ATTRIBUTES
    yield "missing:", [key for key in expected if key not in listed]
    yield "not in the plan:", [key for key in dict.fromkeys(listed) if key not in expected]
    yield "no tag of this sign-in:", [key for key in expected if judged and key in listed and key not in sent]
    yield "listed twice:", sorted({key for key in listed if listed.count(key) > 1})


def _named(names: Iterable[str]) -> str:
    shown_names = [shown(name) for name in names]
    return ", ".join([*shown_names[:_MOST], *(["…"] if len(shown_names) > _MOST else [])])
