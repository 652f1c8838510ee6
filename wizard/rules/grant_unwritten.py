"""POL105: a part of a grant that this version does not write yet."""

from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Grant, Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

TAGGING: Final = tuple(
    name.lower()
    for name in (
        *("TagResource", "UntagResource", "TagResources", "UntagResources", "CreateTags", "DeleteTags"),
        *("AddTags", "RemoveTags", "AddTagsToResource", "RemoveTagsFromResource", "ChangeTagsForResource"),
        *("CreateOrUpdateTags", "TagQueue", "UntagQueue", "TagRole", "UntagRole"),
        *("PutBucketTagging", "DeleteBucketTagging", "PutObjectTagging", "DeleteObjectTagging"),
    )
)
"""Names of actions that change tags, as services call them; the coverage table will hold all of them."""

_PROTECT: Final = "protect_tags"
_TEMPLATES: Final = {
    "services": "Services and access levels are not written by this version; only the named actions are",
    "create": "Conditions on creating are not written by this version; the named actions are all that is allowed",
    _PROTECT: (
        "Protection of the matched tags is not written by this version; no named action is known to change tags"
    ),
}
_UNPROTECTED: Final = "Protection of the matched tags is not written by this version, and {actions} may change them"

RULE = Rule(
    "POL105",
    Severity.WARNING,
    title="Part of the grant is not written",
    explanation=(
        "The permission policy holds the grant's named actions on matching resources, nothing else. This part of the "
        "grant stands in no policy: it neither allows nor protects anything."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, services: [ec2], levels: [read], actions: ['ec2:Create*']}]}",
            ("access[0].services", "access[0].create", "access[0].protect_tags"),
        ),
        Example(
            "{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances'], create: false}]}",
            ("access[0].protect_tags",),
        ),
        Example(
            "{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances'], create: false, "
            "protect_tags: false}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each part of a grant that asks for more than is written."""
    for index, grant in enumerate(plan.access):
        for part, template in _TEMPLATES.items():
            if getattr(grant, part):
                actions = _tagging_actions(grant) if part == _PROTECT else ()
                path = f"access[{index}].{part}"
                yield RULE.finding(path, _UNPROTECTED if actions else template, actions=listed(actions))


def _tagging_actions(grant: Grant) -> tuple[str, ...]:
    """Return the grant's actions that cover a call which changes tags."""
    return tuple(action for action in grant.actions if _changes_tags(action))


def _changes_tags(action: str) -> bool:
    pattern = action.rpartition(":")[2].casefold()
    return any(_matches(pattern, name) for name in TAGGING)


def _matches(pattern: str, name: str) -> bool:
    """Tell whether a pattern with * and ? covers the name, in time that grows with both lengths only."""
    star, retry, place, at = -1, 0, 0, 0
    while at < len(name):
        if pattern[place : place + 1] == "*":
            star, retry, place = place, at, place + 1
        elif pattern[place : place + 1] in ("?", name[at]):
            place, at = place + 1, at + 1
        elif star < 0:
            return False
        else:
            retry += 1
            place, at = star + 1, retry
    return not pattern[place:].strip("*")
