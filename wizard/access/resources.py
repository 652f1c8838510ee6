"""Resources from a file: CSV, JSON, or what the Resource Groups Tagging API and AWS Config return.

GetResources: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html.
SelectResourceConfig: https://docs.aws.amazon.com/config/latest/APIReference/API_SelectResourceConfig.html, and a
configuration item: https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html; read 2026-11-24.
"""

import json
from collections.abc import Iterator, Sequence
from operator import itemgetter, methodcaller
from typing import Any, Final

from wizard.access.broken import Broken, OnBroken, UnreadableFile
from wizard.access.csv_rows import CsvTable, cells_at
from wizard.access.json_items import items
from wizard.access.lines import lines
from wizard.access.stream import Readable, Rejoined

Tags = tuple[str | None, ...]
ResourceRow = tuple[int, str, Tags]
"""Line, ARN, and the values of the tags that were asked for, in their order; None for a tag that it does not have."""

_ARN: Final = "arn"
_ARN_NAMES: Final = ("arn", "ResourceARN", "ARN")
_TAG_NAMES: Final = ("tags", "Tags")
_HOLDERS: Final = ("ResourceTagMappingList", "Results", "configurationItems", "baseConfigurationItems")


def resources(stream: Readable, keys: Sequence[str], on_broken: OnBroken) -> Iterator[ResourceRow]:
    """Yield every resource in a file, with the values of the tags of these keys, found without regard to case.

    An empty cell of a CSV file is a tag that the resource does not have. UnreadableFile where the file has no form
    that is known.
    """
    source = Rejoined(stream)
    asked = tuple(key.lower() for key in keys)
    if source.start[:1] in (b"[", b"{"):
        return _from_json(source, asked, on_broken)
    return _from_csv(source, asked, on_broken)


def _from_csv(source: Readable, asked: tuple[str, ...], on_broken: OnBroken) -> Iterator[ResourceRow]:
    table = CsvTable(lines(source, on_broken), on_broken)
    if _ARN not in map(str.lower, table.columns):
        raise UnreadableFile(f"the first line names no column {_ARN}; it names {', '.join(table.columns)}")
    columns = {name.lower(): index for index, name in enumerate(table.columns)}
    arn_of = itemgetter(columns[_ARN])
    cells_of = cells_at(tuple(columns.get(key) for key in asked))
    tags = _Tags()
    for batch in table.batches():
        arns = list(map(arn_of, batch.rows))
        found = zip(batch.lines, arns, map(tags.__getitem__, map(cells_of, batch.rows)), strict=True)
        if all(map(_is_arn, arns)):
            yield from found
            continue
        for resource in found:
            if _is_arn(resource[1]):
                yield resource
            else:
                on_broken(Broken(resource[0], f"{resource[1][:60]!r} is no ARN"))


_is_arn: Final = methodcaller("startswith", "arn:")


class _Tags(dict[tuple[str, ...], Tags]):
    """The tags of rows by their cells, each made once; an empty cell is no tag."""

    LIMIT: Final = 100_000

    def __missing__(self, cells: tuple[str, ...]) -> Tags:
        tags = tuple(cell or None for cell in cells)
        if len(self) < self.LIMIT:
            self[cells] = tags
        return tags


def _from_json(source: Readable, asked: tuple[str, ...], on_broken: OnBroken) -> Iterator[ResourceRow]:
    for line, item in items(source, _HOLDERS, on_broken):
        try:
            resource = _resource(item)
            yield line, _arn(resource), _tags(resource, asked)
        except TypeError as error:
            on_broken(Broken(line, str(error)))


def _resource(item: Any) -> dict[str, Any]:
    """Return a resource's object; a result of SelectResourceConfig is one written as a text."""
    if isinstance(item, str):
        try:
            item = json.loads(item)
        except (ValueError, RecursionError):
            item = None
    if not isinstance(item, dict):
        raise TypeError("no resource: an object with an ARN is expected")
    return item


def _arn(resource: dict[str, Any]) -> str:
    arn = next((resource[name] for name in _ARN_NAMES if name in resource), None)
    if not isinstance(arn, str) or not arn.startswith("arn:"):
        raise TypeError(f"no ARN under {', '.join(_ARN_NAMES)}")
    return arn


def _tags(resource: dict[str, Any], asked: tuple[str, ...]) -> Tags:
    listed: Any = next((resource[name] for name in _TAG_NAMES if resource.get(name)), {})
    if isinstance(listed, list):
        listed = dict(_pair(each) for each in listed)
    if not isinstance(listed, dict):
        raise TypeError("its tags are neither an object nor a list of keys and values")
    held = {str(key).lower(): _text(value) for key, value in listed.items()}
    return tuple(held.get(key) for key in asked)


def _pair(tag: Any) -> tuple[str, Any]:
    if isinstance(tag, dict):
        named = {str(name).lower(): value for name, value in tag.items()}
        if isinstance(named.get("key"), str):
            return named["key"], named.get("value", "")
    raise TypeError("a tag in its list has no Key")


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        raise TypeError("a tag's value is no text")
    return str(value)
