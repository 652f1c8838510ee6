"""The plan that lies in a bundle, a folder or a zip; a plan file that lies in none is read as it is."""

import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final

from wizard.bundle.existing import Existing, existing
from wizard.bundle.manifest import PATH as MANIFEST
from wizard.frozen import Frozen
from wizard.language import _
from wizard.plan.encoding import LARGEST_PLAN, too_large
from wizard.plan.error import PlanError, Problem
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text, read_plan

PLAN: Final = "plan.yaml"
_ZIP_BEGINS: Final = b"PK\x03\x04"


class BundledPlan(Frozen):
    """A plan that was read.

    Attributes:
        bundle: the folder or the zip that it lies in; None where it lies in no bundle.
        changed: whether somebody has changed the bundle since it was exported, as its manifest tells.
    """

    plan: Plan
    bundle: Path | None = None
    changed: bool = False


def plan_or_bundled(path: Path) -> BundledPlan:
    """Return the plan in a plan file or a bundle: its folder, its zip, or the plan.yaml in its folder.

    PlanError where there is none that can be read; it names the file as `path` gives it.
    """
    try:
        return _found(path)
    except PlanError as error:
        raise PlanError(error.problems, error.source or str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _unusable(_("It cannot be read: {reason}").format(reason=reason), path) from None


def _found(path: Path) -> BundledPlan:
    if path.is_dir():
        if not (path / MANIFEST).is_file():
            raise _unusable(_("This folder is no bundle of this program; it holds no manifest.json"), path)
        return _in_folder(path)
    if path.name == PLAN and (path.parent / MANIFEST).is_file():
        return _in_folder(path.parent)
    return _in_zip(path) if _is_zip(path) else BundledPlan(read_plan(path))


def _is_zip(path: Path) -> bool:
    """Tell whether the file begins as a zip does; a pipe is never looked into, it gives its bytes only once."""
    if not path.exists() or not stat.S_ISREG(path.stat().st_mode):
        return False
    with path.open("rb") as file:
        return file.read(len(_ZIP_BEGINS)) == _ZIP_BEGINS


def _in_folder(folder: Path) -> BundledPlan:
    file = folder / PLAN
    if not file.is_file():
        raise _without_plan(folder)
    with file.open("rb") as source:
        data = source.read(LARGEST_PLAN + 1)
    return BundledPlan(_plan(data, file), folder, existing(folder.resolve()) is not Existing.UNCHANGED_BUNDLE)


def _in_zip(path: Path) -> BundledPlan:
    try:
        with zipfile.ZipFile(path) as archive:
            if PLAN not in archive.namelist():
                raise _without_plan(path)
            with archive.open(PLAN) as source:
                data = source.read(LARGEST_PLAN + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise _unusable(_("This zip cannot be read; export the bundle again"), path) from None
    return BundledPlan(_plan(data, path), path, existing(path.resolve()) is not Existing.UNCHANGED_BUNDLE)


def _plan(data: bytes, path: Path) -> Plan:
    """Return the plan of the bytes; the exporter has written its name, if it had one."""
    try:
        if len(data) > LARGEST_PLAN:
            raise too_large()
        return plan_from_text(data)
    except PlanError as error:
        raise PlanError(error.problems, str(path)) from None


def _without_plan(path: Path) -> PlanError:
    return _unusable(_("This bundle holds no plan.yaml; export it whole"), path)


def _unusable(message: str, path: Path) -> PlanError:
    return PlanError([Problem(0, 0, "", message)], str(path))
