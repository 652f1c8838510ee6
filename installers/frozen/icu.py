"""Leaves out of ICU's data what Qt never asks for, three quarters of the largest file of all.

Of ICU's functions libQt6Core calls those that sort (ucol), change case, read a calendar or name a time zone (ucal) and
convert code pages (ucnv); ``nm --dynamic --undefined-only libQt6Core.so.6`` lists them. Nothing in the program has Qt
name a time zone or read a code page. The package's format is told in ICU's icu4c/source/common/ucmndata.h: a header, a
table of the items' names and places, in the order of the names, then the items.
"""

import shutil
import struct
from pathlib import Path
from typing import Final

from installers.build import Build, BuildError, run
from installers.tidy import everything

DROPPED: Final = ("brkitr/", "curr/", "lang/", "rbnf/", "region/", "translit/", "unit/", "zone/")
"""Folders of ICU's data: where lines break, the names of currencies, languages, places, units and time zones, numbers
in words, other scripts."""

_CODE_PAGE: Final = ".cnv"
_MARK: Final = b"CmnD"
_ALIGNED: Final = 16


def trim_icu(build: Build) -> None:
    """Make the library of ICU's data anew with what is needed; a build without ICU, as on Windows, is left alone."""
    named = [path for path in everything(build.frozen) if path.name.startswith("libicudata.so.")]
    for library in (path for path in named if not path.is_symlink()):
        version = library.suffix.removeprefix(".")
        folder = build.work / "icu"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        run([_tool("objcopy"), "-O", "binary", "--only-section=.rodata", library, folder / "all"], build.environment())
        (folder / "data").write_bytes(trimmed((folder / "all").read_bytes()))
        _link(build, folder, library, f"icudt{version}_dat")


def _link(build: Build, folder: Path, library: Path, symbol: str) -> None:
    environment = build.environment()
    linker, copier = _tool("ld"), _tool("objcopy")
    run([linker, "-r", "-b", "binary", "-z", "noexecstack", "-o", "data.o", "data"], environment, folder)
    section = ".data=.rodata,alloc,load,readonly,data,contents"
    shape = ["--rename-section", section, "--set-section-alignment", f".data={_ALIGNED}"]
    names = [f"--redefine-sym=_binary_data_start={symbol}", "-N", "_binary_data_end", "-N", "_binary_data_size"]
    run([copier, *shape, *names, "data.o"], environment, folder)
    options = ["-shared", "-s", "--build-id=none", "-z", "noexecstack", "-soname", library.name]
    run([linker, *options, "-o", library, "data.o"], environment, folder)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BuildError(f"{name} is not installed; it is in the package binutils")
    return found


def trimmed(data: bytes) -> bytes:
    """Return a package of ICU's data without what is dropped; BuildError where it is none."""
    if data[12:16] != _MARK:
        raise BuildError("ICU's library of data holds no package of data")
    (header,) = struct.unpack_from("<H", data)
    kept = [(name, item) for name, item in _items(memoryview(data)[header:]) if _is_needed(name)]
    return data[:header] + _package(kept)


def _items(package: memoryview) -> list[tuple[bytes, memoryview]]:
    (count,) = struct.unpack_from("<I", package)
    places = [struct.unpack_from("<II", package, 4 + 8 * number) for number in range(count)]
    ends = [*(place for _name, place in places[1:]), len(package)]
    read = []
    for (name, place), end in zip(places, ends, strict=True):
        read.append((bytes(package[name : name + 200]).split(b"\0", 1)[0], package[place:end]))
    return read


def _is_needed(name: bytes) -> bool:
    inner = name.decode().split("/", 1)[1]
    return not inner.startswith(DROPPED) and not inner.endswith(_CODE_PAGE)


def _package(items: list[tuple[bytes, memoryview]]) -> bytes:
    names, contents = bytearray(), bytearray()
    table = 4 + 8 * len(items)
    first = _up(table + sum(len(name) + 1 for name, _item in items))
    entries = bytearray(struct.pack("<I", len(items)))
    for name, item in items:
        entries += struct.pack("<II", table + len(names), first + len(contents))
        names += name + b"\0"
        contents += item
        contents += bytes(_up(len(contents)) - len(contents))
    head = bytes(entries + names)
    return head + bytes(first - len(head)) + bytes(contents)


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
