"""All the artefacts, and the bundle that they make of a plan."""

from collections.abc import Iterable
from functools import cache

import wizard.bundle.artefacts
from wizard.bundle import manifest
from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.error import UnknownFile
from wizard.bundle.file_name import placed
from wizard.discovery import discovered
from wizard.language import SOURCE_LANGUAGE, _
from wizard.plan.model import Plan
from wizard.plan.writer import plan_text


@cache
def artefacts() -> tuple[Artefact, ...]:
    """Return every artefact in its order; NothingFound where the installation holds none."""
    found = discovered(wizard.bundle.artefacts, "ARTEFACT", Artefact)
    return tuple(sorted(found, key=lambda artefact: (artefact.order, artefact.name)))


def bundle_files(plan: Plan, language: str = SOURCE_LANGUAGE, only: Iterable[str] = ()) -> tuple[BundleFile, ...]:
    """Return the files of the plan's bundle in the artefacts' order, the manifest at the end.

    With `only`, just these files or folders of it, and a manifest of just those; its `plan_sha256` stays the hash
    of the whole plan's text. UnknownFile where the bundle of this plan has none of that name.
    """
    made = (file for artefact in artefacts() for file in artefact.files(plan, language))
    files = selected(placed(made, taken=[manifest.PATH]), only)
    return (*files, manifest.manifest_file(files, plan_text(plan)))


def selected(files: Iterable[BundleFile], only: Iterable[str]) -> tuple[BundleFile, ...]:
    """Return the files that `only` names, by their path or a folder's; all of them where it names nothing."""
    files = tuple(files)
    asked = tuple(path.replace("\\", "/").removeprefix("./").rstrip("/") for path in only)
    for path in asked:
        if path != manifest.PATH and not any(_named(file, path) for file in files):
            known = "\n".join(f"  {file.path}" for file in files)
            raise UnknownFile(
                _("{path}: the bundle of this plan holds no such file or folder. It holds:\n{known}").format(
                    path=ascii(path)[1:-1], known=known
                )
            )
    return tuple(file for file in files if not asked or any(_named(file, path) for path in asked))


def _named(file: BundleFile, path: str) -> bool:
    return file.path == path or file.path.startswith(f"{path}/")
