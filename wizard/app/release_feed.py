"""Asks an address which version is published: the one place where the program opens a connection by itself.

It sends nothing but the question: no version, no name, nothing of a plan.
"""

from typing import Final

from wizard import DISTRIBUTION
from wizard.app.updates import NoAnswer
from wizard.language import _

PATIENCE: Final = 10.0
"""Seconds for which an answer is waited for, each time that nothing comes."""

_LONGEST: Final = 65_536
"""Bytes; an answer has some hundred."""


def answer(address: str) -> bytes:
    """Return what the address answers; NoAnswer where it does not, says why."""
    from http.client import HTTPException  # noqa: PLC0415 - they load half of the network, for whoever asks alone
    from urllib.error import URLError  # noqa: PLC0415
    from urllib.request import Request, urlopen  # noqa: PLC0415

    if not address.startswith("https://"):
        raise NoAnswer(_("the address is no https address"))
    request = Request(address, headers={"User-Agent": DISTRIBUTION, "Accept": "application/json"})  # noqa: S310 - https
    try:
        with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - as above
            told = bytes(response.read(_LONGEST + 1))
    except URLError as error:
        raise NoAnswer(str(error.reason)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(str(error)) from error
    if len(told) > _LONGEST:
        raise NoAnswer(_("the answer is too long"))
    return told
