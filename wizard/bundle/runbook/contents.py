"""The end of the runbook: what lies in the bundle, gathered from the artefacts themselves."""

from wizard.bundle import manifest
from wizard.bundle.artefact import Artefact
from wizard.bundle.registry import artefacts
from wizard.bundle.runbook import RUNBOOK
from wizard.bundle.runbook.page import Blocks, Page
from wizard.language import N_, SOURCE_LANGUAGE
from wizard.quoting.markdown_text import code, table


def contents(page: Page) -> Blocks:
    """Return the files of this plan's bundle and what each is for; the runbook itself is being read."""
    others = (artefact for artefact in artefacts() if artefact.name != RUNBOOK)
    rows = [(artefact.name, artefact.about) for artefact in others if _is_written(artefact, page)]
    return [
        f"## {page.words(N_('What lies in this folder'))}",
        table(
            (page.words(N_("File")), page.words(N_("What it is"))),
            [(code(path), page.words(text)) for path, text in (*rows, (manifest.PATH, N_("Checksums of all files.")))],
        ),
    ]


def _is_written(artefact: Artefact, page: Page) -> bool:
    """Return whether the plan's bundle has a file of the artefact; no more than the first is made for it."""
    return any(True for _file in artefact.files(page.plan, SOURCE_LANGUAGE))
