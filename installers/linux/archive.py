"""The .tar.xz: a folder to unpack, in which the program runs from wherever it lies; that folder is an AppDir, too."""

import lzma
import shutil
import tarfile
from pathlib import Path

from installers.build import Build
from installers.linux.tree import HERE, apart
from installers.tidy import everything, settle
from wizard import APPLICATION, DISTRIBUTION


def app_folder(build: Build, tree: Path) -> Path:
    """Make the AppDir from the tree: https://docs.appimage.org/reference/appdir.html ."""
    folder = build.work / "linux" / f"{DISTRIBUTION}-{build.version}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree, folder, symlinks=True)
    shutil.copytree(apart(build, "rpm"), folder, dirs_exist_ok=True)
    share = folder / "usr/share"
    shutil.copy(HERE / "README.txt", folder / "README.txt")
    (folder / "AppRun").symlink_to(f"usr/bin/{DISTRIBUTION}")
    (folder / DISTRIBUTION).symlink_to(f"usr/bin/{DISTRIBUTION}")
    shutil.copy(share / "applications" / f"{APPLICATION}.desktop", folder)
    shutil.copy(share / "icons/hicolor/256x256/apps" / f"{APPLICATION}.png", folder)
    (folder / ".DirIcon").symlink_to(f"{APPLICATION}.png")
    settle(folder, build.epoch)
    return folder


def archive(build: Build, folder: Path) -> Path:
    """Pack a folder into an archive that is the same whoever packs it, and return the archive."""
    target = build.out / f"{folder.name}-{build.system}-{build.machine}.tar.xz"
    build.out.mkdir(parents=True, exist_ok=True)
    with lzma.open(target, "wb", filters=build.xz) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in (folder, *everything(folder)):
            tar.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=_of_nobody)
    return target


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
