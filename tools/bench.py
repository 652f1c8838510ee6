"""Measures what the program promises, as ratios against something done in the same run; prints a table and JSON.

A measure is a module of tools/measures with ``MEASURES``: functions from nothing to results. `make bench` runs them
all; ``python tools/bench.py NAME...`` those whose names begin so. The exit status is 1 where a promise is not kept.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from measures.result import Result


def results(names: list[str]) -> list[Result]:
    """Return what the measures of these names found, in the order of their modules."""
    import measures

    found: list[Result] = []
    for module in sorted(each.name for each in iter_modules(measures.__path__)):
        functions = getattr(import_module(f"measures.{module}"), "MEASURES", ())
        for measure in functions:
            if not names or any(module.startswith(name) for name in names):
                found += measure()
    return found


def table(found: list[Result]) -> str:
    """Return the results as lines of text, aligned."""
    rows = [("", "measured", "promised", ""), *(result.row() for result in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows
    )


def main() -> int:
    """Run the measures, print the table, and write build/bench.json."""
    found = results(sys.argv[1:])
    print(table(found))
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps([result.document() for result in found], indent=2) + "\n", encoding="utf-8")
    print(f"As JSON: {target.relative_to(ROOT)}")
    return 0 if found and all(result.kept for result in found) else 1


if __name__ == "__main__":
    sys.exit(main())
