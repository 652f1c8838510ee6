"""Gathers what the program says into each language's file: ``make translations``.

Every ``resources/translations/CODE.po`` is brought up to date with the source: new texts come without a translation,
and what the program no longer says goes. ``python tools/translations.py fr`` begins the file of another language. The
same source always gives the same bytes: no date, no line number.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "resources" / "translations"
Said = str | tuple[str, str]
"""A text, or the two forms of one that counts."""


class Spoken(NamedTuple):
    """Where a call holds texts that are shown: by place and by name. `forms` is true where two are one that counts."""

    places: tuple[int, ...]
    names: tuple[str, ...] = ()
    forms: bool = False


_RULE: Final = Spoken((), ("title", "explanation"))
_FIRST: Final = Spoken((0,))
CALLS: Final = {
    "_": _FIRST,
    "N_": _FIRST,
    "words": _FIRST,
    "ngettext": Spoken((0, 1), forms=True),
    "Numbered": Spoken((0, 1), forms=True),
    "Rule": _RULE,
    "EvidenceRule": _RULE,
    "PreflightRule": _RULE,
    "Judgement": _RULE,
    "finding": Spoken((1,)),
    "difference": Spoken((1, 2)),
    "Fix": _FIRST,
    "Phrase": _FIRST,
    "replacement": _FIRST,
    "removal": _FIRST,
    "renaming": _FIRST,
    "Artefact": Spoken((), ("title",)),
    "cause": Spoken((0, 1)),
    "_Note": Spoken((1,)),
}
"""The calls whose texts are shown to people: what marks a text, and what takes the words of rules."""


def said(source: str) -> Iterator[Said]:
    """Yield every text of a module that a person reads, in the order of the source."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _name(node) in CALLS]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        yield from _texts(call, CALLS[_name(call)])


def _name(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts(call: ast.Call, spoken: Spoken) -> Iterable[Said]:
    given = [call.args[place] for place in spoken.places if place < len(call.args)]
    given += [word.value for word in call.keywords if word.arg in spoken.names]
    if spoken.forms:
        one, many = (node.value for node in given if isinstance(node, ast.Constant))
        return [(str(one), str(many))]
    return [text for node in given for text in _literals(node) if text]


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may come to; what comes from elsewhere is marked there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def template(root: Path = ROOT) -> Catalog:
    """Return all that the program says, without translations."""
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for path in sorted(root.joinpath("wizard").rglob("*.py")):
        for text in said(path.read_text(encoding="utf-8")):
            catalog.add(text, locations=[(path.relative_to(root).as_posix(), None)])
    return catalog


def updated(code: str, said_now: Catalog) -> Catalog:
    """Return a language's catalogue with exactly the texts that are said now, and the translations that it has."""
    path = FOLDER / f"{code}.po"
    known = Catalog(locale=code)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=code)
    renewed = Catalog(locale=code, charset="utf-8", fuzzy=False)
    for message in said_now:
        if message.id:
            found = known.get(message.id)
            kept = found.string if found and found.id == message.id else None
            renewed.add(message.id, kept, locations=message.locations)
    return renewed


def write(path: Path, catalog: Catalog) -> None:
    """Write a language's file."""
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    path.write_text(_header(path.stem, catalog) + body.getvalue().decode(), encoding="utf-8", newline="\n")


def _header(code: str, catalog: Catalog) -> str:
    lines = (
        f"Language: {code}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {catalog.plural_forms}",
    )
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines)]) + "\n\n"


def missing(catalog: Catalog) -> list[Said]:
    """Return the texts that a catalogue does not translate."""
    return [message.id for message in catalog if message.id and not _whole(message.string)]


def _whole(translation: str | tuple[str, ...] | None) -> bool:
    return all(translation) if isinstance(translation, tuple) else bool(translation)


def main() -> None:
    """Bring every language up to date, and begin those that the arguments name."""
    FOLDER.mkdir(exist_ok=True)
    said_now = template()
    for code in sorted({*sys.argv[1:], *(path.stem for path in FOLDER.glob("*.po"))}):
        catalog = updated(code, said_now)
        write(FOLDER / f"{code}.po", catalog)
        lacking = missing(catalog)
        sys.stdout.write(f"{code}: {len(catalog) - len(lacking)} of {len(catalog)} texts are translated\n")
        for text in lacking[:20]:
            sys.stdout.write(f"  {text!r}\n")


if __name__ == "__main__":
    main()
