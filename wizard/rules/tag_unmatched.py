"""TAG112: a tag that no grant matches on."""

from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

KNOWN_TO_AWS: Final = frozenset(
    {
        *("ssmsessionrunas", "redshiftdbuser", "redshiftdbgroups", "email"),
        *("roles", "department", "organization", "groups", "title", "costcenter", "usertype"),
    }
)
"""Keys that an AWS service reads by itself: Session Manager, Redshift, QuickSight, AppStream. In lower case."""

RULE = Rule(
    "TAG112",
    Severity.WARNING,
    title="No grant matches on the tag",
    explanation=(
        "The tag is sent and decides nothing in the policies of this plan. That is fine where other policies, a "
        "service or a report reads it; otherwise it only makes the session larger."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}, {key: env, value: user.env}, "
            "{key: cost, value: user.cost, transitive: true}], "
            "access: [{name: own, actions: ['ec2:StopInstances'], match: [Team]}]}",
            ("tags[1]", "tags[2]"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}]}", ("tags[0]",)),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}, {key: Email, value: user.email}], "
            "access: [{name: own, actions: ['ec2:StopInstances'], match: [team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each tag that no grant matches on; an information where there is no grant, or where it is passed on."""
    matched = {key.casefold() for grant in plan.access for key in grant.match}
    for index, tag in enumerate(plan.tags):
        key = tag.key.casefold()
        if key and key not in matched and key not in KNOWN_TO_AWS:
            light = tag.transitive or not plan.access
            yield RULE.finding(
                f"tags[{index}]",
                "{key} is passed on to other roles, and no grant of this plan matches on it"
                if tag.transitive
                else "{key} is sent, and no grant of this plan matches on it",
                severity=Severity.INFO if light else Severity.WARNING,
                key=quoted(tag.key),
            )
