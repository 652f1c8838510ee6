"""Where an export goes: a folder or a zip, proposed beside the plan, and what already lies there."""

from pathlib import Path
from typing import Final

from wizard.bundle.existing import Existing, existing
from wizard.language import N_, _
from wizard.plan.reader import plan_name

ZIP: Final = ".zip"
_NAME: Final = "bundle"

_STANDING: Final = {
    Existing.NOTHING: N_("Nothing is there yet."),
    Existing.EMPTY_FOLDER: N_("The folder is empty."),
    Existing.UNCHANGED_BUNDLE: N_("An earlier bundle that nobody has changed is there; it will be replaced."),
    Existing.CHANGED_BUNDLE: N_("A bundle that was changed after its export is there; you will be asked."),
    Existing.FILE: N_("Another file is there; you will be asked."),
    Existing.FOREIGN_FOLDER: N_("This folder holds other things; choose another or a new one."),
    Existing.LINK: N_("This is a link, and links are not followed; choose the place that it leads to."),
    Existing.DEVICE: N_("This is neither a file nor a folder; choose another place."),
}
FORCIBLE: Final = frozenset({Existing.CHANGED_BUNDLE, Existing.FILE})
REFUSED: Final = frozenset({Existing.FOREIGN_FOLDER, Existing.LINK, Existing.DEVICE})


def lost_words(there: Existing | None) -> str:
    """Return what would be lost by replacing what is there."""
    if there is Existing.CHANGED_BUNDLE:
        return _("It is a bundle that was changed after its export. The changes will be lost.")
    return _("It is a file that is no unchanged bundle of this program. What it holds will be lost.")


def proposed(plan_path: Path | None, home: Path) -> Path:
    """Return the folder to propose: beside the plan and named after it, in the person's home without one."""
    if plan_path is None:
        return home / "session-tags-bundle"
    return plan_path.parent / f"{plan_name(plan_path)}-bundle"


def as_zip(path: Path) -> Path:
    """Return the zip of that name."""
    if not path.name:
        return path / f"{_NAME}{ZIP}"
    return path if is_zip(path) else path.with_name(path.name + ZIP)


def as_folder(path: Path) -> Path:
    """Return the folder of that name."""
    return path.with_name(path.name[: -len(ZIP)] or _NAME) if is_zip(path) else path


def is_zip(path: Path) -> bool:
    """Tell whether the name makes the export a zip."""
    return path.suffix.lower() == ZIP


def in_folder(chosen: Path, before: Path) -> Path:
    """Return the target for a folder that was chosen: itself where it is empty or a bundle, else a new one in it."""
    if found(chosen) in (Existing.EMPTY_FOLDER, Existing.UNCHANGED_BUNDLE, Existing.CHANGED_BUNDLE, Existing.NOTHING):
        return chosen
    return chosen / as_folder(before).name


def found(path: Path) -> Existing | None:
    """Return what lies at the path, None where the system does not let us see."""
    try:
        return existing(path)
    except (OSError, ValueError):
        return None


def standing(path: Path) -> str:
    """Return in words what lies at the path; nothing where that cannot be told."""
    there = found(path)
    return _(_STANDING[there]) if there is not None else ""
