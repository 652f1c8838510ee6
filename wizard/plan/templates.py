"""The starting plans that ship with the program: commented plan files, each for one usual way to tag people."""

from typing import Final

from wizard.resource import resource_names, resource_text

DEFAULT_TEMPLATE: Final = "team-project"
"""The plan of the blog post."""


def template_names() -> tuple[str, ...]:
    """Return the names of the starting plans, the default first; LookupError where the installation has none."""
    names = resource_names("templates", ".yaml")
    if DEFAULT_TEMPLATE not in names:
        raise LookupError("the starting plans are missing; the installation is not whole")
    return (DEFAULT_TEMPLATE, *(name for name in names if name != DEFAULT_TEMPLATE))


def template_text(name: str) -> str:
    """Return the text of a starting plan; LookupError names the ones there are where it is unknown."""
    names = template_names()
    if name not in names:
        raise LookupError(f"{name}: the starting plans are {', '.join(names)}")
    return resource_text("templates", f"{name}.yaml")
