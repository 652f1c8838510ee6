"""The functions of groups, which need to know the person's groups.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#group-functions,
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#group-functions and, for
getFilteredGroups, https://developer.okta.com/docs/guides/customize-tokens-static/main/
"""

from typing import Final

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.conversion import text_from
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter, Run
from wizard.okta.expression.message import Phrase
from wizard.okta.expression.pattern import matches
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Group, Pairs, Value, ValueType, type_of
from wizard.plan.model import Claims

CRITERIA: Final = ("group.id", "group.source.id", "group.type", "group.profile.name")
"""The keys of a criterion, beside ``operator``."""

OPERATORS: Final = ("EXACT", "STARTS_WITH")
"""What ``operator`` may be, for ``group.profile.name`` alone."""

_MOST: Final = 100


def attribute_of(group: Group, path: str) -> Value:
    """Return what a projection takes of a group; CannotEvaluate for what is not known of it."""
    known: dict[str, str] = {
        "id": group.id,
        "name": group.name,
        "type": group.type,
        "profile.name": group.name,
        "profile.description": group.description,
    }
    if path not in known:
        raise CannotEvaluate(N_("The {attribute} of a group is not known here."), 0, attribute=path)
    return known[path]


def _groups(row: Row) -> tuple[Group, ...]:
    if row.surroundings.groups is None:
        raise CannotEvaluate(N_("The person's groups are not known here."), 0)
    return row.surroundings.groups


def _in_order(row: Row, values: tuple[Value, ...]) -> Value:
    if len(values) > 1:
        row.note(note.GROUP_ORDER)
    return values


def _checked(limit: int) -> None:
    if not 1 <= limit <= _MOST:
        raise CannotEvaluate(
            N_("The limit of groups is {limit}; Okta documents 1 to {most}."), 0, limit=limit, most=_MOST
        )


def filtered(row: Row, allowed: tuple[Value, ...], expression: str, limit: int) -> Value:
    """Return what `expression` takes of those of the person's groups whose id is allowed, `limit` of them at most."""
    if not 1 <= limit <= _MOST:
        raise CannotEvaluate(
            N_("The limit of groups is {limit}; Okta documents 1 to {most}."), 0, limit=limit, most=_MOST
        )
    if not expression.startswith("group."):
        raise CannotEvaluate(N_("The group expression {text} is not evaluated here."), 0, text=repr(expression[:40]))
    found = [group for group in _groups(row) if group.id in allowed]
    path = expression.removeprefix("group.")
    return _in_order(row, tuple(attribute_of(group, path) for group in found[:limit]))


def is_member_by_name(row: Row, name: str) -> Value:
    """Tell whether a group of the person has that name."""
    return any(group.name == name for group in _groups(row))


def is_member_by_id(row: Row, *ids: str) -> Value:
    """Tell whether a group of the person has one of the ids."""
    return any(group.id in ids for group in _groups(row))


def is_member_by_start(row: Row, start: str) -> Value:
    """Tell whether the name of a group of the person starts so."""
    return any(group.name.startswith(start) for group in _groups(row))


def is_member_by_part(row: Row, part: str) -> Value:
    """Tell whether the text occurs in the name of a group of the person."""
    return any(part in group.name for group in _groups(row))


def is_member_by_pattern(row: Row, pattern: str) -> Value:
    """Tell whether the name of a group of the person matches a regular expression."""
    row.note(note.GROUP_REGEX)
    return any(matches(pattern, group.name) for group in _groups(row))


def selected(row: Row, *criteria: Value) -> Value:
    """Return the groups of the person that fulfil all criteria."""
    return _in_order(row, tuple(group for group in _groups(row) if all(_fulfils(row, group, one) for one in criteria)))


def is_member(row: Row, *criteria: Value) -> Value:
    """Tell whether a group of the person fulfils all criteria."""
    return any(all(_fulfils(row, group, one) for one in criteria) for group in _groups(row))


def _fulfils(row: Row, group: Group, criterion: Value) -> bool:
    if not isinstance(criterion, Pairs):
        raise CannotEvaluate(
            N_("A criterion is a pair in braces, such as {example}; this is of the type {type}."),
            0,
            example="{'group.type': 'APP_GROUP'}",
            type=str(type_of(criterion)),
        )
    pairs = {text_from(key, row): value for key, value in criterion.items}
    way = pairs.pop("operator", None)
    unknown = [key for key in pairs if key not in CRITERIA]
    if unknown or not pairs or way not in (None, *OPERATORS):
        raise CannotEvaluate(N_("Okta documents no criterion {key}."), 0, key=repr((unknown or [str(way)])[0]))
    return all(_matches(row, group, key, value, way) for key, value in pairs.items())


