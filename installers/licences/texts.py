"""The notices that go with every build: a folder of them beside the program, and Debian's copyright file."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from installers.build import Build
from installers.licences.component import Component, licence_text
from installers.licences.components import QT, components
from wizard import PRODUCT

FOLDER: Final = "licences"
_ON_DEBIAN: Final = {"Apache-2.0": "Apache-2.0", "GPL-2.0": "GPL-2", "LGPL-3.0": "LGPL-3", "MPL-2.0": "MPL-2.0"}
"""Licences that a Debian system has the words of, by how their expressions begin."""

QT_NOTICE: Final = """\
{product} uses Qt and Qt for Python (PySide6, Shiboken), version {version}, under the GNU Lesser General Public
License, version 3. Qt is Copyright (C) The Qt Company Ltd. and other contributors.

- The libraries of Qt and of PySide6 are files of their own, linked at run time: {libraries}. They may be replaced
  by modified ones whose interface is the same; the program checks nothing that would hinder it. Reverse engineering
  for debugging such modifications is permitted.
- Their texts of the licence are beside this file: LGPL-3.0-only.txt, and GPL-3.0-only.txt, which it refers to.
- Their complete source: https://download.qt.io/official_releases/qt/{minor}/{version}/submodules/ (qtbase, qtsvg,
  qtwayland) and https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/ . They are bundled
  as the project published them on PyPI, unmodified. Of ICU, which Qt sorts with on Linux and which has a licence of its
  own, the library of data (libicudata) is cut down to what Qt asks for.
- Whoever gave you this program has to give you that source, too: for three years at least, to anybody who holds the
  program, at no more than what it costs to hand it over, if the addresses above do not.
"""


def write_notices(build: Build) -> Path:
    """Write the folder of notices into the frozen program, and return it."""
    found = components(build)
    folder = build.frozen / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "README.txt").write_text(_readme(build, found), encoding="utf-8", newline="\n")
    inside = {name for one in found if one.part_of and not one.notices for name in one.chosen()}
    for name in sorted(inside | {"LGPL-3.0-only", "GPL-3.0-only", "Apache-2.0"}):
        (folder / f"{name}.txt").write_text(licence_text(name), encoding="utf-8", newline="\n")
    for one in found[1:]:
        texts = one.texts()
        if texts:
            path = folder / f"{_file_name(one)}.txt"
            path.write_text(("\n" + "-" * 78 + "\n\n").join(texts), encoding="utf-8", newline="\n")
    return folder


def qt_notice(found: Iterable[Component]) -> str:
    """Return what has to be told about Qt, as the LGPL asks."""
    version = next(one.version for one in found if one.name == QT)
    minor = version.rsplit(".", 1)[0]
    libraries = "_internal/PySide6, _internal/shiboken6"
    return QT_NOTICE.format(product=PRODUCT, version=version, minor=minor, libraries=libraries)


def _readme(build: Build, found: tuple[Component, ...]) -> str:
    return "\n".join(
        [f"{PRODUCT} {build.version}", "Apache-2.0; see Apache-2.0.txt", "", qt_notice(found), *table(found)]
    )


def table(found: tuple[Component, ...]) -> Iterator[str]:
    """Yield the lines that name everything, its version, its licence and where its source is."""
    yield "What this build contains:"
    yield ""
    for one in found:
        inside = f", in {one.part_of}" if one.part_of else ""
        yield f"- {one.name} {one.version}{inside}: {one.licence}{'; ' + one.site if one.site else ''}"
    yield ""


def _file_name(one: Component) -> str:
    name = "".join(letter if letter.isalnum() or letter in "-+_." else "-" for letter in one.name)
    return f"{one.part_of}--{name}" if one.part_of else name


def copyright_file(build: Build) -> str:
    """Return Debian's machine-readable copyright file, with a paragraph for everything that is bundled."""
    found = components(build)
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        f"Upstream-Name: {PRODUCT}",
        *([f"Source: {build.home}"] if build.home else []),
        "Comment:",
        *_indented(qt_notice(found)),
        "",
        "Files: *",
        "Copyright: The Session Tag Wizard authors",
        "License: Apache-2.0",
        " On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.",
    ]
    for one in found[1:]:
        lines += ["", f"Files: {_place(one)}", *_holders(one), f"License: {_debian_name(one)}", *_indented(_words(one))]
        lines += ["Comment:", *_indented(f"{one.name} {one.version}. {one.site}")]
    return "\n".join(lines) + "\n"


def _place(one: Component) -> str:
    return f"usr/lib/session-tag-wizard/_internal/{(one.part_of or one.name).split()[0]}/{_file_name(one)}"


def _holders(one: Component) -> list[str]:
    stated = [
        line.strip() for text in one.notices for line in text.splitlines() if "opyright" in line and len(line) < 160
    ]
    told = [line for line in stated if line.startswith("Copyright:") or any(sign.isdigit() for sign in line)]
    holders = [line.removeprefix("Copyright:").strip() for line in told]
    shown = holders[:8] or [f"The authors of {one.name}"]
    return [f"Copyright: {shown[0]}", *(f" {holder}" for holder in shown[1:])]


def _debian_name(one: Component) -> str:
    return f"{one.licence.replace(' OR ', ' or ').replace(' AND ', ' and ')}"


def _words(one: Component) -> str:
    """Return a licence's words; those that every Debian system has are named, as its policy asks."""
    common = next((path for name, path in _ON_DEBIAN.items() if one.licence.startswith(name)), None)
    place = f"/usr/lib/session-tag-wizard/{FOLDER}/{_file_name(one)}.txt"
    if common:
        return f"On Debian systems the words are in /usr/share/common-licenses/{common}. All notices: {place}"
    if not one.texts():
        return f"The words are in /usr/lib/session-tag-wizard/{FOLDER}: {', '.join(one.chosen())}"
    return ("\n" + "-" * 70 + "\n").join(one.texts())


def _indented(text: str) -> list[str]:
    return [f" {line.rstrip()}" if line.strip() else " ." for line in text.strip().splitlines()]
