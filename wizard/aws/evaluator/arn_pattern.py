"""Patterns of ARNs: how far their wildcards reach.

Resources, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html: a wildcard stands
for characters of its segment, and a ``*`` that ends a segment can reach beyond the colon. What follows the fifth colon
counts as one segment here, since the names of S3 objects and of log streams hold colons themselves.

ARN operators, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html:
each of the six components is compared by itself. What they make of a pattern that has fewer, as ``*``, is not
documented; here it matches nothing. Both pages read 2026-11-24.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.pattern import Matcher, Part, UnreadableValue, Variable, Wildcard, matcher, parts, resolution
from wizard.language import _

_COMPONENTS: Final = 6
_NARROW: Final = {Wildcard.ANY: Wildcard.ANY_IN_SEGMENT, Wildcard.ONE: Wildcard.ONE_IN_SEGMENT}
_CACHED: Final = 4096


def resource_parts(text: str, *, variables: bool) -> tuple[Part, ...]:
    """Return the parts of a Resource; UnreadableValue where it is neither ``*`` nor an ARN, or a variable stands early.

    A variable can stand in the resource portion only, behind the fifth colon:
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, read 2026-11-24.
    """
    if not text.startswith(("arn:", "*", "?")):
        raise UnreadableValue(
            _("{text!r} is neither * nor an ARN, arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE").format(text=text)
        )
    found = parts(text, wildcards=True, variables=variables)
    components = _components(found)
    leading = components[: _COMPONENTS - 1]
    if any(isinstance(part, Variable) for component in leading for part in component):
        told = _("{text!r}: a policy variable stands before the fifth colon, where IAM takes none")
        raise UnreadableValue(told.format(text=text))
    if len(components) < _COMPONENTS:
        return found
    return (*(part for component in _narrowed(leading) for part in (*component, ":")), *components[-1])


def _components(pattern: Sequence[Part]) -> list[list[Part]]:
    """Return the parts between the first five colons; fewer than six where the pattern has fewer colons."""
    components: list[list[Part]] = [[]]
    for part in pattern:
        if isinstance(part, str):
            head, *tail = part.split(":", _COMPONENTS - len(components))
            components[-1].append(head)
            components += [[each] for each in tail]
        else:
            components[-1].append(part)
    return components


def _narrowed(components: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """Return the components with their wildcards kept within them, but for a ``*`` that ends one.

    Before a narrow wildcard it is narrow too: else each would have to give way for the other in a comparison, whose
    time would grow with the power of their number.
    """
    narrowed: list[list[Part]] = []
    wide = True
    for component in reversed(components):
        found: list[Part] = []
        for part in reversed(component):
            if isinstance(part, Wildcard):
                wide = wide and part is Wildcard.ANY and not any(found)
                found.append(part if wide else _NARROW[part])
            else:
                found.append(part)
        narrowed.append(found[::-1])
    return narrowed[::-1]


def arn_matcher(text: str, *, variables: bool) -> Matcher:
    """Return what compares ARNs component by component; a variable may bring several components, even a whole ARN."""
    pattern = parts(text, wildcards=True, variables=variables)

    def matches(value: str, context: Context) -> bool:
        resolved = resolution(pattern, context)
        if resolved is None:
            return False
        wanted = _component_matchers(resolved)
        found = value.split(":", _COMPONENTS - 1)
        return len(wanted) == len(found) == _COMPONENTS and all(
            each(component, context) for each, component in zip(wanted, found, strict=True)
        )

    return matches


@lru_cache(maxsize=_CACHED)
def _component_matchers(pattern: tuple[Part, ...]) -> tuple[Matcher, ...]:
    return tuple(matcher(tuple(component)) for component in _components(pattern))
