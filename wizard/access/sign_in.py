"""Signing in: whether the plan's own trust policy lets a person into a role, and if not, why.

The assertion carries the tags and TransitiveTagKeys; AWS asks for sts:AssumeRoleWithSAML, and with any tag for
sts:TagSession too. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html, read 2026-11-24.
"""

from typing import Final

from wizard.access.carried import Carried, Tags
from wizard.aws.arn import role_arn, saml_provider_arn
from wizard.aws.evaluator.context import Context, context
from wizard.aws.evaluator.decision import Evaluator, Policies, Request, Verdict
from wizard.aws.evaluator.document import Kind, PolicyError, policy_from
from wizard.aws.partition import audiences
from wizard.aws.trust import trust_policy
from wizard.language import _
from wizard.plan.model import Plan, Role

ASSUME: Final = "sts:AssumeRoleWithSAML"
TAG: Final = "sts:TagSession"
_POLICY: Final = "trust policy"


class SignIn:
    """The sign-in to one role of one account through the plan's SAML provider."""

    def __init__(self, plan: Plan, account: str, role: Role) -> None:
        aws = plan.aws
        self._evaluator: Evaluator | None = None
        self._fault = ""
        try:
            policy = policy_from(trust_policy(plan, account, role).value(), _POLICY, Kind.TRUST)
            self._evaluator = Evaluator(Policies(trust=policy))
        except PolicyError as error:
            self._fault = _("IAM refuses the role's trust policy: {error}").format(error=error)
        self._role: Final = role_arn(aws.partition, account, role.name)
        self._provider: Final = saml_provider_arn(aws.partition, account, aws.saml_provider)
        self._audience: Final = audiences(aws)[0]
        self._transitive: Final = plan.transitive_keys()
        self._known: Final[dict[Tags, tuple[str, ...]]] = {}

    def refusals(self, who: Carried) -> tuple[str, ...]:
        """Return why a sign-in that carries this is refused; nothing where it succeeds."""
        if who.faults:
            return tuple(_("sign-in: {reason}").format(reason=fault) for fault in who.faults)
        if who.tags not in self._known:
            told = _("sign-in: {reason}")
            self._known[who.tags] = tuple(told.format(reason=reason) for reason in self._judged(who.tags))
        return self._known[who.tags]

    def _judged(self, tags: Tags) -> tuple[str, ...]:
        if self._evaluator is None:
            return (self._fault,)
        asked = self._context(tags)
        for action in (ASSUME, TAG) if tags else (ASSUME,):
            decision = self._evaluator.decide(Request(action, self._role, asked, self._provider))
            if decision.verdict is not Verdict.ALLOWED:
                return decision.because
        sent = {key.lower() for key, _value in tags}
        told = _("the transitive key {key} must be a tag of the request; AWS refuses it without one")
        return tuple(told.format(key=key) for key in self._transitive if key.lower() not in sent)

    def _context(self, tags: Tags) -> Context:
        return context(
            {
                "SAML:aud": self._audience,
                "aws:TagKeys": [key for key, _value in tags],
                "sts:TransitiveTagKeys": self._transitive,
                **{f"aws:RequestTag/{key}": value for key, value in tags},
            }
        )
