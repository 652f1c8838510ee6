"""VAL126: an attribute whose name is that of Okta's own but for a slip."""

from collections.abc import Iterator
from functools import lru_cache

from wizard.okta.base_attributes import BASE_NAMES
from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.reference import Reference
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

_OWN = tuple((name, name.casefold()) for name in sorted(BASE_NAMES))
_SHORTEST = 5
"""Letters of a name in which a slip can be told from another word."""

RULE = Rule(
    "VAL126",
    Severity.WARNING,
    title="Attribute may be misspelled",
    explanation=(
        "Every Okta profile has an attribute whose name differs by one letter or by case. Where the org has none of "
        "its own that is called so, the value is missing for everyone, and a required tag refuses every sign-in. A "
        "sample person with a value for it says that it is meant."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language/#reference-user-attributes",
    examples=(
        Example(
            "{version: 1, tags: [{key: a, value: user.emial}, {key: b, value: user.costcenter}, "
            "{key: c, value: 'String.toUpperCase(user.departmnt)'}, {key: d, value: user.divisoon}]}",
            ("tags[0].value", "tags[1].value", "tags[2].value", "tags[3].value"),
        ),
        Example(
            "{version: 1, okta: {claims: federated}, tags: [{key: a, value: user.profile.organisation}]}",
            ("tags[0].value",),
        ),
        Example(
            "{version: 1, tags: [{key: a, value: user.departments}, {key: b, value: user.title2}, "
            "{key: c, value: user.team}, {key: d, value: user.email}, {key: e, value: appuser.emial}]}"
        ),
        Example(
            "{version: 1, tags: [{key: a, value: user.emial}], "
            "people: [{login: ada@example.com, profile: {emial: ada@example.org}}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each such attribute; the cure writes Okta's own."""
    meant = {name for person in plan.people for name, _value in person.profile}
    for index, tag, reading in readings(plan):
        for found in reading.references:
            near = _near(found.attribute) if is_attribute(found, plan.okta.claims) else ""
            if near and found.attribute not in meant:
                path = f"tags[{index}].value"
                yield RULE.finding(
                    path,
                    "Column {column}: {name} is no attribute of every profile; {near} is",
                    fix=replacement("Write {near}", path, _mended(tag.value, found, near), near=near),
                    column=found.column,
                    name=quoted(found.attribute),
                    near=quoted(near),
                )


def _mended(text: str, found: Reference, near: str) -> str:
    start = found.column - 1 + len(str(found)) - len(found.attribute)
    return text[:start] + near + text[start + len(found.attribute) :]


@lru_cache(maxsize=1024)
def _near(name: str) -> str:
    """Return Okta's own attribute that the name slips from, empty for none; all rules are asked at every key press."""
    if name in BASE_NAMES or len(name) < _SHORTEST:
        return ""
    folded = name.casefold()
    return next((own for own, known in _OWN if _could_be(folded, known) and _is_slip(folded, known)), "")


def _could_be(name: str, own: str) -> bool:
    """Tell whether one slip could lie between the names, at a glance: it leaves the first or the last letter."""
    return abs(len(name) - len(own)) <= 1 and (name[0] == own[0] or name[-1] == own[-1])


def _is_slip(name: str, own: str) -> bool:
    """Tell whether the names differ by one letter: missing, added, another one, or changed places; or not at all."""
    most = min(len(name), len(own))
    start = next((place for place in range(most) if name[place] != own[place]), most)
    end = next((place for place in range(most - start) if name[-1 - place] != own[-1 - place]), most - start)
    left, right = name[start : len(name) - end], own[start : len(own) - end]
    if left.isdigit() or (left == "s" and not end):
        return False
    return len(left) + len(right) <= 1 or len(left) == len(right) == 1 or (len(left) == 2 and left == right[::-1])
