"""What a role of the plan allows: the plan's generated permission policies, asked call by call."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from wizard.access.call import Call, Place, call_context, in_bucket, place
from wizard.access.carried import Tags
from wizard.aws.arn import is_account
from wizard.aws.evaluator.decision import Decision, Evaluator, Policies, Request, Verdict
from wizard.aws.evaluator.document import Policy, PolicyError, Statement, policy_from
from wizard.aws.permissions import permission_policies
from wizard.aws.policy import sid
from wizard.language import N_, _
from wizard.plan.model import Plan, Role

_PARTS: Final = 6
_BUCKETS: Final = N_("aws:ResourceTag is a tag of the bucket here; bucket_tags says which the bucket has")
_ABAC: Final = N_("AWS supplies the tags of a bucket only where ABAC is enabled on it")


class Answer(NamedTuple):
    """What becomes of a call.

    Attributes:
        verdict: allowed, denied or not allowed. policy: the grant, or the policy, that decides; None where none does.
        statement: its Sid. because: what stands against it, and what there is to know about it.
    """

    verdict: Verdict
    policy: str | None = None
    statement: str | None = None
    because: tuple[str, ...] = ()


class RoleAccess:
    """A role of the plan, the same in all its accounts.

    Attributes:
        policies: the role's permission policies, parted by grant. faults: why IAM would refuse one of them, so that it
            grants nothing; mostly none.
    """

    def __init__(self, plan: Plan, role: Role) -> None:
        self.policies, self.faults = _granting_policies(plan, role)
        self.evaluator: Final = Evaluator(Policies(identity=self.policies))
        self._partition: Final = str(plan.aws.partition)

    def answer(self, account: str, tags: Tags, call: Call) -> Answer:
        """Return what becomes of a call from the role in an account, in a session with these tags."""
        at = place(call.action, call.resource)
        decision = self.decision(call, at, tags)
        notes = _notes(call, at)
        if decision.verdict is Verdict.ALLOWED and (barrier := at.misfit or self.barrier(account, at.resource)):
            return Answer(Verdict.NOT_ALLOWED, because=(barrier, *notes))
        misfit = (at.misfit,) if at.misfit else ()
        faults = () if decision.verdict is Verdict.ALLOWED else self.faults
        because = (*misfit, *decision.because, *faults, *notes)
        return Answer(decision.verdict, decision.policy, decision.statement, because)

    def decision(self, call: Call, at: Place, tags: Tags) -> Decision:
        """Return what the policies alone say."""
        return self.evaluator.decide(Request(call.action.name, at.resource, call_context(call, at, tags)))

    def barrier(self, account: str, resource: str) -> str:
        """Return why the role's policies cannot open a resource to it, empty where they can.

        An ARN without an account ID (of a bucket, of an image that AWS owns) is taken for one of the role's account.
        """
        parts = resource.split(":", _PARTS - 1)
        if len(parts) < _PARTS:
            return ""
        if parts[1] != self._partition:
            told = _("{resource} lies in the partition {partition}; the role is in {own}")
            return told.format(resource=resource, partition=parts[1], own=self._partition)
        if is_account(parts[4]) and parts[4] != account:
            told = _(
                "{resource} belongs to the account {owner}; beside the role's policies one of {owner} must allow it"
            )
            return told.format(resource=resource, owner=parts[4])
        return ""


def _granting_policies(plan: Plan, role: Role) -> tuple[tuple[Policy, ...], tuple[str, ...]]:
    """Return the permission policies, parted by the grant that each allowing statement comes from, and the faults.

    What no grant gives, the refusals, keeps the policy's own name.
    """
    grants = {sid(grant.name): grant.name for grant in plan.grants(role)}
    parted: dict[str, list[Statement]] = {}
    faults: list[str] = []
    for policy in permission_policies(plan, role):
        try:
            read = policy_from(policy.document.value(), policy.name)
        except PolicyError as error:
            faults.append(
                _("IAM refuses the permission policy {policy}: {error}").format(policy=policy.name, error=error)
            )
            continue
        for statement in read.statements:
            name = _grant(statement, grants) if statement.allows else ""
            parted.setdefault(name or policy.name, []).append(statement)
    return tuple(Policy(name, tuple(statements)) for name, statements in parted.items()), tuple(faults)


def _grant(statement: Statement, grants: dict[str, str]) -> str:
    """Return the name of the grant whose Sid the statement's begins with, the longest where several do."""
    fitting = [beginning for beginning in grants if statement.sid.startswith(beginning)]
    return grants[max(fitting, key=len)] if fitting else ""


def _notes(call: Call, at: Place) -> Iterable[str]:
    if in_bucket(call.action, at.type) and not call.bucket_tags:
        yield _(_BUCKETS)
    if call.action.name.startswith("s3:") and at.type == "bucket" and call.resource_tags:
        yield _(_ABAC)
