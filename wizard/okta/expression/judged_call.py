"""Judges a call: whether the dialect has the function, and whether number and types of the arguments fit."""

from collections.abc import Iterator, Sequence

from wizard.language import N_, Numbered
from wizard.okta.expression.dialect import LABEL, OTHER
from wizard.okta.expression.function import Function
from wizard.okta.expression.functions import NAMESPACES, called, documented_functions, named
from wizard.okta.expression.functions.groups import CRITERIA, OPERATORS
from wizard.okta.expression.nearness import nearest
from wizard.okta.expression.node import Call, Literal, MapLiteral, Name
from wizard.okta.expression.problem import Problem, ProblemKind
from wizard.okta.expression.type_order import fits, is_numeric
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims


def is_namespace(call: Call) -> bool:
    """Tell whether a word that belongs to the function's name stands before the dot: ``String.len``."""
    return isinstance(call.target, Name)


def judged_call(
    call: Call, receiver: ValueType, arguments: Sequence[ValueType], claims: Claims
) -> tuple[ValueType, tuple[Problem, ...]]:
    """Return the type of what a call gives, and what is wrong with it.

    `receiver` is the type of what stands before the dot of a method, `arguments` are those of the arguments.
    """
    name = _name(call)
    candidates = named(name, claims)
    if not candidates:
        return ValueType.UNKNOWN, (_no_function(call, name, claims),)
    function = _chosen(candidates, receiver, claims)
    if function is None:
        wanted = " / ".join(dict.fromkeys(str(one.receiver) for one in candidates))
        return candidates[0].result, (
            Problem(
                ProblemKind.WRONG_TYPE,
                N_("{name} is a function of the type {wanted}; before the dot stands the type {found}."),
                call.at,
                {"name": call.name, "wanted": wanted, "found": str(receiver)},
            ),
        )
    return function.result, tuple(_problems(call, function, arguments, claims))


def _name(call: Call) -> str:
    if isinstance(call.target, Name) and call.target.name not in NAMESPACES:
        return f"{call.target.name}.{call.name}"
    return called(call)


def _no_function(call: Call, name: str, claims: Claims) -> Problem:
    shown = name.removeprefix(".")
    if named(name, OTHER[claims]) or named(f".{call.name}", OTHER[claims]):
        return Problem(
            ProblemKind.WRONG_DIALECT,
            N_("The function {name} is documented for {other} alone."),
            call.at,
            {"name": shown, "other": LABEL[OTHER[claims]]},
        )
    near = nearest(name, (function.name for function in documented_functions(claims))).removeprefix(".")
    template = N_("Okta documents no function {name}.")
    if near:
        template = N_("Okta documents no function {name}; the nearest is {near}.")
    return Problem(ProblemKind.UNKNOWN_FUNCTION, template, call.at, {"name": shown, "near": near}, near)


def _chosen(candidates: tuple[Function, ...], receiver: ValueType, claims: Claims) -> Function | None:
    if candidates[0].receiver is None:
        return candidates[0]
    kind = ValueType.NUMBER if is_numeric(receiver) else receiver
    return next((one for one in candidates if one.receiver is not None and fits(kind, one.receiver, claims)), None)


def _problems(call: Call, function: Function, arguments: Sequence[ValueType], claims: Claims) -> Iterator[Problem]:
    if not function.takes(len(arguments)):
        yield Problem(
            ProblemKind.WRONG_COUNT,
            Numbered(
                "{signature} has {count} argument here.", "{signature} has {count} arguments here.", len(arguments)
            ),
            call.at,
            {"signature": function.signature().removeprefix("."), "count": len(arguments)},
        )
    else:
        yield from _wrong_types(call, function, arguments, claims)
    if function.deprecated:
        right = f"String.{function.name}"
        yield Problem(
            ProblemKind.DEPRECATED,
            N_("Okta calls {name} deprecated; write {right}."),
            call.at,
            {"name": function.name, "right": right},
            right,
        )
    if function.elsewhere:
        yield Problem(
            ProblemKind.MISPLACED,
            N_("{reference} is documented for {place}, not for attributes of an assertion."),
            call.at,
            {"reference": function.name, "place": function.elsewhere},
        )


def _wrong_types(call: Call, function: Function, arguments: Sequence[ValueType], claims: Claims) -> Iterator[Problem]:
    for position, (node, found) in enumerate(zip(call.arguments, arguments, strict=True)):
        parameter = function.parameter(position)
        if not fits(found, parameter.type, claims):
            yield Problem(
                ProblemKind.WRONG_TYPE,
                N_("{name} takes the type {wanted} for {parameter}; this has the type {found}."),
                node.column,
                {
                    "name": function.name.removeprefix("."),
                    "wanted": str(parameter.type),
                    "parameter": parameter.name,
                    "found": str(found),
                },
            )
        if isinstance(node, MapLiteral):
            yield from _criterion(node)


def _criterion(node: MapLiteral) -> Iterator[Problem]:
    """Judge the keys of a criterion of a group function, and what its operator is."""
    for key, value in node.pairs:
        known = (*CRITERIA, "operator")
        if not isinstance(key, Literal) or key.value not in known:
            yield Problem(
                ProblemKind.WRONG_TYPE,
                N_("A criterion of groups is one of {known}."),
                key.column,
                {"known": ", ".join(known)},
            )
        elif key.value == "operator" and isinstance(value, Literal) and value.value not in OPERATORS:
            yield Problem(
                ProblemKind.WRONG_TYPE,
                N_("The operator of a criterion is {known}."),
                value.column,
                {"known": ", ".join(OPERATORS)},
            )
