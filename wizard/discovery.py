"""Finds the modules of a package: adding a rule, an artefact or a command is adding its file, nothing else.

It is loud: a package without modules is an error, since a frozen build that found no rules would approve everything.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Found = TypeVar("Found")


class NothingFound(LookupError):
    """A package that must hold modules of a kind holds none, or one of its modules lacks what it must define."""


def discovered(package: ModuleType, name: str, kind: type[Found]) -> tuple[Found, ...]:
    """Return what each module of the package defines as `name`, in the order of the modules' names.

    A module without `name` is no such module (the package's own machinery); NothingFound where all lack it
    or where one holds something that is no `kind`.
    """
    found: list[Found] = []
    for module in iter_modules(package.__path__):
        value = getattr(import_module(f"{package.__name__}.{module.name}"), name, None)
        if value is None:
            continue
        if not isinstance(value, kind):
            raise NothingFound(f"{package.__name__}.{module.name}.{name} is no {kind.__name__}")
        found.append(value)
    if not found:
        raise NothingFound(f"the package {package.__name__} holds no {name}; the installation is not whole")
    return tuple(found)
