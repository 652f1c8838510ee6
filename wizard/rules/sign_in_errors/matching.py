"""Tells the likely causes of a sign-in error from its text, as it was copied from a browser, a log or the AWS CLI."""

import re
from functools import cache
from typing import Final

from wizard.rules.sign_in_errors.of_aws import ERRORS_OF_AWS
from wizard.rules.sign_in_errors.of_okta import ERRORS_OF_OKTA
from wizard.rules.sign_in_errors.sign_in_error import Cause, SignInError

__all__ = ["Cause", "causes", "known_errors"]

SIGN_IN_ERRORS: Final = (*ERRORS_OF_AWS, *ERRORS_OF_OKTA)

LONGEST: Final = 1_000_000
"""How much of a text is looked at, in characters: an error stands at the beginning, not behind a whole log."""

_ESCAPED: Final = re.compile(r"&#?\w{1,8};|\\u00[0-9a-f]{2}|\\[nrt]|%[0-9a-f]{2}", re.IGNORECASE)


def causes(text: str) -> tuple[Cause, ...]:
    """Return the likely causes of the errors in the text, the likeliest of each first; none where none is known.

    Case, white space, line breaks within a word, punctuation, escapes of HTML, JSON and URLs, ids and all that
    stands around the error make no difference.
    """
    bare = _bare(text[:LONGEST])
    found = (cause for error in SIGN_IN_ERRORS if _tells(bare, error) for cause in error.causes)
    return tuple(dict.fromkeys(found))


def known_errors() -> tuple[str, ...]:
    """Return the errors whose causes are known, as AWS or Okta words them."""
    return tuple(error.text for error in SIGN_IN_ERRORS)


def _bare(text: str) -> str:
    """Return the letters and digits of the text, in lower case: all that is compared."""
    return "".join(character for character in _ESCAPED.sub("", text).casefold() if character.isalnum())


def _tells(bare: str, error: SignInError) -> bool:
    return any(_stands(bare, pieces) for pieces in _pieces(error))


@cache
def _pieces(error: SignInError) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_bare(piece) for piece in pieces) for pieces in error.spellings)


def _stands(bare: str, pieces: tuple[str, ...]) -> bool:
    """Tell whether the pieces stand in the text one after another."""
    place = 0
    for piece in pieces:
        place = bare.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True
