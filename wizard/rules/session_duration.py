"""AWS110: a session that is shorter or longer than AWS takes."""

from collections.abc import Iterator

from wizard.aws.limits import ASSERTIONS_URL, SESSION_SECONDS_LEAST, SESSION_SECONDS_MOST
from wizard.language import N_, Numbered
from wizard.language.phrase import Phrase
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS110",
    Severity.ERROR,
    title="Session duration is outside AWS's range",
    explanation="AWS refuses the sign-in, and IAM the role's MaxSessionDuration.",
    source=ASSERTIONS_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: a, session_duration: 899}, "
            "{name: b, session_duration: 43201}, {name: c, session_duration: -1}]}}",
            tuple(f"aws.roles[{index}].session_duration" for index in range(3)),
        ),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: a, session_duration: 900}, "
            "{name: b, session_duration: 43200}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each duration outside the range; the cure is the nearest one within."""
    for index, role in enumerate(plan.aws.roles):
        legal = min(max(role.session_duration, SESSION_SECONDS_LEAST), SESSION_SECONDS_MOST)
        if legal != role.session_duration:
            path = f"aws.roles[{index}].session_duration"
            yield RULE.finding(
                path,
                Numbered(
                    "{seconds} second; AWS takes {least} to {most}",
                    "{seconds} seconds; AWS takes {least} to {most}",
                    role.session_duration,
                ),
                fix=replacement("Make it {seconds} seconds", path, legal, seconds=legal),
                seconds=_shown(role.session_duration),
                least=SESSION_SECONDS_LEAST,
                most=SESSION_SECONDS_MOST,
            )


def _shown(number: int) -> str | Phrase:
    """Return the number; one with more digits than Python writes out, or anybody reads, by its size."""
    if abs(number) < 10**18:
        return str(number)
    return Phrase(N_("more than 10^18") if number > 0 else N_("less than -10^18"))
