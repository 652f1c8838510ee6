"""Examples of resources, one a line: a type or an ARN, then tags. ``ec2:instance, team=platform, project=apollo``.

A comma parts the tags only where a key and ``=`` follow it, so a value may hold commas; a key cannot hold ``=`` here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from wizard.access.carried import carried_by
from wizard.aws.arn import is_account
from wizard.aws.coverage.service import ResourceType, Service
from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import Wanted, asked
from wizard.language import _
from wizard.plan.model import Partition, Plan
from wizard.quoting.wording import quoted

_TAG: Final = re.compile(r",\s*(?=[^,=]+=)")
_REGIONS: Final = {Partition.AWS: "us-east-1", Partition.CHINA: "cn-north-1", Partition.GOV_CLOUD: "us-gov-west-1"}
_ACCOUNT: Final = "111122223333"
_TYPES_OF_A_SERVICE: Final = 2
_TYPES: Final = 8
_PEOPLE: Final = 4


class NoExample(ValueError):
    """A line that names no resource; the message says what is wrong with it."""


class Example(NamedTuple):
    """A resource: its ARN, and its tags."""

    arn: str
    tags: dict[str, str]


def example(line: str, plan: Plan) -> Example:
    """Return the resource that a line names; NoExample where it names none."""
    name, *tags = _TAG.split(line.strip())
    pairs = (tag.partition("=") for tag in tags)
    held = {key.strip(): value.strip() for key, _equals, value in pairs}
    name = name.strip()
    return Example(name if name.startswith("arn:") else _arn(name, plan), held)


def _arn(name: str, plan: Plan) -> str:
    """Return an ARN of a type in the plan's first account; NoExample for a type that the table does not know."""
    prefix, _colon, short = name.partition(":")
    table = coverage()
    service = table.service(prefix)
    if service is None:
        near = ", ".join(table.nearest_services(prefix))
        raise NoExample(_("AWS has no service {name}{near}").format(name=quoted(prefix), near=_near(near)))
    found = next((each for each in service.types if each.name.lower() == short.lower() and each.arns), None)
    if found is None:
        text = _("{service} has no resource type {name}{near}")
        raise NoExample(text.format(service=service.prefix, name=quoted(short), near=_near(_nearest(service, short))))
    return _filled(found, plan)


def _near(names: str) -> str:
    return _("; near: {names}").format(names=names) if names else ""


def _nearest(service: Service, name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    known = [each.name for each in service.types if each.arns]
    return ", ".join(get_close_matches(name.lower(), known, 3, 0.4) or known[:3])


def _filled(found: ResourceType, plan: Plan) -> str:
    account = next(filter(is_account, plan.aws.accounts), _ACCOUNT)
    filling = {
        "${Partition}": str(plan.aws.partition),
        "${Region}": _REGIONS[plan.aws.partition],
        "${Account}": account,
        "*": "example",
    }
    arn = found.arns[0]
    for part, text in filling.items():
        arn = arn.replace(part, text)
    return arn


def proposed(plan: Plan) -> tuple[str, ...]:
    """Return examples that show what the plan's grants are about, as lines.

    The types that most of the asked actions touch, each with the tags of each of the first sample people, and untagged.
    """
    owners = tuple(dict.fromkeys(filter(None, map(_tags_text, _owners(plan)))))
    return tuple(f"{name}, {owner}" if owner else name for name in _types(plan) for owner in (*owners, ""))


def _types(plan: Plan) -> tuple[str, ...]:
    found = dict.fromkeys(
        name for grant in plan.access for name in _busiest(asked(grant, coverage()).wanted) if grant.match
    )
    return tuple(found)[:_TYPES]


def _busiest(wanted: Iterable[Wanted]) -> Iterator[str]:
    counts: dict[str, Counter[str]] = {}
    for one in wanted:
        tagged = (each.type.name for each in one.group.touched if each.supplies_resource_tags and each.type.arns)
        for name in tagged:
            counts.setdefault(one.service.prefix, Counter())[name] += len(one.names)
    for prefix, counted in counts.items():
        yield from (f"{prefix}:{name}" for name, _count in counted.most_common(_TYPES_OF_A_SERVICE))


def _owners(plan: Plan) -> Iterator[dict[str, str]]:
    """Yield the tags that make a resource each sample person's own; of a list, its first member does.

    A person without a value owns nothing.
    """
    keys = {key.casefold() for grant in plan.access for key in grant.match}
    lists = {tag.key: tag.separator for tag in plan.tags if tag.separator is not None}
    for person in plan.people[:_PEOPLE]:
        tags = carried_by(plan, person).tags
        own = {
            key: value.strip(lists[key]).split(lists[key])[0] if key in lists else value
            for key, value in tags
            if key.casefold() in keys
        }
        if all(own.values()):
            yield own


def _tags_text(tags: dict[str, str]) -> str:
    """Return tags as a line has them, nothing where it could not have them."""
    text = ", ".join(f"{key}={value}" for key, value in tags.items())
    pairs = (tag.partition("=") for tag in _TAG.split(text))
    same = {key: value for key, _equals, value in pairs} == tags and "\n" not in text
    return text if same else ""
