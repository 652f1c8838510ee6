"""One edit of the largest plan to all findings and the previews, against the mere serialising of the same texts."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import quantiles

import yaml
from lxml import etree

from measures.result import Result, ratio, seconds
from wizard.app.previews import PREVIEWS
from wizard.app.session import Session
from wizard.app.syntax import Syntax
from wizard.plan.reader import read_plan

PLAN = Path(__file__).resolve().parents[2] / "tests" / "plans" / "largest.yaml"
EDITS = 400
LONGEST = 16.0


def texts(session: Session) -> list[tuple[Syntax, str]]:
    """Return what every preview shows of the session's plan: of several files the first."""
    opened = (preview.opened(session.plan, session.person, "") for preview in PREVIEWS)
    return [(each.shown.syntax, each.shown.text) for each in opened]


def serialising(found: list[tuple[Syntax, str]]) -> Callable[[], object]:
    """Return the writing of the same texts by the usual libraries, from structures that are ready."""
    writers: list[Callable[[], object]] = []
    for syntax, text in found:
        if syntax is Syntax.JSON:
            writers.append(partial(json.dumps, json.loads(text), indent=2))
        elif syntax is Syntax.XML:
            writers.append(partial(etree.tostring, etree.fromstring(text.encode()), encoding="unicode"))
        elif syntax is Syntax.YAML:
            writers.append(partial(yaml.dump, yaml.safe_load(text), Dumper=yaml.CSafeDumper))
    return lambda: [write() for write in writers]


def edit() -> list[Result]:
    """Return the 95th percentile of one edit, and the ratio to serialising."""
    session = Session(read_plan(PLAN), PLAN)
    count = 0

    def typed() -> None:
        nonlocal count
        count += 1
        index = count % len(session.plan.tags)
        session.set(f"tags[{index}].value", f"user.attribute{count}", "Change the value")
        assert session.findings is not None
        texts(session)

    for _ in range(20):
        typed()
    times = sorted(seconds(typed) * 1000 for _ in range(EDITS))
    found, ours, theirs = ratio(typed, serialising(texts(session)), EDITS // 4)
    return [
        Result(
            "edit of 50 tags, 10 accounts, 10 roles: 95th percentile",
            quantiles(times, n=20)[-1],
            LONGEST,
            "ms",
            f"median {times[EDITS // 2]:.1f} ms",
        ),
        Result(
            "the same edit / serialising the same texts",
            found,
            3,
            "×",
            f"{ours * 1000:.1f} ms to {theirs * 1000:.1f} ms",
        ),
    ]


MEASURES = (edit,)
