"""Decides requests: which statement allows or denies one, and, where none allows it, what was missing.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24: an explicit
Deny in any policy ends it; service control policies, boundary and session policy each must allow, and grant nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.document import Policy
from wizard.aws.evaluator.principal import account_of
from wizard.aws.evaluator.statement import Compiled, compiled

SIGN_IN_ACTIONS: Final = frozenset(
    action.lower()
    for action in (
        "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity",
    )
)  # fmt: skip
"""What a trust policy decides alone."""
ASSUME_ROLE: Final = "sts:assumerole"

_REMEMBERED: Final = 20_000
_NEAR_MISSES: Final = 8


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
        """Return what stands against it: for each near miss the conditions that failed, with both values."""
        return self.reasons()


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of one evaluation, by their kind; a kind that limits and is None does not limit."""

    identity: tuple[Policy, ...] = ()
    trust: Policy | None = None
    boundary: Policy | None = None
    control: tuple[Policy, ...] | None = None
    session: Policy | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """What policies of one kind say about one action: the statements that cover it, apart by effect."""

    kind: str
    action: str
    allowing: tuple[Compiled, ...]
    denying: tuple[Compiled, ...]

    def near_misses(self, request: Request) -> tuple[str, ...]:
        """Return why each statement that would allow the action does not."""
        if not self.allowing:
            return (f"no statement of the {self.kind} allows {request.action}",)
        return tuple(f"{each.policy}, {each.sid}: {_miss(each, request)}" for each in self.allowing[:_NEAR_MISSES])


@dataclass(frozen=True, slots=True)
class _Explicit:
    """The reason of an explicit Deny."""

    statement: Compiled

    def __call__(self) -> tuple[str, ...]:
        return (f"{self.statement.policy}, {self.statement.sid}: an explicit Deny applies",)


@dataclass(frozen=True, slots=True)
class _Question:
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
                ("service control policies", policies.control),
                ("permissions boundary", _given(policies.boundary)),
                ("session policy", _given(policies.session)),
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
        identity = _layer("identity policies", self._identity, action)
        trust = None if self._trust is None else _layer("trust policy", self._trust, action)
        limits = tuple(_layer(kind, statements, action) for kind, statements in self._limits)
        layers = (identity, *limits, *([trust] if trust else ()))
        about = [each for layer in layers for each in (*layer.allowing, *layer.denying)]
        keys = frozenset[str]().union(*(each.reads for each in about))
        any_resource = all(each.any_resource for each in about) and action.lower() != ASSUME_ROLE
        question = _Question(any_resource, tuple(sorted(keys)), identity, trust, limits)
        if len(self._questions) >= _REMEMBERED:
            self._questions.clear()
        self._questions[action] = question
        return question


def _decided(question: _Question, request: Request) -> Decision:
    trust = question.trust
    if trust is None:
        return _granted(question, request)
    action = request.action.lower()
    if action in SIGN_IN_ACTIONS:
        return _denied((trust,), request) or _allowed(trust, request)
    return _assumed(question, trust, request) if action == ASSUME_ROLE else _granted(question, request)


def _granted(question: _Question, request: Request) -> Decision:
    """Return what the identity policies grant within the limits; a principal plays no part in them."""
    bare = request._replace(principal="") if request.principal else request
    denied = _denied((question.identity, *question.limits), bare)
    if denied is not None:
        return denied
    decision = _allowed(question.identity, bare)
    if decision.verdict is Verdict.ALLOWED:
        for limit in question.limits:
            limited = _allowed(limit, bare)
            if limited.verdict is not Verdict.ALLOWED:
                return limited
    return decision


def _assumed(question: _Question, trust: _Layer, request: Request) -> Decision:
    """Return the decision on sts:AssumeRole: within an account either allows, across accounts both must."""
    trusted = _denied((trust,), request) or _allowed(trust, request)
    outcomes = (trusted, _granted(question, request))
    for each in outcomes:
        if each.verdict is Verdict.DENIED:
            return each
    within = account_of(request.principal) == account_of(request.resource)
    allowed = [each for each in outcomes if each.verdict is Verdict.ALLOWED]
    if allowed and (within or len(allowed) == len(outcomes)):
        return allowed[0]
    refused = [each for each in outcomes if each.verdict is not Verdict.ALLOWED]
    return Decision(Verdict.NOT_ALLOWED, reasons=lambda: tuple(reason for each in refused for reason in each.because))


def _denied(layers: Iterable[_Layer], request: Request) -> Decision | None:
    for layer in layers:
        for each in layer.denying:
            if _applies(each, request):
                return Decision(Verdict.DENIED, each.policy, each.sid, _Explicit(each))
    return None


def _allowed(layer: _Layer, request: Request) -> Decision:
    for each in layer.allowing:
        if _applies(each, request):
            return Decision(Verdict.ALLOWED, each.policy, each.sid)
    return Decision(Verdict.NOT_ALLOWED, reasons=lambda: layer.near_misses(request))


def _applies(statement: Compiled, request: Request) -> bool:
    if request.principal and not statement.covers_principal(request.principal):
        return False
    return statement.applies(request.resource, request.context)


def _miss(statement: Compiled, request: Request) -> str:
    if request.principal and not statement.covers_principal(request.principal):
        return f"it does not name {request.principal}"
    if not statement.covers_resource(request.resource, request.context):
        return f"it does not cover the resource {request.resource}"
    return "; ".join(statement.failures(request.context))


def _given(policy: Policy | None) -> tuple[Policy, ...] | None:
    return None if policy is None else (policy,)


def _statements(policies: Iterable[Policy] | None) -> tuple[Compiled, ...]:
    return tuple(compiled(each, policy.name) for policy in policies or () for each in policy.statements)


def _layer(kind: str, statements: tuple[Compiled, ...], action: str) -> _Layer:
    about = [each for each in statements if each.covers_action(action, {})]
    allowing = tuple(each for each in about if each.allows)
    return _Layer(kind, action, allowing, tuple(each for each in about if not each.allows))
