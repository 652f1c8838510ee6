"""The trust policy of a role: who may sign in to it, with which session tags, and which roles may chain into it.

A sign-in that carries a tag needs ``sts:AssumeRoleWithSAML`` and ``sts:TagSession``; one that carries none needs the
first alone. So what makes a tag required stands on both statements.
Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
"""

from collections.abc import Iterable
from typing import Final

from wizard.aws.arn import is_role_arn, saml_provider_arn
from wizard.aws.partition import audiences
from wizard.aws.policy import Condition, Document, Effect, Principal, Statement
from wizard.aws.policy_plan import trust_plan
from wizard.aws.policy_text import can_be_variable, literal, principal_tag
from wizard.plan.memory import remembered
from wizard.plan.model import Plan, Role, Tag

SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"
_REQUEST: Final = "aws:RequestTag"
_PRINCIPAL: Final = "aws:PrincipalTag"


def trust_policy(plan: Plan, account: str, role: Role) -> Document:
    """Return the role's trust policy in an account: sign-in, session tags if there are any, chaining if there is any.

    Of tags whose keys differ only in case the first counts. A trusted role that is no role's ARN is left out.
    """
    return _trust_policy(trust_plan(plan), account, role.trusted_roles)


@remembered(512)
def _trust_policy(plan: Plan, account: str, trusting: tuple[str, ...]) -> Document:
    tags = _distinct(plan.tags)
    provider = Principal("Federated", (saml_provider_arn(plan.aws.partition, account, plan.aws.saml_provider),))
    statements = [_sign_in(plan, provider, tags)]
    if tags:
        statements.append(_tag_session(provider, tags))
    callers = _role_arns(trusting)
    if callers:
        statements.append(_chain(Principal("AWS", callers), tags))
    return Document(tuple(statements))


def trusted_roles(role: Role) -> tuple[str, ...]:
    """Return the ARNs that may chain into the role, each once; what is no role's ARN (``*``) is not among them."""
    return _role_arns(role.trusted_roles)


def _role_arns(arns: Iterable[str]) -> tuple[str, ...]:
    return tuple(arn for arn in dict.fromkeys(arns) if is_role_arn(arn))


def _distinct(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    first: dict[str, Tag] = {}
    for tag in tags:
        first.setdefault(tag.key.casefold(), tag)
    return tuple(first.values())


def _sign_in(plan: Plan, provider: Principal, tags: tuple[Tag, ...]) -> Statement:
    audience = Condition("StringEquals", "SAML:aud", audiences(plan.aws))
    keys = (_only("aws:TagKeys", tags),) if tags else ()
    return Statement(
        "SignIn",
        Effect.ALLOW,
        ("sts:AssumeRoleWithSAML",),
        principal=provider,
        conditions=(audience, *_values(_REQUEST, tags), *keys),
    )


def _tag_session(provider: Principal, tags: tuple[Tag, ...]) -> Statement:
    return Statement(
        "TagSession",
        Effect.ALLOW,
        ("sts:TagSession",),
        principal=provider,
        conditions=(*_values(_REQUEST, tags), _only("aws:TagKeys", tags), _only_transitive(tags)),
    )


def _chain(callers: Principal, tags: tuple[Tag, ...]) -> Statement:
    """Return the statement for role chaining: the caller has the tags, and passes none but its own.

    A transitive tag is inherited without being passed; any other tag could be passed with any value, and that would
    open what the value matches.
    """
    passed = tuple(tag for tag in tags if can_be_variable(tag.key))
    own = (Condition("StringEqualsIfExists", f"{_REQUEST}/{tag.key}", (principal_tag(tag.key),)) for tag in passed)
    return Statement(
        "ChainFromRoles",
        Effect.ALLOW,
        ("sts:AssumeRole", "sts:TagSession") if tags else ("sts:AssumeRole",),
        principal=callers,
        conditions=(*_values(_PRINCIPAL, tags), *own, _only("aws:TagKeys", passed), _only_transitive(tags)),
    )


def _values(prefix: str, tags: tuple[Tag, ...]) -> tuple[Condition, ...]:
    """Return the conditions on the tags' values; those of one operator stand together."""
    return tuple(
        sorted(
            (condition for tag in tags for condition in _value(prefix, tag)), key=lambda condition: condition.operator
        )
    )


def _value(prefix: str, tag: Tag) -> Iterable[Condition]:
    """Yield the conditions on one tag's value: present, a list where it is one, among those that are allowed.

    Empty counts as without: it is no value of a required tag, and fine for an optional one.
    """
    key = f"{prefix}/{tag.key}"
    allowed = tuple(literal(value) for value in dict.fromkeys(tag.allowed) if value)
    if tag.required and (tag.separator or not allowed):
        separator = tag.separator or ""
        yield Condition("StringLike", key, (f"{separator}?*{separator}",))
    if tag.allowed:
        accepted = allowed if tag.required and allowed else ("", *allowed)
        yield Condition("StringEquals" if tag.required else "StringEqualsIfExists", key, accepted)


def _only(key: str, tags: Iterable[Tag]) -> Condition:
    """Return the condition that a key of many values holds none but the tags' keys, in exactly their spelling.

    ForAllValues holds for no value at all too; whether a tag may be missing is the matter of the others.
    """
    keys = tuple(literal(tag.key) for tag in tags)
    return Condition("ForAllValues:StringEquals", key, keys) if keys else Condition("Null", key, ("true",))


def _only_transitive(tags: tuple[Tag, ...]) -> Condition:
    return _only("sts:TransitiveTagKeys", (tag for tag in tags if tag.transitive))
