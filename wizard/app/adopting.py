"""Makes a plan of files and pasted text."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from wizard.adoption import LARGEST, Adoption, Document, NotReadable, adopted
from wizard.app.plan_on_disk import is_endless
from wizard.language import N_, _
from wizard.plan.existing import Certainty, Remark

HEADINGS: Final = {
    Certainty.UNTOLD: N_("Could not be told"),
    Certainty.GUESSED: N_("Guessed"),
    Certainty.TOLD: N_("Told"),
}
"""In this order a person reads the remarks: what is left to do first."""


def adoption_of(given: Iterable[Path | str]) -> Adoption:
    """Return the plan that files and pasted texts tell of; NotReadable where one of them tells nothing.

    A pasted text may be a credential: it is read, and nothing here keeps it.
    """
    return adopted([_document(each) for each in given])


def _document(file: Path | str) -> Document:
    if isinstance(file, str):
        return Document(file.encode("utf-8", "surrogatepass"))
    if is_endless(file):
        raise NotReadable(str(file), N_("It is no file"))
    try:
        with file.open("rb") as opened:
            return Document(opened.read(LARGEST + 1), str(file))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotReadable(str(file), N_("It cannot be read: {reason}"), reason=reason) from None


def remark_line(remark: Remark) -> str:
    """Return a remark in the language that is spoken, with the name of its document before it."""
    said = remark.text(_)
    return f"{Path(remark.source).name}: {said}" if remark.source else said


def remarks_text(adoption: Adoption) -> str:
    """Return all remarks, under headings, as a text to read and to copy."""
    parts = []
    for certainty, heading in HEADINGS.items():
        lines = [f"• {remark_line(remark)}" for remark in adoption.of(certainty)]
        if lines:
            parts.append("\n".join([_(heading), *lines]))
    return "\n\n".join(parts) + "\n"
