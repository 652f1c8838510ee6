"""Which type of a service a resource is of, told by its ARN: the most exact of the service's forms that it fits.

``arn:aws:dynamodb:eu-west-1:111122223333:table/t/backup/b`` fits the form of a table too, and is a backup.
"""

import re
from functools import cache
from typing import Final

from wizard.aws.coverage.service import Service
from wizard.aws.coverage.table import coverage

_VARIABLE: Final = re.compile(r"\\\$\\\{(?:Partition|Region|Account)\\\}")
_WORD: Final = re.compile("[^:/*$]*")
_COLONS: Final = 5

Form = tuple[int, re.Pattern[str], frozenset[str]]
"""How many characters of it are no wildcard, what fits it, and the names of the types that have it."""


class ArnTypes:
    """The types of one service by the forms of their ARNs."""

    def __init__(self, service: Service) -> None:
        self._by_word: dict[str, list[Form]] = {}
        for arn, names in _named_forms(service).items():
            form = (len(arn.replace("*", "")), _pattern(arn), names)
            self._by_word.setdefault(_word(arn), []).append(form)
        self._any = self._by_word.get("", [])

    def names(self, arn: str) -> frozenset[str]:
        """Return the names of the types whose form the ARN fits most exactly, mostly one; none where it fits none."""
        word = _word(arn)
        forms = self._by_word.get(word, ()) if word else ()
        best, found = -1, frozenset[str]()
        for exact, pattern, names in (*forms, *self._any):
            if exact >= best and pattern.fullmatch(arn):
                found = found | names if exact == best else names
                best = exact
        return found


@cache
def arn_types(prefix: str) -> ArnTypes:
    """Return the types of the service of that prefix; LookupError where the table has none."""
    service = coverage().service(prefix)
    if service is None:
        raise LookupError(prefix)
    return ArnTypes(service)


def _named_forms(service: Service) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for type_ in service.types:
        for arn in type_.arns:
            found[arn] = found.get(arn, frozenset()) | {type_.name}
    return found


def _word(arn: str) -> str:
    """Return the first word of the resource part, empty where it begins with a wildcard or a variable."""
    rest = arn.split(":", _COLONS)[-1]
    match = _WORD.match(rest)
    end = match.end() if match else 0
    return rest[:end] if rest[end : end + 1] not in ("*", "$") else ""


def _pattern(arn: str) -> re.Pattern[str]:
    return re.compile(_VARIABLE.sub("[^:]*", re.escape(arn)).replace(r"\*", ".*"), re.DOTALL)
