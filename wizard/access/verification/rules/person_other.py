"""EVD142: the sign-in is another person's than the one whose values are compared."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL

RULE = EvidenceRule(
    "EVD142",
    Severity.WARNING,
    title="Evidence names somebody else",
    explanation="The values are compared with those of the person who was named, so the differences may be no faults.",
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the person was named from outside and the evidence names other people only."""
    names = tuple(dict.fromkeys(case.session_names))
    if case.person is None or not case.named or not names:
        return
    if case.person.login.casefold() not in {name.strip().casefold() for name in names}:
        yield RULE.difference(
            "NameID",
            "The values are compared with those of {login}",
            "Name the person whose sign-in it is, or capture the right one",
            expected=(case.person.login,),
            found=names,
            login=case.person.login,
        )
