"""Logins as RoleSessionName: many are judged at once, and those that AWS refuses by themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wizard.access.preflight.problem import Problem
from wizard.access.preflight.rule import LOGIN
from wizard.aws.limits import ROLE_SESSION_NAME_LENGTHS
from wizard.saml.judgement import login_measured

_LEAST, _MOST = ROLE_SESSION_NAME_LENGTHS
_SOUND: Final = re.compile(rf"(?:[a-zA-Z_0-9+=,.@-]{{{_LEAST},{_MOST}}}+\n)*+")


def refused_logins(logins: Sequence[str]) -> Iterator[int]:
    """Yield the places of the logins that AWS does not take."""
    if not _SOUND.fullmatch("\n".join(logins) + "\n"):
        yield from (place for place, login in enumerate(logins) if login_measured(login) is not None)


def login_problems(login: str) -> tuple[Problem, ...]:
    """Return what AWS has against a login."""
    found = login_measured(login)
    return () if found is None else (Problem(LOGIN, None, login, found),)
