"""The sentences about a plan file: what stands there, what is expected, and what to write instead."""

from collections.abc import Iterable

from wizard.language import _
from wizard.plan.document import ListNode, MapNode, Node, ScalarNode
from wizard.plan.error import shown, shown_plain
from wizard.plan.model import VERSION
from wizard.plan.plain import Doubtful, Meaning
from wizard.plan.shape import Attributes, Choice, Flag, Key, ListOf, Record, Shape, Whole, plan_shape
from wizard.quoting.yaml_text import scalar


def no_plan(node: Node) -> str:
    """Return what to say where the document is no mapping."""
    return _("{found} stands here; a plan begins with version: 1").format(found=_found(node))


def no_version(node: Node) -> str:
    """Return what to say where the version is no positive whole number."""
    return _("{found} stands here; the version is a whole number, so write {version} without quotes").format(
        found=_found(node), version=VERSION
    )


def later_version(number: int) -> str:
    """Return what to say of a plan that a newer program wrote."""
    return _(
        "The plan has version {version}, this program reads version {highest}: "
        "open it with a newer Session Tag Wizard, one that reads version {version}"
    ).format(version=shown_plain(str(number)), highest=VERSION)


def repeated_key(name: str, line: int) -> str:
    """Return what to say of a key that `line` has already."""
    return _("The key {key} stands twice, first in line {line}; remove one").format(key=shown_plain(name), line=line)


def no_key(node: Node, meaning: Meaning) -> str:
    """Return what to say of a key that is no text."""
    if not isinstance(node, ScalarNode):
        return _("{found} stands here; a key is text").format(found=_found(node))
    if node.text == "<<":
        return _("The merge key << has no place in a plan; write the keys out")
    return _unquoted(node.text, meaning) + _("; a key is text, so write {quoted}").format(quoted=shown(node.text))


def unknown_key(name: str, shape: Record) -> str:
    """Return what to say of a key that the record does not have, with the key that was probably meant."""
    message = _("The key {key} is unknown").format(key=shown_plain(name))
    near = _nearest(name, [key.name for key in shape.keys])
    if near:
        return message + _("; {near} is meant, it seems").format(near=near)
    owner = next((path for path, record in _records(plan_shape(), "") if record.key(name)), None)
    if owner is not None:
        return message + _(" here; it belongs under {path}").format(path=owner)
    return message + _("; the keys here are {keys}").format(keys=", ".join(key.name for key in shape.keys))


def missing_key(key: Key) -> str:
    """Return what to say where a needed key is missing."""
    if isinstance(key.shape, ListOf):
        return _("The key {key} is missing; write {key}: [] for none").format(key=key.name)
    return _("The key {key} is missing").format(key=key.name)


def null(shape: Shape, *, needed: bool) -> str:
    """Return what to say of a null where a value must stand."""
    if needed:
        return _("Nothing stands here; {expected} is expected").format(expected=_expectation(shape))
    return _("Nothing stands here; {expected} is expected: write it, or remove the key").format(
        expected=_expectation(shape)
    )


def misfit(node: Node, meaning: Meaning, shape: Shape) -> str:
    """Return what to say of a value that is not of its place's shape."""
    if isinstance(node, ScalarNode) and node.plain and not isinstance(meaning, str | None):
        begin, wanted = _unquoted(node.text, meaning), _expectation(shape)
    else:
        begin, wanted = _("{found} stands here").format(found=_found(node)), _expectation(shape)
    message = _("{begin}; {expected} is expected").format(begin=begin, expected=wanted)
    advice = _advice(node, meaning, shape)
    return message + _(", so write {advice}").format(advice=advice) if advice else message


def no_attribute(node: Node, meaning: Meaning) -> str:
    """Return what to say of a profile attribute's value that is no scalar, or one that readers do not agree on."""
    if not isinstance(node, ScalarNode):
        return _("{found} stands here; an attribute is text, a number, true, false, null, or a list of these").format(
            found=_found(node)
        )
    return _unquoted(node.text, meaning) + _("; write {quoted} for the text").format(quoted=shown(node.text))


def _found(node: Node) -> str:
    match node:
        case ListNode():
            return _("A list")
        case MapNode():
            return _("A mapping")
        case ScalarNode(plain=True, text="" | "~" | "null" | "Null" | "NULL"):
            return _("Nothing")
        case ScalarNode(plain=True):
            return shown_plain(node.text)
    return _("The text {text}").format(text=shown(node.text if isinstance(node, ScalarNode) else ""))


def _unquoted(text: str, meaning: Meaning) -> str:
    if isinstance(meaning, Doubtful):
        taken = _(meaning.meaning)
    elif meaning is None:
        taken = _("nothing")
    else:
        taken = _("a truth value") if isinstance(meaning, bool) else _("a number")
    return _("Without quotes {text} is {meaning}").format(text=shown_plain(text) or '""', meaning=taken)


def _expectation(shape: Shape) -> str:
    match shape:
        case Whole():
            return _("a whole number")
        case Flag():
            return _("true or false")
        case Choice():
            return _("one of {choices}").format(choices=", ".join(scalar(text) for text in shape.texts))
        case ListOf():
            return _("a list")
        case Record():
            return _("a mapping with the keys {keys}").format(keys=", ".join(key.name for key in shape.keys))
        case Attributes():
            return _("a mapping of attribute names to values")
    return _("text")


def _advice(node: Node, meaning: Meaning, shape: Shape) -> str:
    """Return what to write instead, empty where it cannot be told."""
    if not isinstance(node, ScalarNode):
        return ""
    text = node.text
    match shape:
        case Flag():
            return {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}.get(
                text.lower(), ""
            )
        case Whole():
            return text if text.isascii() and text.isdecimal() and not text.startswith("0") else ""
        case ListOf():
            return f"[{scalar(text)}]" if text and len(text) < 60 and isinstance(meaning, str) else ""
        case Choice():
            return scalar(text) if text in shape.texts else _nearest(text, shape.texts)
        case Record() | Attributes():
            return ""
    return shown(text) if meaning is not None else ""


def _nearest(word: str, words: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    by_fold = {known.lower(): known for known in words}
    near = get_close_matches(word[:100].lower().replace("-", "_").replace(" ", "_"), by_fold, n=1, cutoff=0.7)
    near = near or get_close_matches(word[:100].lower(), by_fold, n=1, cutoff=0.7)
    return by_fold[near[0]] if near else ""


def _records(shape: Record, path: str) -> Iterable[tuple[str, Record]]:
    """Return the records under a record, each with the path of keys that leads to it."""
    for key in shape.keys:
        inner = key.shape.item if isinstance(key.shape, ListOf) else key.shape
        if isinstance(inner, Record):
            place = f"{path}.{key.name}" if path else key.name
            yield place, inner
            yield from _records(inner, place)
