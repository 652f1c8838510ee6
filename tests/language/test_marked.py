"""Every sentence of the source that a person may read is marked for translation, also where no test leads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.translations import ROOT, said

SPOKEN = (
    "access", "adoption", "app", "aws/evaluator", "aws/existing", "cli", "diagram", "okta/existing", "okta/expression",
    "plan", "rules", "saml/evidence", "ui",
)  # fmt: skip
ENGLISH = {
    "wizard/plan/model.py": "the JSON Schema of the plan",
    "wizard/plan/schema.py": "the JSON Schema of the plan",
    "wizard/plan/document.py": "what PyYAML says, to be told in other words",
    "wizard/rules/page.py": "the page of all rules",
    "wizard/rules/sign_in_errors/of_aws.py": "errors in AWS's own words",
    "wizard/rules/sign_in_errors/of_okta.py": "errors in Okta's own words",
    "wizard/saml/evidence/json_document.py": "what Python says of JSON",
    "wizard/okta/expression/functions/country_codes.py": "names of countries",
    "wizard/okta/expression/value_type.py": "Okta's names of types",
    "wizard/okta/expression/problem.py": "names of kinds, which no text shows",
    "wizard/app/failure_report.py": "the report of a defect",
    "wizard/cli/completion/zsh.py": "a script",
    "wizard/cli/completion/fish.py": "a script",
    "wizard/cli/inventory.py": "what a build records",
    "wizard/diagram/mermaid.py": "a diagram's source",
    "wizard/plan/shape.py": "what a programmer forgot",
}
"""Modules whose sentences are not the program's, or are for other programs."""
FOR_PROGRAMMERS = {"Example", "LookupError", "AttributeError", "NothingFound", "ImportError", "compile"}
SENTENCE = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")


def modules() -> Iterator[Path]:
    """Yield the modules that speak to people."""
    for package in SPOKEN:
        for path in sorted((ROOT / "wizard" / package).rglob("*.py")):
            if path.relative_to(ROOT).as_posix() not in ENGLISH:
                yield path


def unmarked(source: str) -> Iterator[str]:
    """Yield the sentences of a module that are neither marked nor documentation, those with values in them too."""
    tree = ast.parse(source)
    marked = {text for each in said(source) for text in (each if isinstance(each, tuple) else (each,))}
    passed = set(_documentation(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            pieces = [piece for piece in node.values if isinstance(piece, ast.Constant)]
            passed.update(map(id, pieces))
            text = "x".join(str(piece.value) for piece in pieces)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        shown = not text.startswith('"')  # else an example of what to type
        if shown and id(node) not in passed and text not in marked and SENTENCE.search(text):
            yield text


def _documentation(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in FOR_PROGRAMMERS:
            yield from map(id, ast.walk(node))


@pytest.mark.parametrize("package", SPOKEN)
def test_every_sentence_is_marked(package: str) -> None:
    """A sentence that passes gettext by cannot be translated."""
    folder = ROOT / "wizard" / package
    found = {
        path.relative_to(ROOT).as_posix(): list(unmarked(path.read_text(encoding="utf-8")))
        for path in modules()
        if path.is_relative_to(folder)
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "source",
    ['raise ValueError("the file is empty")', 'told = f"the file {name} is empty"', 'x = f"{a} is not known {b}"'],
)
def test_an_unmarked_sentence_is_seen(source: str) -> None:
    """Whether it has values in it or not."""
    assert list(unmarked(source))


@pytest.mark.parametrize("source", ['"""What it is for."""', '_("the file is empty")', 'Phrase("the file is empty")'])
def test_what_is_marked_or_documentation_is_passed(source: str) -> None:
    """A docstring is for programmers, and a marked text is translated."""
    assert list(unmarked(source)) == []
