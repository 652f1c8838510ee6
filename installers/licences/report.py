"""The licence report of a release: everything that a build contains, by licence, for whoever has to approve it."""

from collections import Counter

from installers.build import Build
from installers.licences.components import components
from installers.licences.texts import qt_notice
from wizard import PRODUCT
from wizard.quoting.markdown_text import prose, table


def report(build: Build) -> str:
    """Return the report as Markdown."""
    found = components(build)
    counts = Counter(one.licence for one in found)
    by_licence = [(prose(name), str(count)) for name, count in sorted(counts.items())]
    rows = [tuple(prose(text) for text in (one.name, one.version, one.licence, one.part_of, one.site)) for one in found]
    parts = (
        f"# Licences in {PRODUCT} {build.version}",
        f"{len(found)} components. The words of every licence are in the folder `licences` of each build.",
        table(("licence", "components"), by_licence),
        f"## Qt\n\n{qt_notice(found)}",
        "## Components",
        table(("component", "version", "licence", "inside", "source"), rows),
    )
    return "\n\n".join(part.strip() for part in parts) + "\n"
