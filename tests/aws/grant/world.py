"""A world for grants: the policies of a role, its people, and resources, with the context that AWS would supply."""

from fnmatch import fnmatchcase
from itertools import chain, combinations, product

from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS
from wizard.aws.coverage.supply import supplied_keys
from wizard.aws.coverage.table import coverage
from wizard.aws.evaluator.decision import Evaluator, Policies, Request, Verdict
from wizard.aws.evaluator.document import policy_from
from wizard.aws.grant.conditions import Terms
from wizard.aws.grant.effect import grant_effect, matched_tags, protected_tags
from wizard.aws.grant.protection import protection
from wizard.aws.grant.proxy import proxy_refusals
from wizard.aws.policy import Document, Effect, with_unique_sids
from wizard.plan.model import Grant, Level, Partition, Plan, Shared, Tag

TEAM = Tag("team", "user.team")
PROJECT = Tag("project", "user.project")
PERSON = {"team": "platform", "project": "apollo"}
LEVELS = tuple(Level)


def grant(*services, match=("team", "project"), levels=LEVELS, shared=Shared.ANY, **more):
    """Return a grant of these services at every level, as generous as a grant can be."""
    return Grant("own", services=services, levels=levels, match=match, shared=shared, **more)


class World:
    """What a person of some tags may do under the policies that grants become."""

    def __init__(self, *grants, tags=(TEAM, PROJECT), person=None):
        plan = Plan(tags=tags, access=grants)
        protected = protected_tags(plan)
        effects = [
            grant_effect(one, Terms(Partition.AWS, matched_tags(plan, one), protected, signed_in=True))
            for one in grants
        ]
        self.effects = effects
        setting = tuple(chain.from_iterable(effect.setting for effect in effects))
        removing = tuple(chain.from_iterable(effect.removing for effect in effects))
        allowed = chain.from_iterable(effect.statements for effect in effects)
        proxies = chain.from_iterable(effect.proxies for effect in effects)
        refusals = (*protection(protected, setting, removing), *proxy_refusals(proxies, Partition.AWS))
        self.document = Document(with_unique_sids((*allowed, *refusals)))
        self._evaluator = Evaluator(Policies(identity=(policy_from(self.document.value(), "grants"),)))
        self._person = PERSON if person is None else person

    def allows(self, action, resource="*", tags=None, request=None, keys=None, **context):
        """Tell whether a call is allowed: the resource's tags, the tags it carries, or the keys that it removes.

        Only what AWS supplies for the action and the resource stands in the context. Where a resource holds two
        spellings of one key, AWS looks at either of them, so the call is allowed where one of them would do.
        """
        supplied = supplied_keys(coverage().action(action), resource)
        fixed = {f"aws:PrincipalTag/{key}": value for key, value in self._person.items()} | context
        named = list(request or {}) if keys is None else list(keys)
        if named and TAG_KEYS in supplied:
            fixed[TAG_KEYS] = named
        choices = [
            *(_choices("aws:ResourceTag", tags or {}) if "aws:ResourceTag" in supplied else ()),
            *(_choices(REQUEST_TAG, request or {}) if REQUEST_TAG in supplied else ()),
        ]
        return any(self._allows(action, resource, fixed | dict(chosen)) for chosen in product(*choices))

    def covers(self, action):
        """Tell whether a statement allows the action under some condition."""
        allowing = (one for one in self.document.statements if one.effect is Effect.ALLOW)
        return any(fnmatchcase(action, pattern) for one in allowing for pattern in one.actions)

    def _allows(self, action, resource, context):
        lowered = {key.lower(): tuple(value) if isinstance(value, list) else value for key, value in context.items()}
        return self._evaluator.decide(Request(action, resource, lowered)).verdict is Verdict.ALLOWED


def _choices(prefix, tags):
    """Return for each key the entries that AWS may look at: one for each of its spellings."""
    spellings = {}
    for key, value in tags.items():
        spellings.setdefault(key.lower(), []).append((f"{prefix}/{key.lower()}", value))
    return list(spellings.values())


def arn(form):
    """Return an ARN of a form of the coverage table."""
    known = {"${Partition}": "aws", "${Region}": "us-east-1", "${Account}": "111122223333", "*": "x1"}
    for variable, value in known.items():
        form = form.replace(variable, value)
    return form


def arns(touched):
    """Return an ARN for each form of a resource type that an action touches."""
    return [arn(form) for form in touched.type.arns]


def subsets(items, most):
    """Return the subsets of up to so many items."""
    return chain.from_iterable(combinations(items, count) for count in range(most + 1))
