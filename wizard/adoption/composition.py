"""Makes a plan of what several documents tell, and says where they differ and what none of them tells."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from wizard.adoption.grants import with_distinct_grants
from wizard.adoption.roles import composed_roles
from wizard.adoption.tags import composed_tags
from wizard.language import N_
from wizard.plan.existing import Existing, Remark, guessed, untold
from wizard.plan.model import Aws, Claims, Features, Okta, Partition, Plan
from wizard.quoting.wording import listed, quoted

Told = TypeVar("Told")
_DEFAULT: Final = Plan()


def composed(parts: Iterable[Existing]) -> tuple[Plan, tuple[Remark, ...]]:
    """Return the plan and all remarks: those of the documents first, then those about all of them together."""
    ordered = with_distinct_grants(sorted(parts, key=_place))
    said: list[Remark] = []
    plan = Plan(
        okta=_okta(ordered, said),
        tags=composed_tags(ordered, said),
        aws=Aws(
            _first(ordered, lambda part: part.partition, Partition.AWS, said),
            _first(ordered, lambda part: part.saml_provider, _DEFAULT.aws.saml_provider, said),
            tuple(dict.fromkeys(region for part in ordered for region in part.sign_in_regions or ())),
            tuple(dict.fromkeys(account for part in ordered for account in part.accounts)),
            composed_roles(ordered, said),
        ),
        access=tuple({grant.name: grant for part in ordered for grant in part.grants}.values()),
    )
    return plan, (*(remark for part in ordered for remark in part.remarks), *said, *_missing(plan, ordered))


def _place(part: Existing) -> int:
    """Return where a part counts: what Okta sends, then what AWS asks for, then one sign-in, then grants."""
    if part.claims is not None or part.app_label is not None:
        return 0
    if any(role.trusted_roles is not None for role in part.roles):
        return 1
    return 3 if part.grants else 2


def _okta(parts: Iterable[Existing], said: list[Remark]) -> Okta:
    return Okta(
        org=_first(parts, lambda part: part.org, None, said),
        app_label=_first(parts, lambda part: part.app_label, _DEFAULT.okta.app_label, said),
        claims=_first(parts, lambda part: part.claims, Claims.STATEMENTS, said),
        features=Features(**{key: state for part in parts for key, state in part.features}),
    )


def _first(parts: Iterable[Existing], of: Callable[[Existing], Told | None], default: Told, said: list[Remark]) -> Told:
    """Return what the first document tells that tells it; a remark names the others."""
    found = list(dict.fromkeys(value for part in parts if (value := of(part)) is not None))
    if len(found) > 1:
        names = listed(str(value) for value in found)
        said.append(untold(N_("The documents tell several: {names}. The plan has the first."), names=names))
    return found[0] if found else default


def _missing(plan: Plan, parts: Iterable[Existing]) -> Iterator[Remark]:
    """Yield what no document tells, for a plan that is whole."""
    if not plan.tags:
        yield untold(N_("Session tags: no document tells any."))
    if not any(part.app_label for part in parts):
        yield untold(N_("The Okta app: no document tells its label."))
    if not any(part.saml_provider for part in parts):
        yield guessed(
            N_("The SAML provider is called {name}: no document tells it."), name=quoted(plan.aws.saml_provider)
        )
    if not plan.aws.accounts:
        yield untold(N_("The AWS accounts: no document tells any."))
    if not plan.aws.roles:
        yield untold(N_("The roles: no document tells any."))
    if not plan.access:
        yield untold(N_("What the roles give: no document tells a grant."))
