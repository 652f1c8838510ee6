"""The sign-in errors of AWS and Okta that are known, and their likely causes.

    causes(text) -> (Cause, ...)      of the errors in a text as it was copied; none where none is known
    known_errors() -> (str, ...)      the errors whose causes are known, as AWS or Okta words them
    Cause(error, title, check, source, verified, rules)

The modules are loaded when they are first asked for: whoever looks through the rules comes by here.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.rules.sign_in_errors.matching import causes, known_errors
    from wizard.rules.sign_in_errors.sign_in_error import Cause

__all__ = ["Cause", "causes", "known_errors"]


def __getattr__(name: str) -> object:
    """Load what is public when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.matching"), name)
