"""Writes a bundle, all of it or nothing: at every moment the target is the whole old one or the whole new one.

The bundle is made ready in a place beside the target, on the same file system, and put in the old one's stead in
one step. Where the system has no such step the old one is put aside first, as ``NAME.old``.
"""

import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from wizard.bundle.artefact import BundleFile
from wizard.bundle.error import NotReplaced, explained, nameable
from wizard.bundle.existing import Existing, existing
from wizard.bundle.ready import folder_made, kept, zip_made
from wizard.bundle.staging import staged
from wizard.bundle.swap import swapped
from wizard.frozen import Frozen
from wizard.language import N_, _
from wizard.quoting.line_text import one_line

_REFUSED: Final = {
    Existing.CHANGED_BUNDLE: N_("{path}: this bundle was changed after its export; --force replaces it"),
    Existing.FILE: N_("{path}: this file is not an unchanged bundle of this program; --force replaces it"),
    Existing.FOREIGN_FOLDER: N_("{path}: this folder is not a bundle of this program; name another or a new one"),
    Existing.LINK: N_("{path}: this is a link, and links are not followed; name the place that it leads to"),
    Existing.DEVICE: N_("{path}: this is neither a file nor a folder; name another place"),
}
_FORCIBLE: Final = frozenset({Existing.CHANGED_BUNDLE, Existing.FILE})


class Written(Frozen):
    """What was written where, and the earlier bundles that an interrupted export left beside it."""

    target: Path
    left: tuple[Path, ...] = ()


def write_bundle(files: Iterable[BundleFile], target: Path, *, force: bool = False) -> Written:
    """Write the files as the folder `target`, or as a zip where its name ends in ``.zip``.

    A bundle of this program that nobody has changed, or an empty folder, is replaced; a changed bundle or a file
    only with `force`; any other folder never. Missing parent folders are made. NotReplaced and NotWritten say why
    not; then what was there is whole, and nothing new is there.
    """
    with explained(target):
        place = _absolute(nameable(target))
        _allow(place, target, force=force)
        with _parents(place.parent), staged(place.parent) as staging:
            ready = staging / "bundle"
            (zip_made if place.suffix.lower() == ".zip" else folder_made)(files, ready)
            _allow(place, target, force=force)
            _put(ready, place)
        return Written(target, tuple(_left_beside(place)))


def _absolute(target: Path) -> Path:
    """Return the target under its real parents; its own name may be a link, and stays."""
    return target.resolve() if target.name in ("", "..") else target.parent.resolve() / target.name


def _allow(place: Path, target: Path, *, force: bool) -> None:
    """Return where the target may be written; NotReplaced where it may not."""
    found = existing(place)
    if found in _REFUSED and not (force and found in _FORCIBLE):
        raise NotReplaced(_(_REFUSED[found]).format(path=one_line(target)))
    if found is not Existing.NOTHING and _holds_us(place):
        raise NotReplaced(_("{path}: you are in this folder; export it from outside").format(path=one_line(target)))


def _holds_us(place: Path) -> bool:
    with suppress(OSError):
        return Path.cwd().is_relative_to(place)
    return False


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """Make the folder and its parents, and take back those that were missing where the writing fails."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def _put(ready: Path, place: Path) -> None:
    """Put what is ready in the place; what was there takes its stead, to be removed."""
    if existing_mode := _mode(place):
        if stat.S_IFMT(existing_mode) == stat.S_IFMT(_mode(ready)):
            ready.chmod(stat.S_IMODE(existing_mode))
        if stat.S_ISREG(existing_mode) and stat.S_ISREG(_mode(ready)):
            ready.replace(place)
        elif not swapped(ready, place):
            _put_after_moving(ready, place)
    else:
        ready.rename(place)
    with suppress(OSError):  # it stands there already, whatever the disk says now
        kept(place.parent)


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return 0


def _put_after_moving(ready: Path, place: Path) -> None:
    """Do it in two steps, and take the first back where the second fails; the old one goes to be removed at the end."""
    aside = next(path for path in _beside(place) if not _mode(path))
    place.rename(aside)
    try:
        ready.rename(place)
    except BaseException:
        aside.rename(place)
        raise
    with suppress(OSError):
        aside.rename(ready)


def _beside(place: Path) -> Iterator[Path]:
    yield place.with_name(f"{place.name}.old")
    for number in range(2, 1000):
        yield place.with_name(f"{place.name}.old-{number}")


def _left_beside(place: Path) -> Iterator[Path]:
    """Yield the bundles beside the place that an export had put aside when it died."""
    for path in _beside(place):
        with suppress(OSError):
            found = existing(path)
            if found is Existing.NOTHING:
                return
            if found in (Existing.UNCHANGED_BUNDLE, Existing.CHANGED_BUNDLE):
                yield path
