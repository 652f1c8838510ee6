"""Makes one role of what several documents tell of its name."""

from collections.abc import Iterable
from typing import Final

from wizard.language import N_, Numbered
from wizard.plan.existing import Existing, ExistingRole, Remark, guessed
from wizard.plan.model import Role
from wizard.quoting.wording import listed, quoted

_USUAL: Final = Role("").session_duration


def composed_roles(parts: Iterable[Existing], said: list[Remark]) -> tuple[Role, ...]:
    """Return the roles in the order in which the documents name them; a plan has each of them in every account."""
    found: dict[str, list[ExistingRole]] = {}
    accounts: dict[str, set[str]] = {}
    of_app: int | None = None
    for part in parts:
        of_app = part.session_duration if of_app is None else of_app
        for role in part.roles:
            found.setdefault(role.name, []).append(role)
            accounts.setdefault(role.name, set()).update(part.accounts)
    everywhere = set().union(*accounts.values())
    partly = [name for name, own in accounts.items() if own and own < everywhere]
    if partly:
        template = N_("In every account: {names}. The documents tell of some accounts.")
        said.append(guessed(template, names=listed(partly)))
    return tuple(_role(name, told, of_app, said) for name, told in found.items())


def _role(name: str, told: list[ExistingRole], of_app: int | None, said: list[Remark]) -> Role:
    return Role(
        name,
        _duration(name, told, of_app, said),
        tuple(dict.fromkeys(grant for role in told for grant in role.access or ())),
        tuple(dict.fromkeys(arn for role in told for arn in role.trusted_roles or ())),
    )


def _duration(name: str, told: list[ExistingRole], of_app: int | None, said: list[Remark]) -> int:
    """Return how long a sign-in lasts: the role's limit, or less where Okta asks for less."""
    of_role = next((role.session_duration for role in told if role.session_duration is not None), None)
    if of_app is not None and of_role is not None and of_app < of_role:
        template = Numbered(
            "Sessions of {name}: {seconds} second, as Okta asks for; the role itself takes {limit}.",
            "Sessions of {name}: {seconds} seconds, as Okta asks for; the role itself takes {limit}.",
            of_app,
        )
        said.append(guessed(template, name=quoted(name), seconds=of_app, limit=of_role))
    return min((seconds for seconds in (of_app, of_role) if seconds is not None), default=_USUAL)
