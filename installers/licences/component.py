"""One thing that a build contains, with its licence."""

from typing import Final, NamedTuple

from installers.build import SOURCE, BuildError

_TEXTS: Final = SOURCE / "installers" / "licences" / "texts"
_NAMES: Final = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free "
    "programs (including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""What projects write for a licence, and its SPDX expression."""


class Component(NamedTuple):
    """One thing.

    Attributes:
        licence: an SPDX expression.
        part_of: the bundled thing that it is inside of; empty where it is a file of its own.
        notices: who holds the copyright, and the licence's words as the project itself gives them.
        site: where its source is found.
        purl: its package URL, empty where it comes from no registry.
    """

    name: str
    version: str
    licence: str
    part_of: str = ""
    notices: tuple[str, ...] = ()
    site: str = ""
    purl: str = ""

    def chosen(self) -> tuple[str, ...]:
        """Return the SPDX names of the licences that hold here: of several to choose from, the first."""
        first = self.licence.split(" OR ")[0].replace("(", "").replace(")", "")
        return tuple(first.split(" AND "))

    def texts(self) -> tuple[str, ...]:
        """Return what has to be told with it: its own notices, and the licence's words where those lack them."""
        inside = self.part_of and self.notices
        return (*self.notices, *map(licence_text, self.chosen())) if inside else self.notices


def spdx(written: str) -> str:
    """Return the SPDX expression of what a project writes for its licence."""
    return _NAMES.get(written, written)


def licence_text(name: str) -> str:
    """Return the text of one licence, by its SPDX name."""
    path = SOURCE / "LICENSE" if name == "Apache-2.0" else _TEXTS / f"{name}.txt"
    try:
        return path.read_text(encoding="utf-8").strip("\n") + "\n"
    except FileNotFoundError as error:
        raise BuildError(f"installers/licences/texts lacks the text of {name}") from error
