"""The project's changelog as packages want it."""

import re
import time
from email.utils import formatdate
from typing import Final

from installers.build import SOURCE, Build
from wizard import DISTRIBUTION

MAINTAINER: Final = "Session Tag Wizard authors <session-tag-wizard@users.noreply.github.com>"
_HEADING: Final = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def releases(build: Build) -> list[tuple[str, str]]:
    """Return the versions with their days, the newest first; one that is not dated yet has the day of the build."""
    told = _HEADING.findall((SOURCE / "CHANGELOG.md").read_text(encoding="utf-8"))
    if build.version in (version for version, _day in told):
        return told
    return [(build.version, time.strftime("%Y-%m-%d", time.gmtime(build.epoch))), *told]


def debian(build: Build) -> str:
    """Return Debian's changelog, which refers to the project's own."""
    return (
        f"{DISTRIBUTION} ({build.version}-1) unstable; urgency=medium\n\n"
        f"  * Release {build.version}; see changelog.gz.\n\n"
        f" -- {MAINTAINER}  {formatdate(build.epoch)}\n"
    )
