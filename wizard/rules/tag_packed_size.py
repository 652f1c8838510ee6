"""TAG116: tags that may be too large together."""

from collections.abc import Iterator

from wizard.aws.limits import ASSUME_ROLE_WITH_SAML_URL
from wizard.aws.packed_size import NOTEWORTHY, RISKY, UNKNOWN_VALUE, byte_length
from wizard.plan.memory import remembered
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import Received, received_of
from wizard.rules.rule import Example, Rule


def _plan(tags: int) -> str:
    entries = ", ".join(f"{{key: a-rather-long-key-{number:03}, value: user.a}}" for number in range(tags))
    return f"{{version: 1, tags: [{entries}]}}"


RULE = Rule(
    "TAG116",
    Severity.WARNING,
    title="Session tags may be too large together",
    explanation=(
        "AWS packs all tags of a session into a space of its own, and refuses the sign-in when it is full, long "
        "before 50 tags. There is no formula in its documents, so this is an estimate, and its thresholds are "
        "unverified."
    ),
    source=ASSUME_ROLE_WITH_SAML_URL,
    verified=False,
    examples=(
        Example(_plan(12), ("tags",)),
        Example(_plan(40), ("tags",)),
        Example(
            "{version: 1, tags: [{key: a, value: user.a}, {key: b, value: user.b}, {key: c, value: user.c}], "
            f"people: [{{login: ada@example.com, profile: {{a: {'x' * 250}, b: {'x' * 250}, c: {'x' * 250}}}}}]}}",
            ("tags",),
        ),
        Example(_plan(8)),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the tags where their keys and longest known values come near; an information in the lower band."""
    size = sum(_sizes(plan))
    if size >= NOTEWORTHY:
        risky = size >= RISKY
        yield RULE.finding(
            "tags",
            "About {size} bytes of keys and values, by estimate; sessions of this size are at risk, unverified"
            if risky
            else "About {size} bytes of keys and values, by estimate; the limit is not published",
            severity=Severity.WARNING if risky else Severity.INFO,
            size=size,
        )


def _sizes(plan: Plan) -> Iterator[int]:
    """Yield the bytes of each tag: its key, and the longest value that is known from people or allowed values."""
    for index, tag in enumerate(plan.tags):
        allowed = max(map(byte_length, tag.allowed), default=UNKNOWN_VALUE)
        longest = _longest(received_of(plan, index))
        yield byte_length(tag.key) + (allowed if longest is None else longest)


@remembered(256)
def _longest(values: tuple[Received, ...]) -> int | None:
    """Return the bytes of the longest value of a tag; None where nobody has one."""
    return max((byte_length(text) for one in values if one.value for text in one.value.values), default=None)
