"""Makes the diagram of a plan's flow, for one person or for everybody: what goes where, and where it breaks."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from wizard.aws.grant.effect import unmatched
from wizard.aws.grant.outcome import Reason
from wizard.aws.limits import RESERVED_TAG_PREFIX, TAG_KEY_LENGTH
from wizard.aws.tag_text import foreign_characters
from wizard.diagram.model import Diagram, Edge, Fault, Mark, Node, Stage
from wizard.language import N_
from wizard.okta.expression import ExpressionFault, Reference, parsed, references
from wizard.okta.feature import ARRAY_ATTRIBUTES, DYNAMIC_ATTRIBUTES, state
from wizard.okta.statements import tag_expression
from wizard.okta.tag_value import TagValue, tag_value
from wizard.plan.model import FeatureState, Grant, Person, Plan, ProfileValue, Tag
from wizard.quoting.wording import characters, quoted
from wizard.saml.judgement import DOUBTFUL, REFUSING, Measurement, login_measured

_ROOTS: Final = ("user", "user.profile")
_PROFILE: Final = "profile"
_NO_TAG: Final = N_("{feature} is off: AWS gets no session tag")


class _Row(NamedTuple):
    """A tag, what its row reads, and what it comes to for the person; None where that is not known."""

    place: int
    tag: Tag
    reads: tuple[Reference, ...]
    value: TagValue | None
    fault: ExpressionFault | None


def diagram(plan: Plan, person: Person | None) -> Diagram:
    """Return the flow of the plan with the values of a person; without one, the way that everybody's values take."""
    rows = tuple(_row(plan, person, index, tag) for index, tag in enumerate(plan.tags))
    matched = {key.casefold() for grant in plan.access for key in grant.match}
    tags = tuple(_tag_node(plan, row, matched) for row in rows)
    profile = _profile_node(plan, person)
    refusals = tuple(_refusals(plan, profile, tags)) if person else ()
    attributes = _attribute_nodes(plan, person, rows)
    rows_nodes = tuple(_row_node(row) for row in rows)
    conditions = tuple(_condition_node(plan, rows, index, person) for index in range(len(plan.access)))
    resources = tuple(_resource_node(plan, index) for index in range(len(plan.access)))
    nodes = (profile, *attributes.values(), *rows_nodes, *tags, *conditions, *resources)
    refused = bool(refusals) or any(node.broken for node in tags)
    edges = (
        *(Edge(profile.id, node.id, profile.broken) for node in attributes.values()),
        *_row_edges(rows, attributes, rows_nodes),
        *_grant_edges(plan, tags, conditions, refused=refused),
    )
    return Diagram(person.login if person else "", nodes, tuple(edges), refusals)


def _refusals(plan: Plan, profile: Node, tags: Iterable[Node]) -> Iterator[Measurement]:
    """Yield why the person cannot sign in; who lacks tags that nobody requires signs in, and reaches nothing."""
    asked = any(tag.required for tag in plan.tags)
    for node in (profile, *tags):
        for fault in node.faults:
            if fault.mark is Mark.BROKEN and (asked or fault.said.template != _NO_TAG):
                yield fault.said


def _row(plan: Plan, person: Person | None, index: int, tag: Tag) -> _Row:
    reads: tuple[Reference, ...] = ()
    try:
        reads = references(parsed(tag.value, plan.okta.claims))
        value = tag_value(tag, plan.okta.claims, person) if person else None
    except ExpressionFault as fault:
        return _Row(index, tag, reads, None, fault)
    return _Row(index, tag, reads, value, None)


def _profile_node(plan: Plan, person: Person | None) -> Node:
    if person is None:
        return Node(_PROFILE, Stage.PROFILE, "", "", "people", (_said(N_("Everybody")),))
    index = next((at for at, known in enumerate(plan.people) if known.login == person.login), None)
    wrong = login_measured(person.login)
    faults = (Fault(Mark.BROKEN, wrong),) if wrong else ()
    path = "people" if index is None else f"people[{index}].login"
    return Node(_PROFILE, Stage.PROFILE, person.login, "", path, faults=faults)


