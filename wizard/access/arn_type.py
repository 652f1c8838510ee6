"""Which type of a service a resource is of, told by its ARN: the most exact of the service's forms that it fits.

``arn:aws:dynamodb:eu-west-1:111122223333:table/t/backup/b`` fits the form of a table too, and is a backup.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from wizard.aws.coverage.service import Service
from wizard.aws.coverage.table import coverage

_VARIABLE: Final = re.compile(r"\\\$\\\{(?:Partition|Region|Account)\\\}")
_WORD: Final = re.compile("[^:/*$]*")
_SEPARATOR: Final = re.compile("[:/]")
_COLONS: Final = 5


class Form(NamedTuple):
    """A form of ARNs.

    Attributes:
        exact: how many characters of it are no wildcard. resource: what stands behind the account.
        pattern: fits its ARNs. names: of the types that have it, mostly one.
    """

    exact: int
    resource: str
    pattern: re.Pattern[str]
    names: frozenset[str]


class ArnTypes:
    """The types of one service by the forms of their ARNs.

    Attributes:
        services: what stands for the service in these ARNs. words: what the whole resource part of some is, ``root``.
    """

    def __init__(self, service: Service) -> None:
        self._by_word: dict[str, list[Form]] = {}
        self.services: Final = frozenset(arn.split(":")[2] for type_ in service.types for arn in type_.arns)
        for arn, names in _named_forms(service).items():
            form = Form(len(arn.replace("*", "")), _resource(arn), _pattern(arn), names)
            self._by_word.setdefault(_word(form.resource), []).append(form)
        self._any = self._by_word.get("", [])
        self.words: Final = frozenset(
            word for word, forms in self._by_word.items() if any(form.resource == word for form in forms)
        )

    def names(self, arn: str) -> frozenset[str]:
        """Return the names of the types whose form the ARN fits most exactly, mostly one; none where it fits none."""
        word = _word(_resource(arn))
        best, found = -1, frozenset[str]()
        for form in (*(self._by_word.get(word, ()) if word else ()), *self._any):
            if form.exact >= best and form.pattern.fullmatch(arn):
                found = found | form.names if form.exact == best else form.names
                best = form.exact
        return found

    def fragments(self, beginning: str) -> tuple[str, ...] | None:
        """Return what an ARN with a beginning, ``…:table/``, must hold behind it to be of another type than most.

        ARNs that hold none of it are all of one type, or of none. None where more than that decides.
        """
        resource = _resource(beginning)
        begun = [form for form in self._by_word.get(_word(resource), ()) if form.resource.startswith(resource)]
        simple = [form for form in begun if not _SEPARATOR.search(form.resource, len(resource))]
        if simple:
            usual = simple[0].resource == f"{resource}*" and len(simple) == 1
            if not usual or any(form.exact >= simple[0].exact for form in self._any):
                return None
        elif self._any:
            return None
        rests = (form.resource[len(resource) :] for form in begun if form not in simple)
        return tuple(max(rest.split("*"), key=len) for rest in rests)


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


def _resource(arn: str) -> str:
    return arn.split(":", _COLONS)[-1]


def _word(resource: str) -> str:
    """Return the first word of a resource part, empty where it begins with a wildcard or a variable."""
    match = _WORD.match(resource)
    end = match.end() if match else 0
    return resource[:end] if resource[end : end + 1] not in ("*", "$") else ""


def _pattern(arn: str) -> re.Pattern[str]:
    return re.compile(_VARIABLE.sub("[^:]*", re.escape(arn)).replace(r"\*", ".*"), re.DOTALL)
