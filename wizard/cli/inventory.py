"""What an installation holds, to compare with what the build recorded: ``python -m wizard.cli.inventory`` records it.

A frozen build that lost its rules would approve every plan, and one that lost an exporter would write half a bundle.
"""

import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.bundle.artefact import BundleFile
from wizard.bundle.manifest import content
from wizard.bundle.registry import artefacts, bundle_files
from wizard.cli.registry import command_names
from wizard.language import languages
from wizard.plan.reader import read_plan
from wizard.quoting.json_text import pretty
from wizard.resource import ROOT, resource, resource_bytes
from wizard.rules.registry import rules

Inventory = dict[str, dict[str, str]]
"""Kind of thing to what there is of it: name to SHA-256 where bytes matter, else to nothing."""

FILE: Final = "inventory.json"
DECISIVE: Final = ("data/", "examples/", "templates/")
"""Resources whose every byte counts, since policies are made of them; of pictures and styles the names do."""

EXAMPLE: Final = "team-project.session-tags.yaml"


def inventory() -> Inventory:
    """Return what is here. NothingFound where a whole kind is missing; OSError where a resource cannot be read."""
    return {
        "rules": _named(rule.id for rule in rules()),
        "artefacts": _named(artefact.name for artefact in artefacts()),
        "commands": _named(command_names()),
        "steps": _named(step.id for step in all_steps()),
        "views": _named(view.id for view in all_views()),
        "languages": _named(languages()),
        "resources": dict(_resources()),
        "example": {file.path: _digest(content(file.text)) for file in example_bundle()},
    }


def example_bundle() -> tuple[BundleFile, ...]:
    """Return the bundle of the example plan that ships with the program."""
    return bundle_files(read_plan(resource("examples", EXAMPLE)))


def recorded() -> Inventory:
    """Return what the build recorded; OSError or ValueError where that cannot be read."""
    value = json.loads(resource_bytes(FILE))
    if not isinstance(value, dict):
        raise ValueError(f"{FILE} holds no inventory")  # noqa: TRY004 - a file's content, not a caller's argument
    return value


def _named(names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(sorted(names), "")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _resources() -> Iterator[tuple[str, str]]:
    for folder, folders, names in os.walk(ROOT):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            known = path.relative_to(ROOT).as_posix()
            if known != FILE:
                yield known, _digest(path.read_bytes()) if known.startswith(DECISIVE) else ""


if __name__ == "__main__":
    Path(resource(FILE)).write_text(pretty(inventory()), encoding="utf-8", newline="\n")