def _attribute_nodes(plan: Plan, person: Person | None, rows: Iterable[_Row]) -> dict[str, Node]:
    """Return a node for each attribute that a row reads, by what the rows call it."""
    held = person.attributes() if person else {}
    index = next((at for at, known in enumerate(plan.people) if person and known.login == person.login), None)
    found: dict[str, Node] = {}
    for row in rows:
        for read in row.reads:
            name = _attribute_name(read)
            if name in found:
                continue
            there = index is not None and read.root in _ROOTS and dict(plan.people[index].profile).get(name) is not None
            path = f"people[{index}].profile.{name}" if there and name.isidentifier() else f"tags[{row.place}].value"
            found[name] = Node(f"attribute{len(found)}", Stage.ATTRIBUTE, name, _value(read, held), path)
    return found


def _attribute_name(read: Reference) -> str:
    return read.attribute if read.root in _ROOTS else str(read)


def _value(read: Reference, held: Mapping[str, ProfileValue]) -> str:
    value = held.get(read.attribute) if read.root in _ROOTS else None
    members = value if isinstance(value, tuple) else (value,)
    return ", ".join(str(member) for member in members if member is not None)


def _row_node(row: _Row) -> Node:
    faults: tuple[Fault, ...] = ()
    if row.fault is not None:
        mark = Mark.LOOSE if row.reads else Mark.BROKEN
        faults = (Fault(mark, _said(row.fault.template, **row.fault.values)),)
    path, name = f"tags[{row.place}].value", f"PrincipalTag:{row.tag.key}"
    return Node(f"saml{row.place}", Stage.SAML, name, tag_expression(row.tag), path, faults=faults)


def _tag_node(plan: Plan, row: _Row, matched: Collection[str]) -> Node:
    tag, value = row.tag, row.value
    words = [_said(N_("transitive"))] if tag.transitive else []
    if value is not None and not value.values:
        words.append(_said(N_("not sent: there is no value")))
    faults = [*_feature_faults(plan, tag), *_key_faults(tag), *(_value_faults(tag, value) if value is not None else ())]
    if tag.key.casefold() not in matched:
        faults.append(Fault(Mark.LOOSE, _said(N_("No grant matches on it"))))
    shown = " · ".join(value.values) if value is not None else ""
    path = f"tags[{row.place}].key"
    return Node(f"tag{row.place}", Stage.TAG, tag.key, shown, path, tuple(words), tuple(faults))


def _feature_faults(plan: Plan, tag: Tag) -> Iterator[Fault]:
    """Yield what a feature that is known to be off makes of the tag; what one key becomes without it, nobody knows."""
    if state(plan, DYNAMIC_ATTRIBUTES) is FeatureState.DISABLED:
        yield Fault(Mark.BROKEN, _said(_NO_TAG, feature=DYNAMIC_ATTRIBUTES.key))
    elif tag.transitive and len(plan.transitive_keys()) > 1 and state(plan, ARRAY_ATTRIBUTES) is FeatureState.DISABLED:
        told = N_("{feature} is off: AWS takes all transitive keys for one, and refuses the sign-in")
        yield Fault(Mark.BROKEN, _said(told, feature=ARRAY_ATTRIBUTES.key))


def _key_faults(tag: Tag) -> Iterator[Fault]:
    foreign = foreign_characters(tag.key)
    if not tag.key:
        yield Fault(Mark.BROKEN, _said(N_("The key is empty")))
    if foreign:
        yield Fault(Mark.BROKEN, _said(N_("{characters} cannot stand in a tag key"), characters=characters(foreign)))
    if len(tag.key) > TAG_KEY_LENGTH:
        told = N_("The key has {count} characters; AWS allows {limit}")
        yield Fault(Mark.BROKEN, _said(told, count=len(tag.key), limit=TAG_KEY_LENGTH))
    if tag.key.casefold().startswith(RESERVED_TAG_PREFIX):
        yield Fault(Mark.BROKEN, _said(N_("The key begins with aws:, which AWS keeps for itself")))


