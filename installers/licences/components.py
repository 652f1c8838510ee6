"""Finds what a frozen build contains: distributions of Python, the interpreter, libraries of the system, and theirs."""

import json
import platform
import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from installers.build import SOURCE, Build, BuildError, run
from installers.frozen.freeze import files_of
from installers.frozen.parts import LIBRARIES
from installers.licences.component import Component, spdx
from wizard import DISTRIBUTION, __version__

INSIDE_QT: Final = SOURCE / "installers" / "licences" / "inside_qt.toml"
QT: Final = "PySide6_Essentials"
"""The distribution that Qt's own libraries come with."""

COMPILING: Final = frozenset(
    {
        "asn1_derive",
        "cc",
        "find-msvc-tools",
        "heck",
        "openssl-macros",
        "pkg-config",
        "proc-macro2",
        "pyo3-build-config",
        "pyo3-macros",
        "pyo3-macros-backend",
        "quote",
        "shlex",
        "syn",
        "target-lexicon",
        "unicode-ident",
        "vcpkg",
    }
)
"""Crates that run while cryptography is compiled, and are not in what comes of it."""

_BUILDERS: Final = ("pyinstaller",)
"""Distributions of which the build takes a part whatever their own files are: PyInstaller's start of the program."""


def components(build: Build) -> tuple[Component, ...]:
    """Return everything that the frozen program is made of, the program itself first."""
    files = files_of(build.frozen)
    ours = Component(
        DISTRIBUTION, __version__, "Apache-2.0", site=build.home, purl=f"pkg:pypi/{DISTRIBUTION}@{__version__}"
    )
    others = [*_distributions(files), _python(), *_inside_qt(files), *_inside_lxml(files), *_system(build, files)]
    return (ours, *sorted(others, key=lambda one: (one.name.lower(), one.version, one.part_of)))


def _distributions(files: frozenset[str]) -> Iterator[Component]:
    for found in metadata.distributions():
        name = found.metadata["Name"]
        if name == DISTRIBUTION or not (name in _BUILDERS or _frozen_files(found, files)):
            continue
        yield Component(
            name,
            found.version,
            _licence(found),
            notices=tuple(_notices(found)),
            site=_site(found),
            purl=f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{found.version}",
        )
        yield from _of_own_bill(found)


def _frozen_files(found: metadata.Distribution, files: frozenset[str]) -> bool:
    """Tell whether a file of a distribution is in the build, a module as its compiled form."""
    names = (PurePosixPath(path.as_posix()) for path in found.files or ())
    return any(str(name.with_suffix(".pyc") if name.suffix == ".py" else name) in files for name in names)


def _licence(found: metadata.Distribution) -> str:
    written = _field(found, "License-Expression") or _field(found, "License")
    if not written:
        raise BuildError(f"{found.metadata['Name']} does not say its licence")
    return spdx(written)


def _field(found: metadata.Distribution, name: str) -> str:
    return str(found.metadata[name]) if name in found.metadata else ""


def _notices(found: metadata.Distribution) -> Iterator[str]:
    for path in sorted(found.files or (), key=str):
        if re.search(r"\.dist-info/(.*/)?(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", path.as_posix()):
            yield f"{path.name}\n\n{path.read_text(encoding='utf-8')}"


def _site(found: metadata.Distribution) -> str:
    links: dict[str, str] = dict(
        line.split(", ", 1) for line in found.metadata.get_all("Project-URL") or () if ", " in line
    )
    known = {name.lower(): address for name, address in links.items()}
    for name in ("repository", "source", "source code", "homepage"):
        if name in known:
            return known[name]
    return _field(found, "Home-page") or f"https://pypi.org/project/{_field(found, 'Name')}/"


