"""Decides requests: which statement allows or denies one, and, where none allows it, what was missing.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24: an explicit
Deny in any policy ends it; service control policies, boundary and session policy each must allow, and grant nothing.
Of several service control policies, attached at one level, one must allow:
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html, read 2026-11-24.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import Final, NamedTuple

from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.document import Policy
from wizard.aws.evaluator.principal import account_of
from wizard.aws.evaluator.statement import Compiled, compiled
from wizard.frozen import Frozen
from wizard.language import N_, _, ngettext

_WITHOUT_CREDENTIALS: Final = frozenset({"sts:assumerolewithsaml", "sts:assumerolewithwebidentity"})
_SIGN_IN: Final = _WITHOUT_CREDENTIALS | {"sts:tagsession", "sts:setsourceidentity"}
_ASSUME_ROLE: Final = "sts:assumerole"

_REMEMBERED: Final = 20_000
_NEAR_MISSES: Final = 8


def decided_by_trust(action: str) -> bool:
    """Tell whether a trust policy has a say in an action: the request must then name its principal."""
    return action.lower() in _SIGN_IN or action.lower() == _ASSUME_ROLE


class Verdict(StrEnum):
    """What becomes of a request."""

    ALLOWED = "allowed"
    DENIED = "denied"
    NOT_ALLOWED = "not-allowed"


class Request(NamedTuple):
    """One call: the action, the ARN it is made on, its context, and who asks, where a trust policy decides."""

    action: str
    resource: str
    context: Context
    principal: str = ""


Reasons = Callable[[], tuple[str, ...]]


class Decision(NamedTuple):
    """A verdict, and the policy and the statement that gave it; the reasons are put into words when asked for."""

    verdict: Verdict
    policy: str | None = None
    statement: str | None = None
    reasons: Reasons = tuple

    @property
    def because(self) -> tuple[str, ...]:
        """Return what decided: the statement with its conditions, or for each near miss what failed, with both values.

        In English.
        """
        return self.reasons()


class Policies(Frozen):
    """The policies of one evaluation, by their kind; a kind that limits and is None does not limit."""

    identity: tuple[Policy, ...] = ()
    trust: Policy | None = None
    boundary: Policy | None = None
    control: tuple[Policy, ...] | None = None
    session: Policy | None = None


class _Kind(StrEnum):
    IDENTITY = N_("identity policies")
    TRUST = N_("trust policy")
    CONTROL = N_("service control policies")
    BOUNDARY = N_("permissions boundary")
    SESSION = N_("session policy")


class _Layer(Frozen):
    """What policies of one kind say about one action: the statements that cover it, apart by effect."""

    kind: _Kind
    allowing: tuple[Compiled, ...]
    denying: tuple[Compiled, ...]

    def near_misses(self, request: Request) -> tuple[str, ...]:
        """Return why each statement that would allow the action does not."""
        if not self.allowing:
            nothing = _("no statement of the {policies} allows {action}")
            return (nothing.format(policies=_(self.kind), action=request.action),)
        told = [f"{each.policy}, {each.sid}: {_miss(each, request)}" for each in self.allowing[:_NEAR_MISSES]]
        more = len(self.allowing) - len(told)
        if not more:
            return tuple(told)
        rest = ngettext(
            "and so with {count} more statement of the {policies}",
            "and so with {count} more statements of the {policies}",
            more,
        )
        return (*told, rest.format(count=more, policies=_(self.kind)))


class _Question(Frozen):
    """All that the policies say about one action.

    Attributes:
        any_resource: whether the resource cannot change the outcome.
        keys: the condition keys that can.
        identity, trust, limits: the layers.
    """

    any_resource: bool
    keys: tuple[str, ...]
    identity: _Layer
    trust: _Layer | None
    limits: tuple[_Layer, ...]


class Evaluator:
    """Decides requests against one set of policies; what was decided once is remembered."""

    def __init__(self, policies: Policies) -> None:
        self._identity = _statements(policies.identity)
        self._trust = _statements(_given(policies.trust)) if policies.trust else None
        self._limits = tuple(
            (kind, _statements(given))
            for kind, given in (
                (_Kind.CONTROL, policies.control),
                (_Kind.BOUNDARY, _given(policies.boundary)),
                (_Kind.SESSION, _given(policies.session)),
            )
            if given is not None
        )
        self._questions: dict[str, _Question] = {}
        self._remembered: dict[object, Decision] = {}

    def decide(self, request: Request) -> Decision:
        """Return what becomes of a request, and why; requests alike in all that matters are decided once."""
        action, resource, context, principal = request
        question = self._questions.get(action) or self._question(action)
        get = context.get
        key = (action, "" if question.any_resource else resource, principal, *[get(name) for name in question.keys])
        decision = self._remembered.get(key)
        if decision is None:
            decision = _decided(question, request)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = decision
        return decision

    def _question(self, action: str) -> _Question:
        identity = _layer(_Kind.IDENTITY, self._identity, action)
        trust = None if self._trust is None else _layer(_Kind.TRUST, self._trust, action)
        limits = tuple(_layer(kind, statements, action) for kind, statements in self._limits)
        layers = (identity, *limits, *([trust] if trust else ()))
        about = [each for layer in layers for each in (*layer.allowing, *layer.denying)]
        keys = frozenset[str]().union(*(each.reads for each in about))
        any_resource = all(each.any_resource for each in about) and action.lower() != _ASSUME_ROLE
        question = _Question(any_resource, tuple(sorted(keys)), identity, trust, limits)
        if len(self._questions) >= _REMEMBERED:
            self._questions.clear()
        self._questions[action] = question
        return question


def _decided(question: _Question, request: Request) -> Decision:
    action, trust = request.action.lower(), question.trust
    if trust is None:
        return _trust_is_missing(request) if action in _WITHOUT_CREDENTIALS else _granted(question, request)
    if action in _SIGN_IN:
        return _trusted(trust, request)
    return _assumed(question, trust, request) if action == _ASSUME_ROLE else _granted(question, request)


def _trust_is_missing(request: Request) -> Decision:
    reason = _("a trust policy alone can allow {action}, and none is given").format(action=request.action)
    return Decision(Verdict.NOT_ALLOWED, reasons=lambda: (reason,))


def _trusted(trust: _Layer, request: Request) -> Decision:
    return _denied((trust,), request) or _allowed(trust.allowing, request) or _refused(trust, request)


def _granted(question: _Question, request: Request) -> Decision:
    """Return what the identity policies grant within the limits."""
    denied = _denied((question.identity, *question.limits), request)
    if denied:
        return denied
    allowed = _allowed(question.identity.allowing, request)
    if not allowed:
        return _refused(question.identity, request)
    return _limited(question.limits, request) or allowed


def _assumed(question: _Question, trust: _Layer, request: Request) -> Decision:
    """Return the decision on sts:AssumeRole: within an account either allows, across accounts both must.

    For a principal without an account, a service, the trust policy alone decides. That within an account the identity
    policies suffice holds for resource-based policies at large; of trust policies AWS says that they must allow too:
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24. So a
    decision that rests on identity policies alone says it.
    """
    account = account_of(request.principal)
    trusted = _trusted(trust, request)
    if account is None:
        return trusted
    granted = _granted(question, request)
    for each in (trusted, granted):
        if each.verdict is Verdict.DENIED:
            return each
    if account != account_of(request.resource):
        return _both(trusted, granted)
    if trusted.verdict is Verdict.ALLOWED:
        return _limited(_limits_of_trust(question, trust, request), request) or trusted
    return _with_reasons(granted, trusted)


def _both(trusted: Decision, granted: Decision) -> Decision:
    if trusted.verdict is granted.verdict is Verdict.ALLOWED:
        return trusted._replace(reasons=lambda: (*trusted.because, *granted.because))
    refused = [each for each in (trusted, granted) if each.verdict is not Verdict.ALLOWED]
    return Decision(Verdict.NOT_ALLOWED, reasons=lambda: tuple(reason for each in refused for reason in each.because))


def _with_reasons(granted: Decision, trusted: Decision) -> Decision:
    """Return what the identity policies granted, and what the trust policy has against it."""
    remark = _("the trust policy does not allow it; AWS documents that it must, within one account too")

    def reasons() -> tuple[str, ...]:
        remarks = (remark,) if granted.verdict is Verdict.ALLOWED else ()
        return (*granted.because, *remarks, *trusted.because)

    return granted._replace(reasons=reasons)


def _limits_of_trust(question: _Question, trust: _Layer, request: Request) -> Iterable[_Layer]:
    """Return what limits a trust policy's grant within an account; less where it names the principal in person.

    Boundary and session policy limit what is granted to a role or an account, service control policies everything.
    """
    in_person = any(each.names_in_person(request.principal) and _applies(each, request) for each in trust.allowing)
    return (each for each in question.limits if each.kind is _Kind.CONTROL or not in_person)


def _limited(limits: Iterable[_Layer], request: Request) -> Decision | None:
    """Return the refusal of the first limit that does not allow."""
    for limit in limits:
        if not _allowed(limit.allowing, request):
            return _refused(limit, request)
    return None


def _denied(layers: Iterable[_Layer], request: Request) -> Decision | None:
    for layer in layers:
        for each in layer.denying:
            if _applies(each, request):
                return Decision(Verdict.DENIED, each.policy, each.sid, partial(_applied, each, request))
    return None


def _allowed(statements: Iterable[Compiled], request: Request) -> Decision | None:
    for each in statements:
        if _applies(each, request):
            return Decision(Verdict.ALLOWED, each.policy, each.sid, partial(_applied, each, request))
    return None


def _refused(layer: _Layer, request: Request) -> Decision:
    return Decision(Verdict.NOT_ALLOWED, reasons=lambda: layer.near_misses(request))


def _applied(statement: Compiled, request: Request) -> tuple[str, ...]:
    """Return the reason of a statement that applies: its conditions, with both values."""
    does = _("it allows {action}") if statement.allows else _("it explicitly denies {action}")
    met = [each.comparison(request.context) for each in statement.conditions]
    return (f"{statement.policy}, {statement.sid}: " + "; ".join([does.format(action=request.action), *met]),)


def _applies(statement: Compiled, request: Request) -> bool:
    _action, resource, context, principal = request
    return (statement.principals is None or statement.names(principal)) and statement.applies(resource, context)


def _miss(statement: Compiled, request: Request) -> str:
    if not statement.names(request.principal):
        return _("it does not name {principal}").format(principal=request.principal)
    if not statement.covers_resource(request.resource, request.context):
        return _("it does not cover the resource {resource}").format(resource=request.resource)
    context = request.context
    return "; ".join(each.comparison(context) for each in statement.conditions if not each.holds(context))


def _given(policy: Policy | None) -> tuple[Policy, ...] | None:
    return None if policy is None else (policy,)


def _statements(policies: Iterable[Policy] | None) -> tuple[Compiled, ...]:
    return tuple(compiled(each, policy.name) for policy in policies or () for each in policy.statements)


def _layer(kind: _Kind, statements: tuple[Compiled, ...], action: str) -> _Layer:
    about = [each for each in statements if each.covers_action(action, {})]
    allowing = tuple(each for each in about if each.allows)
    return _Layer(kind, allowing, tuple(each for each in about if not each.allows))