def _value_faults(tag: Tag, value: TagValue) -> Iterator[Fault]:
    for judgement in REFUSING:
        yield from (Fault(Mark.BROKEN, said) for said in judgement.measure(tag, value))
    for judgement in DOUBTFUL:
        yield from (Fault(Mark.LOOSE, said) for said in judgement.measure(tag, value))
    if tag.transitive and not value.values and not tag.required:
        told = N_("The tag {key} is transitive and has no value; AWS refuses a transitive key without its tag")
        yield Fault(Mark.BROKEN, _said(told, key=quoted(tag.key)))


def _condition_node(plan: Plan, rows: Iterable[_Row], index: int, person: Person | None) -> Node:
    grant = plan.access[index]
    values = {row.tag.key.casefold(): row.value for row in rows}
    words = tuple(_matched(key, plan.tag(key), values.get(key.casefold())) for key in grant.match)
    faults = [*_match_faults(plan, grant), *(_lacking(grant, values) if person else ())]
    if not any(grant.name in role.access for role in plan.aws.roles):
        faults.append(Fault(Mark.LOOSE, _said(N_("No role gives this grant"))))
    path = f"access[{index}].match"
    return Node(f"condition{index}", Stage.CONDITION, grant.name, "", path, words, tuple(faults))


def _matched(key: str, tag: Tag | None, value: TagValue | None) -> Measurement:
    """Return what a resource must have, in words: the person's value where it is known."""
    sent = value.values[0] if value is not None and value.values else ""
    if tag is not None and tag.separator is not None:
        told = N_("{key} is a member of {value}") if sent else N_("{key} is a member of the person's list")
    else:
        told = N_("{key} equals {value}") if sent else N_("{key} equals the person's")
    return _said(told, key=key, value=sent)


def _match_faults(plan: Plan, grant: Grant) -> Iterator[Fault]:
    told = {
        Reason.MATCHES_NOTHING: N_("It matches on nothing, so it gives nothing"),
        Reason.UNKNOWN_KEY: N_("No tag of the plan has the key {key}"),
        Reason.UNWRITABLE_KEY: N_("The key {key} cannot stand in a condition"),
    }
    for each in unmatched(plan, grant):
        yield Fault(Mark.BROKEN, _said(told[each.reason], key=quoted(each.subject)))


def _lacking(grant: Grant, values: Mapping[str, TagValue | None]) -> Iterator[Fault]:
    for key in grant.match:
        value = values.get(key.casefold())
        if value is not None and not any(value.members):
            yield Fault(Mark.BROKEN, _said(N_("This person has no {key}, so it never holds"), key=quoted(key)))


def _resource_node(plan: Plan, index: int) -> Node:
    grant = plan.access[index]
    prefixes = dict.fromkeys((*grant.services, *(action.partition(":")[0] for action in grant.actions)))
    roles = tuple(role.name for role in plan.aws.roles if grant.name in role.access)
    words = (_said(N_("in the role {roles}"), roles=", ".join(roles)),) if roles else ()
    faults = () if prefixes else (Fault(Mark.LOOSE, _said(N_("It names no service and no action"))),)
    return Node(f"resource{index}", Stage.RESOURCE, ", ".join(prefixes), "", f"access[{index}]", words, faults)


def _row_edges(rows: Iterable[_Row], attributes: Mapping[str, Node], nodes: Iterable[Node]) -> Iterator[Edge]:
    for row, node in zip(rows, nodes, strict=True):
        for name in dict.fromkeys(_attribute_name(read) for read in row.reads):
            yield Edge(attributes[name].id, node.id, node.broken)
        unsent = row.value is not None and not row.value.values
        yield Edge(node.id, f"tag{row.place}", node.broken or unsent)


def _grant_edges(plan: Plan, tags: Iterable[Node], conditions: Iterable[Node], *, refused: bool) -> Iterator[Edge]:
    by_key: dict[str, Node] = {}
    for node in tags:
        by_key.setdefault(node.name.casefold(), node)
    for index, (grant, node) in enumerate(zip(plan.access, conditions, strict=True)):
        for key in dict.fromkeys(key.casefold() for key in grant.match):
            if key in by_key:
                yield Edge(by_key[key].id, node.id, refused)
        yield Edge(node.id, f"resource{index}", refused or node.broken)


def _said(template: str, **values: object) -> Measurement:
    return Measurement(template, values)
