"""Reads each file of a bundle as strictly as the strictest of its readers."""

import json
from collections.abc import Callable
from typing import Any

import yaml
from lxml import etree

from wizard.bundle.artefact import BundleFile


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    assert len(value) == len(pairs), "a key stands twice"
    return value


def _constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def json_value(text: str) -> Any:
    """Return the value; a key that stands twice, or a number that JSON does not know, is an error."""
    return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)


def yaml_value(text: str) -> Any:
    """Return the value of a document that is the same to readers of YAML 1.1 written in C and in Python."""
    value = yaml.safe_load(text)
    assert yaml.load(text, Loader=yaml.CSafeLoader) == value
    return value


def xml_root(text: str) -> Any:
    """Return the root of a document without entities of its own."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.getroottree().docinfo.doctype == ""
    return root


def plain_text(text: str) -> str:
    """Return the text; control characters that a terminal would obey are an error."""
    assert not {character for character in text if ord(character) < 0x20 and character not in "\n\t"}
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "json": json_value,
    "yaml": yaml_value,
    "xml": xml_root,
    "md": plain_text,
    "txt": plain_text,
}


def parsed(file: BundleFile) -> Any:
    """Return what the file holds; AssertionError or the reader's own error where it cannot be read back."""
    assert file.text.endswith("\n")
    assert "\r" not in file.text
    return READERS[file.path.rpartition(".")[2]](file.text.encode().decode())
