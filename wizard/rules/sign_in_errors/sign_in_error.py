"""An error at sign-in, and what may have caused it."""

from typing import NamedTuple


class Cause(NamedTuple):
    """One likely cause of a sign-in error.

    Attributes:
        error: the error it explains, as AWS or Okta words it.
        title: what is probably wrong. check: how to see it, and what to do.
        source: URL. verified: False where no primary source ties this cause to this error.
        rules: ids of the rules that see the cause in a plan.
    """

    error: str
    title: str
    check: str
    source: str
    verified: bool = True
    rules: tuple[str, ...] = ()


class SignInError(NamedTuple):
    """An error, the pieces of its text that stand in this order whatever stands between, and its causes.

    Attributes:
        spellings: the ways in which it is told: its words, or its code. Each a tuple of pieces.
    """

    text: str
    spellings: tuple[tuple[str, ...], ...]
    causes: tuple[Cause, ...]


def known(text: str, *causes: Cause, by: tuple[tuple[str, ...], ...] = ()) -> SignInError:
    """Return the error with its causes, the likeliest first; `by` are its spellings where the text is none."""
    return SignInError(text, by or ((text,),), tuple(each._replace(error=text) for each in causes))


def cause(title: str, check: str, source: str, *rules: str, verified: bool = True) -> Cause:
    """Return a cause of the error that it will stand under."""
    return Cause("", title, check, source, verified, rules)
