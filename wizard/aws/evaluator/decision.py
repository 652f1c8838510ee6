"""Decides requests: which statement allows or denies one, and, where none allows it, what was missing.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24: an explicit
Deny in any policy ends it; service control policies, boundary and session policy each must allow, and grant nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Request:
    """One call: the action, the ARN it is made on, its context, and who asks, where a trust policy decides."""

    action: str
    resource: str
    context: Context
    principal: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the policy and the statement that gave it, and the reasons."""

    verdict: Verdict
    policy: str | None = None
    statement: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of one evaluation, by their kind; a kind that limits and is None does not limit."""

    identity: tuple[Policy, ...] = ()
    trust: Policy | None = None
    boundary: Policy | None = None
    control: tuple[Policy, ...] | None = None
    session: Policy | None = None


@dataclass(slots=True)
class _Layer:
    """Policies of one kind, their statements found by action, and what a set of them says."""

    kind: str
    statements: tuple[Compiled, ...]
    _by_action: dict[str, tuple[Compiled, ...]] = field(default_factory=dict)

    def about(self, action: str) -> tuple[Compiled, ...]:
        """Return the statements that cover an action, given in lower case."""
        found = self._by_action.get(action)
        if found is None:
            found = tuple(each for each in self.statements if each.covers_action(action, {}))
            if len(self._by_action) < _REMEMBERED:
                self._by_action[action] = found
        return found

    def denial(self, request: Request) -> Compiled | None:
        return self._applying(request, allows=False)

    def allowance(self, request: Request) -> Compiled | None:
        return self._applying(request, allows=True)

    def _applying(self, request: Request, *, allows: bool) -> Compiled | None:
        for each in self.about(request.action.lower()):
            if each.allows is allows and _applies(each, request):
                return each
        return None

    def near_misses(self, request: Request) -> tuple[str, ...]:
        """Return why each statement that would allow the action does not."""
        about = [each for each in self.about(request.action.lower()) if each.allows]
        if not about:
            return (f"no statement of the {self.kind} allows {request.action}",)
        return tuple(f"{each.policy}, {each.sid}: {_miss(each, request)}" for each in about[:_NEAR_MISSES])


def _applies(statement: Compiled, request: Request) -> bool:
    if not statement.applies(request.resource, request.context):
        return False
    return not request.principal or statement.covers_principal(request.principal)


def _miss(statement: Compiled, request: Request) -> str:
    if request.principal and not statement.covers_principal(request.principal):
        return f"it does not name {request.principal}"
    if not statement.covers_resource(request.resource, request.context):
        return f"it does not cover the resource {request.resource}"
    return "; ".join(statement.failures(request.context))


class Evaluator:
    """Decides requests against one set of policies; what was decided once is remembered."""

    def __init__(self, policies: Policies) -> None:
        self._identity = _layer("identity policies", policies.identity)
        self._trust = _layer("trust policy", _given(policies.trust)) if policies.trust else None
        limits = (
            ("service control policies", policies.control),
            ("permissions boundary", _given(policies.boundary)),
            ("session policy", _given(policies.session)),
        )
        self._limits = tuple(_layer(kind, given) for kind, given in limits if given is not None)
        self._remembered: dict[object, Decision] = {}
        self._keys: dict[str, tuple[bool, tuple[str, ...]]] = {}

    def decide(self, request: Request) -> Decision:
        """Return what becomes of a request, and why."""
        key = self._key(request)
        decision = self._remembered.get(key)
        if decision is None:
            decision = self._decided(request)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = decision
        return decision

    def _key(self, request: Request) -> object:
        """Return everything that the decision depends on: requests alike in it are decided once."""
        any_resource, keys = self._depends(request.action)
        get = request.context.get
        resource = "" if any_resource else request.resource
        return (request.action, resource, request.principal, *[get(key) for key in keys])

    def _depends(self, action: str) -> tuple[bool, tuple[str, ...]]:
        found = self._keys.get(action)
        if found is None:
            layers = [self._identity, *([self._trust] if self._trust else []), *self._limits]
            about = [each for layer in layers for each in layer.about(action.lower())]
            keys = frozenset().union(*(each.reads for each in about))
            sign_in = action.lower() == ASSUME_ROLE
            found = (all(each.any_resource for each in about) and not sign_in, tuple(sorted(keys)))
            self._keys[action] = found
        return found

    def _decided(self, request: Request) -> Decision:
        action = request.action.lower()
        if action in SIGN_IN_ACTIONS and self._trust is not None:
            return _decision((self._trust,), self._trust, request)
        bare = Request(request.action, request.resource, request.context)
        if action == ASSUME_ROLE and self._trust is not None:
            return self._assumed(request, bare)
        return self._limited(_decision((self._identity, *self._limits), self._identity, bare), bare)

    def _assumed(self, request: Request, bare: Request) -> Decision:
        """Return the decision on sts:AssumeRole: within an account either allows, across accounts both must."""
        trusted = _decision((self._trust or self._identity,), self._trust or self._identity, request)
        granted = self._limited(_decision((self._identity, *self._limits), self._identity, bare), bare)
        for decision in (trusted, granted):
            if decision.verdict is Verdict.DENIED:
                return decision
        outcomes = (trusted, granted)
        within = account_of(request.principal) == account_of(request.resource)
        allowed = [each for each in outcomes if each.verdict is Verdict.ALLOWED]
        if allowed and (within or len(allowed) == len(outcomes)):
            return Decision(Verdict.ALLOWED, allowed[0].policy, allowed[0].statement)
        missing = tuple(reason for each in outcomes if each not in allowed for reason in each.because)
        return Decision(Verdict.NOT_ALLOWED, because=missing)

    def _limited(self, decision: Decision, request: Request) -> Decision:
        if decision.verdict is not Verdict.ALLOWED:
            return decision
        for limit in self._limits:
            if limit.allowance(request) is None:
                return Decision(Verdict.NOT_ALLOWED, because=limit.near_misses(request))
        return decision


def _decision(denying: Iterable[_Layer], granting: _Layer, request: Request) -> Decision:
    """Return what the layers say: a Deny of any of them, else an Allow of the granting one."""
    for layer in denying:
        denial = layer.denial(request)
        if denial is not None:
            reason = f"{denial.policy}, {denial.sid}: an explicit Deny applies"
            return Decision(Verdict.DENIED, denial.policy, denial.sid, (reason,))
    allowance = granting.allowance(request)
    if allowance is None:
        return Decision(Verdict.NOT_ALLOWED, because=granting.near_misses(request))
    return Decision(Verdict.ALLOWED, allowance.policy, allowance.sid)


def _given(policy: Policy | None) -> tuple[Policy, ...] | None:
    return None if policy is None else (policy,)


def _layer(kind: str, policies: Iterable[Policy] | None) -> _Layer:
    statements = [compiled(each, policy.name) for policy in policies or () for each in policy.statements]
    return _Layer(kind, tuple(statements))
