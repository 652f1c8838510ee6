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
from wizard.language import _

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
        return json_resources(source, asked, on_broken)
    return _from_csv(source, asked, on_broken)


def _from_csv(source: Readable, asked: tuple[str, ...], on_broken: OnBroken) -> Iterator[ResourceRow]:
    listed = lines(source, on_broken)
    table = CsvTable(next(listed, ""), on_broken)
    arn_of = itemgetter(arn_column(table))
    columns = {name.lower(): index for index, name in enumerate(table.columns)}
    cells_of = cells_at(tuple(columns.get(key) for key in asked))
    tags = _Tags()
    for batch in table.batches(listed):
        arns = list(map(arn_of, batch.rows))
        found = zip(batch.lines, arns, map(tags.__getitem__, map(cells_of, batch.rows)), strict=True)
        if all(map(_is_arn, arns)):
            yield from found
            continue
        for resource in found:
            if _is_arn(resource[1]):
                yield resource
            else:
                on_broken(Broken(resource[0], no_arn(resource[1])))


def arn_column(table: CsvTable) -> int:
    """Return the index of the column that holds the ARN; UnreadableFile where there is none."""
    names = [name.lower() for name in table.columns]
    if _ARN not in names:
        told = _("the first line names no column {column}; it names {known}")
        raise UnreadableFile(told.format(column=_ARN, known=", ".join(table.columns)))
    return names.index(_ARN)


def no_arn(text: str) -> str:
    """Return the message for a text that stands where an ARN is expected."""
    return _("{text!r} is no ARN, which reads arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE").format(text=text[:60])


_is_arn: Final = methodcaller("startswith", "arn:")


class _Tags(dict[tuple[str, ...], Tags]):
    """The tags of rows by their cells, each made once; an empty cell is no tag."""

    LIMIT: Final = 100_000

    def __missing__(self, cells: tuple[str, ...]) -> Tags:
        tags = tuple(cell or None for cell in cells)
        if len(self) < self.LIMIT:
            self[cells] = tags
        return tags


def json_resources(source: Readable, asked: tuple[str, ...], on_broken: OnBroken) -> Iterator[ResourceRow]:
    """Yield every resource in a JSON document, with the values of the tags of these keys in lower case."""
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
        raise TypeError(_("no resource: an object with an ARN is expected"))
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
        raise TypeError(_("its tags are neither an object nor a list of keys and values"))
    held = {str(key).lower(): _text(value) for key, value in listed.items()}
    return tuple(held.get(key) for key in asked)


def _pair(tag: Any) -> tuple[str, Any]:
    if isinstance(tag, dict):
        named = {str(name).lower(): value for name, value in tag.items()}
        if isinstance(named.get("key"), str):
            return named["key"], named.get("value", "")
    raise TypeError(_("a tag in its list has no Key"))


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        raise TypeError(_("a tag's value is no text"))
    return str(value)
