"""Finds the modules of a package: adding a rule, an artefact or a command is adding its file, nothing else.

It is loud: a package without modules is an error, since a frozen build that found no rules would approve everything.
"""

import os
from importlib import import_module
from types import ModuleType
from typing import Final, TypeVar

Found = TypeVar("Found")

_ENDINGS: Final = ("py", "pyc")
"""Of a module's file: its source or, in a frozen program, what it was compiled to."""


class NothingFound(LookupError):
    """A package that must hold modules of a kind holds none, or one of its modules lacks what it must define."""


def discovered(package: ModuleType, name: str, kind: type[Found]) -> tuple[Found, ...]:
    """Return what each module of the package defines as `name`, in the order of the modules' names.

    A module without `name` is no such module (the package's own machinery); NothingFound where all lack it
    or where one holds something that is no `kind`.
    """
    found: list[Found] = []
    for module in module_names(package):
        value = getattr(import_module(f"{package.__name__}.{module}"), name, None)
        if value is None:
            continue
        if not isinstance(value, kind):
            raise NothingFound(f"{package.__name__}.{module}.{name} is no {kind.__name__}")
        found.append(value)
    if not found:
        raise NothingFound(f"the package {package.__name__} holds no {name}; the installation is not whole")
    return tuple(found)


def module_names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the modules and packages in a package, sorted; none where it holds none.

    A package that lies on the disk is listed as a folder: pkgutil, which knows all kinds of packages, brings inspect
    along, and with it a tenth of the time that a command takes to start.
    """
    if package.__file__ is not None and os.path.exists(package.__file__):
        return _listed(os.path.dirname(package.__file__))
    from pkgutil import iter_modules  # noqa: PLC0415 - for a package in an archive alone

    return tuple(sorted(module.name for module in iter_modules(package.__path__)))


def _is_package(path: str) -> bool:
    return any(os.path.exists(f"{path}/__init__.{ending}") for ending in _ENDINGS)


def _listed(folder: str) -> tuple[str, ...]:
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name, dot, ending = entry.name.partition(".")
            if ending in _ENDINGS or (not dot and _is_package(entry.path)):
                names.append(name)
    return tuple(sorted(set(names) - {"__init__"}))