def _of_own_bill(found: metadata.Distribution) -> Iterator[Component]:
    """Yield what a distribution's own bill of materials names (PEP 770), as cryptography has one."""
    for path in found.files or ():
        if ".dist-info/sboms/" in path.as_posix() and path.suffix == ".json":
            for part in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
                if part["name"] in COMPILING:
                    continue
                stated = [one.get("expression") or one["license"]["id"] for one in part.get("licenses") or ()]
                licence = " AND ".join(stated) or {"openssl": "Apache-2.0"}.get(part["name"], "NOASSERTION")
                purl = part.get("purl", "").split("?")[0]
                yield Component(
                    part["name"], part["version"], licence, found.metadata["Name"], site=_source(part), purl=purl
                )


def _source(part: dict[str, object]) -> str:
    name, version = part["name"], part["version"]
    return f"https://crates.io/crates/{name}/{version}" if "crates.io" in json.dumps(part) else ""


def _python() -> Component:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if not text.is_file():  # Debian keeps it with the package's documents
        text = Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright")
    if not text.is_file():
        raise BuildError("this Python comes without its licence")
    notices = (text.read_text(encoding="utf-8"),)
    version = platform.python_version()
    return Component("CPython", version, "PSF-2.0", notices=notices, site="https://www.python.org/downloads/source/")


def _inside_qt(files: frozenset[str]) -> Iterator[Component]:
    libraries = {PurePosixPath(name).name.removeprefix("lib") for name in files}
    version = metadata.version(QT)
    for entry in tomllib.loads(INSIDE_QT.read_text(encoding="utf-8"))["component"]:
        if any(name.startswith((entry["in"] + ".", entry["in"] + "7")) for name in libraries):
            notice = f"Copyright: {entry['copyright']}"
            site = "https://doc.qt.io/qt-6/licenses-used-in-qt.html"
            yield Component(entry["name"], f"as in Qt {version}", entry["licence"], QT, (notice,), site)


def _inside_lxml(files: frozenset[str]) -> Iterator[Component]:
    """Yield the libraries linked into lxml; their notices stand in lxml's own."""
    if not any(name.startswith("lxml/etree.") for name in files):
        return
    for name, version in (("libxml2", etree.LIBXML_COMPILED_VERSION), ("libxslt", etree.LIBXSLT_COMPILED_VERSION)):
        number = ".".join(map(str, version))
        yield Component(name, number, "MIT", "lxml", site=f"https://gitlab.gnome.org/GNOME/{name}")


def _system(build: Build, files: frozenset[str]) -> Iterator[Component]:
    """Yield the libraries of the system that were bundled, with the notices of Debian's packages."""
    if not sys.platform.startswith("linux"):
        return
    for name in sorted(files):
        if "/" in name or not name.startswith(LIBRARIES) or name.startswith("libpython3"):
            continue
        package, version = _debian_package(build, name)
        notice = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8")
        licences = re.findall(r"^License: *(\S.*)$", notice, re.MULTILINE)
        licence = _SYSTEM.get(package) or (licences[0] if licences else "NOASSERTION")
        site = f"https://sources.debian.org/src/{package}/"
        yield Component(
            name, version, licence, notices=(notice,), site=site, purl=f"pkg:deb/debian/{package}@{version}"
        )


_SYSTEM: Final = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libffi8": "MIT",
    "liblzma5": "0BSD",
    "libssl3": "Apache-2.0",
    "libssl3t64": "Apache-2.0",
    "libxcb-cursor0": "X11",
    "libxcb-icccm4": "X11",
    "libxcb-image0": "X11",
    "libxcb-keysyms1": "X11",
    "libxcb-render-util0": "X11",
    "libxcb-util1": "X11",
}
"""SPDX names of the licences of Debian's packages, whose own names differ."""


def _debian_package(build: Build, library: str) -> tuple[str, str]:
    query = shutil.which("dpkg-query")
    if query is None:
        raise BuildError(f"{library}: the notices of the system's libraries are known on Debian and Ubuntu only")
    owner = run([query, "--search", f"*/{library}"], build.environment()).split(":", 1)[0]
    return owner, run([query, "--show", "--showformat", "${Version}\\n", owner], build.environment()).split()[0]
