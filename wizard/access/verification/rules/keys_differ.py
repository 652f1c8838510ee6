"""EVD122: the transitive keys are not the plan's, or are no tags."""

import re
from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.features import is_flattened
from wizard.access.verification.kind import Kind
from wizard.access.verification.matching import keys_of
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.language import N_
from wizard.language.phrase import Phrase, Phrases
from wizard.quoting.wording import listed
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

_LITERAL = re.compile(r"""(["'])((?:(?!\1).|\1\1)*)\1""", re.DOTALL)
_MOST = 5


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where keys are missing, more, or not among the tags that were sent."""
    keys = case.keys_sent()
    expected = case.plan.transitive_keys()
    if keys is None or not expected:
        return
    found = _keys(case, keys.values)
    if found is None:
        return
    told = [Phrase(each, {"keys": listed(names, _MOST)}) for each, names in _told(case, found, expected) if names]
    if told:
        yield RULE.difference(
            keys.name,
            "{told}",
            "Type the plan's list into the row for TransitiveTagKeys in Okta",
            expected=expected,
            found=keys.values,
            told=Phrases(tuple(told)),
        )


def _keys(case: Case, values: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the keys; None where they stand in one text, which EVD121 tells."""
    if not is_flattened(values):
        return tuple(value.strip() for value in values)
    if case.kind is not Kind.PREVIEW:
        return None
    return tuple(match[2].replace(match[1] * 2, match[1]) for match in _LITERAL.finditer(values[0]))


def _told(case: Case, found: tuple[str, ...], expected: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    sent = keys_of(case.matched, case.prefix)
    judged = case.evidence.part is not Part.ATTRIBUTES
    yield N_("missing: {keys}"), [key for key in expected if key not in found]
    yield N_("not in the plan: {keys}"), [key for key in dict.fromkeys(found) if key not in expected]
    yield N_("no tag of this sign-in: {keys}"), [key for key in expected if judged and key in found and key not in sent]
    yield N_("listed twice: {keys}"), sorted({key for key in found if found.count(key) > 1})
