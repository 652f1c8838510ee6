"""``simulate --requests``: each request signs in first, and is then decided by the role's permission policies."""

from collections.abc import Iterable, Iterator

from wizard.access.requests import Asked
from wizard.access.role_access import Answer, RoleAccess
from wizard.access.sign_in import SignIn
from wizard.aws.evaluator.decision import Verdict
from wizard.plan.model import Plan, Role


class Simulation:
    """The roles of a plan; each is made ready when it is first asked."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._sign_ins: dict[tuple[str, str], SignIn] = {}
        self._roles: dict[str, RoleAccess] = {}

    def answer(self, asked: Asked) -> Answer:
        """Return what becomes of a request."""
        refusals = self.sign_in(asked.account, asked.role).refusals(asked.who)
        if refusals:
            return Answer(Verdict.NOT_ALLOWED, because=refusals)
        return self.role(asked.role).answer(asked.account, asked.who.tags, asked.call)

    def sign_in(self, account: str, role: Role) -> SignIn:
        """Return the sign-in to a role of an account."""
        key = (account, role.name)
        if key not in self._sign_ins:
            self._sign_ins[key] = SignIn(self.plan, account, role)
        return self._sign_ins[key]

    def role(self, role: Role) -> RoleAccess:
        """Return what a role allows."""
        if role.name not in self._roles:
            self._roles[role.name] = RoleAccess(self.plan, role)
        return self._roles[role.name]


def answers(plan: Plan, asked: Iterable[Asked]) -> Iterator[Answer]:
    """Yield what becomes of each request, in their order."""
    yield from map(Simulation(plan).answer, asked)
