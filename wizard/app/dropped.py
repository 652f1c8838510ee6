"""Tells a captured sign-in and a plan from whatever else is dropped on the window, by how they begin."""

import re
from pathlib import Path
from typing import Final

from wizard.app.plan_on_disk import is_endless
from wizard.app.session import Session

_BEGINNING: Final = 256 * 1024
"""Bytes that are looked at: a HAR may be large, and says what it is at its start."""
_SIGNS: Final = re.compile(
    rb"\bSAMLResponse\b"
    rb"|<(?:\w+:)?(?:Response|Assertion|EncryptedAssertion|AttributeStatement)\b"
    rb'|"eventName"\s*:\s*"AssumeRoleWithSAML"'
    rb'|"log"\s*:\s*\{(?:.|\n){0,4096}?"(?:entries|creator)"'
)
_BASE64: Final = re.compile(rb"\s*P[A-Za-z0-9+/\s]{98,}")
"""The beginning of base64 whose text begins with a pointed bracket."""
_PLAN_ENDING: Final = (".session-tags.yaml", ".session-tags.yml")
_PLAN_SUFFIXES: Final = (".yaml", ".yml")
_ROWS: Final = re.compile(rb"^attribute_statements:", re.MULTILINE)
_FIRST_LINES: Final = 4096
_PLAN_KEYS: Final = tuple(re.compile(rb"^(?:\xef\xbb\xbf)?%s:" % key, re.MULTILINE) for key in (b"version", b"tags"))
"""What no plan file is without, at the beginnings of lines."""


def is_evidence(file: Path) -> bool:
    """Tell whether a file looks like evidence of a sign-in; False where it cannot be read, or waits for a writer."""
    beginning = _beginning(file)
    return _SIGNS.search(beginning) is not None or _BASE64.match(beginning) is not None


def is_plan_file(file: Path) -> bool:
    """Tell whether a file is meant as a plan: it ends like one, and holds no rows of a bundle."""
    if file.suffix.lower() not in _PLAN_SUFFIXES:
        return False
    if is_endless(file):
        return True
    try:
        with file.open("rb") as opened:
            return _ROWS.search(opened.read(_FIRST_LINES)) is None
    except (OSError, ValueError):
        return True


def is_plan(file: Path) -> bool:
    """Tell whether a file is a plan, by its name or by what stands in it, whatever may be wrong with it."""
    if file.name.lower().endswith(_PLAN_ENDING):
        return True
    beginning = _beginning(file)
    return all(key.search(beginning) for key in _PLAN_KEYS)


def _beginning(file: Path) -> bytes:
    """Return how a file begins; nothing where it cannot be read, or waits for a writer."""
    if is_endless(file):
        return b""
    try:
        with file.open("rb") as opened:
            return opened.read(_BEGINNING)
    except (OSError, ValueError):
        return b""


def belongs_to_verify(session: Session, files: list[Path]) -> bool:
    """Tell whether what was dropped is to be compared with the plan: one file of evidence, and a plan with tags."""
    if len(files) != 1 or not session.plan.tags:
        return False
    return not is_plan_file(files[0]) and not is_plan(files[0]) and is_evidence(files[0])
