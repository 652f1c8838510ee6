"""What the frozen program asks of the system that it runs on, read from its own libraries."""

import re
import shutil
from pathlib import Path
from typing import Final, NamedTuple

from installers.build import Build, BuildError, run
from installers.tidy import everything

OPTIONAL: Final = ("libqgtk3.so",)
"""Plugins that Qt leaves alone where the system lacks what they ask for."""

DEBIAN: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's package of each library."""

_C_LIBRARY: Final = re.compile(r"(lib(c|m|dl|rt|pthread|util)\.so\.\d|ld-linux.*)")
_CXX_TO_GCC: Final = ((29, "11"), (30, "12"), (32, "13"))
"""The last number of GLIBCXX_3.4.n that came with a GCC: https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html ."""


class Needs(NamedTuple):
    """What the system must have.

    Attributes:
        libraries: the names by which the loader asks for them, those of the C and C++ runtime left out.
        glibc: the newest version of symbols of the C library that is asked for, such as ``2.35``.
        glibcxx: the same of the C++ library, such as ``3.4.29``.
    """

    libraries: tuple[str, ...]
    glibc: str
    glibcxx: str

    def debian(self) -> tuple[str, ...]:
        """Return the dependencies of the .deb; BuildError where a library's package is not known."""
        strange = [name for name in self.libraries if name not in DEBIAN]
        if strange:
            raise BuildError(f"installers/linux/needs.py does not know Debian's packages of {', '.join(strange)}")
        last = int(self.glibcxx.rsplit(".", 1)[1])
        gcc = next((gcc for most, gcc in _CXX_TO_GCC if last <= most), None)
        if gcc is None:
            raise BuildError(f"installers/linux/needs.py does not know which GCC brought GLIBCXX_{self.glibcxx}")
        packages = {DEBIAN[name] for name in self.libraries}
        return tuple(sorted(packages | {f"libc6 (>= {self.glibc})", f"libstdc++6 (>= {gcc})"}))

    def rpm(self) -> tuple[str, ...]:
        """Return the dependencies of the .rpm, by the names of the libraries, which all distributions share."""
        runtime = (f"libc.so.6(GLIBC_{self.glibc})(64bit)", f"libstdc++.so.6(GLIBCXX_{self.glibcxx})(64bit)")
        return tuple(sorted((*(f"{name}()(64bit)" for name in self.libraries), *runtime)))


def needs(build: Build, folder: Path) -> Needs:
    """Return what a frozen folder needs; BuildError where it asks for a library of Qt or Python that it lacks."""
    found = [path for path in everything(folder) if path.is_file() and not path.is_symlink() and _is_elf(path)]
    bundled = {path.name for path in found}
    asked: set[str] = set()
    symbols = ""
    for path in found:
        told = run([shutil.which("objdump") or "objdump", "-p", "-T", path], build.environment())
        symbols += " ".join(re.findall(r"\(?((?:GLIBC|GLIBCXX)_[\d.]+)\)?", told)) + " "
        if path.name not in OPTIONAL:
            asked.update(re.findall(r"NEEDED\s+(\S+)", told))
    outside = {name for name in asked - bundled if not _C_LIBRARY.fullmatch(name)} - {"libstdc++.so.6"}
    lost = sorted(name for name in outside if name.startswith(("libQt", "libpyside", "libshiboken", "libpython")))
    if lost:
        raise BuildError(f"the frozen program asks for what was left out: {', '.join(lost)}")
    return Needs(tuple(sorted(outside)), _newest(symbols, "GLIBC"), _newest(symbols, "GLIBCXX"))


def _newest(symbols: str, library: str) -> str:
    versions: set[str] = set(re.findall(rf"\b{library}_([\d.]+)", symbols))
    return max(versions, key=lambda version: tuple(map(int, version.split("."))))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