def _matches(row: Row, group: Group, key: str, value: Value, way: Value) -> bool:
    wanted = value if isinstance(value, tuple) else (value,)
    if key != "group.profile.name":
        own = {"group.id": group.id, "group.type": group.type, "group.source.id": group.source_id}[key]
        return own in wanted
    if way == "EXACT":
        return group.name in wanted
    return any(group.name.startswith(_start(row, text_from(one, row))) for one in wanted)


def _start(row: Row, text: str) -> str:
    if text.endswith(".*"):
        row.note(note.GROUP_PATTERN)
        return text.removesuffix(".*")
    return text


def _of_app(test: str) -> Run:
    def found(row: Row, app: str, pattern: str, limit: int) -> Value:
        if app != "OKTA":
            raise CannotEvaluate(N_("Which groups come from the app {app} is not known here."), 0, app=repr(app[:40]))
        _checked(limit)
        own = [group.name for group in _groups(row) if group.type == "OKTA_GROUP" and _TESTS[test](group.name, pattern)]
        # Okta's own example guards this result with a default for null.
        return _in_order(row, tuple(own[:limit])) if own else None

    return found


_TESTS: Final = {"startsWith": str.startswith, "endsWith": str.endswith, "contains": str.__contains__}

_SECTION: Final = "group-functions"
_STRING, _ARRAY, _BOOLEAN, _OBJECT = ValueType.STRING, ValueType.ARRAY, ValueType.BOOLEAN, ValueType.OBJECT
_CRITERIA: Final = (Parameter("criterion", _OBJECT, many=1),)
_GROUP_CLAIMS: Final = Phrase(N_("group claims"))
_SELECTED: Final = N_("The person's groups that fulfil all criteria.")
_LIMIT = Parameter("limit", ValueType.INTEGER)


def _test(name: str, parameter: Parameter, run: Run, about: str) -> Function:
    return Function(name, Claims.STATEMENTS, _SECTION, (parameter,), result=_BOOLEAN, run=run, about=about)


def _claim(name: str, about: str) -> Function:
    return Function(
        f"Groups.{name}",
        Claims.STATEMENTS,
        "group-claims-only-functions",
        (Parameter("app"), Parameter("pattern"), _LIMIT),
        result=_ARRAY,
        run=_of_app(name),
        about=about,
        elsewhere=_GROUP_CLAIMS,
    )


GROUP_FUNCTIONS: Final = (
    Function(
        "getFilteredGroups",
        Claims.STATEMENTS,
        _SECTION,
        (Parameter("ids", _ARRAY), Parameter("group expression"), _LIMIT),
        result=_ARRAY,
        run=filtered,
        about=N_("What the group expression takes of the person's groups whose id is listed."),
    ),
    _test("isMemberOfGroupName", Parameter("name"), is_member_by_name, N_("Whether the person is in the group.")),
    _test("isMemberOfGroup", Parameter("id"), is_member_by_id, N_("Whether the person is in the group.")),
    _test("isMemberOfAnyGroup", Parameter("ids", many=1), is_member_by_id, N_("Whether the person is in a group.")),
    _test(
        "isMemberOfGroupNameStartsWith",
        Parameter("start"),
        is_member_by_start,
        N_("Whether the person is in a group whose name starts so."),
    ),
    _test(
        "isMemberOfGroupNameContains",
        Parameter("part"),
        is_member_by_part,
        N_("Whether the person is in a group whose name contains the text."),
    ),
    _test(
        "isMemberOfGroupNameRegex",
        Parameter("pattern"),
        is_member_by_pattern,
        N_("Whether the person is in a group whose name matches the regular expression."),
    ),
    Function(
        "user.getGroups",
        Claims.STATEMENTS,
        "get-groups-for-users",
        _CRITERIA,
        result=_ARRAY,
        run=selected,
        about=_SELECTED,
    ),
    _claim("contains", N_("Names of the app's groups that contain the pattern.")),
    _claim("startsWith", N_("Names of the app's groups that start with the pattern.")),
    _claim("endsWith", N_("Names of the app's groups that end with the pattern.")),
    Function("user.getGroups", Claims.FEDERATED, _SECTION, _CRITERIA, result=_ARRAY, run=selected, about=_SELECTED),
    Function(
        "user.isMemberOf",
        Claims.FEDERATED,
        _SECTION,
        _CRITERIA,
        result=_BOOLEAN,
        run=is_member,
        about=N_("Whether the person is in a group that fulfils all criteria."),
    ),
)
"""Every function of groups, in the order of Okta's pages."""
