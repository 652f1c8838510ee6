"""Prints branch coverage by package, and fails where a part that must be covered whole is not."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

WHOLE = ("wizard/rules/", "wizard/quoting/", "wizard/aws/")
"""Where a line that no test reaches could cost somebody their access: rules, quoting, policies."""


def report() -> dict[str, Any]:
    """Return coverage's own report of the last run, file by file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(target)]
        subprocess.run(command, check=True)
        files: dict[str, Any] = json.loads(target.read_text())["files"]
    return {name.replace("\\", "/"): entry["summary"] | {"gaps": gaps(entry)} for name, entry in files.items()}


def gaps(entry: dict[str, Any]) -> str:
    """Return the lines and branches of one file that nothing reached."""
    lines = [str(line) for line in entry["missing_lines"]]
    return " ".join(lines + [f"{start}->{end}" for start, end in entry["missing_branches"]])


def covered(summaries: list[dict[str, Any]]) -> float:
    """Return the share of lines and branches that the tests reached, in percent."""
    reached = sum(each["covered_lines"] + each["covered_branches"] for each in summaries)
    there = sum(each["num_statements"] + each["num_branches"] for each in summaries)
    return 100 * reached / there if there else 100.0


def main() -> int:
    """Print the table; return 1 where a part that must be whole has a gap."""
    files = report()
    packages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name, summary in files.items():
        packages["/".join(Path(name).parts[:2]) if name.count("/") > 1 else "wizard"].append(summary)
    for package, summaries in sorted(packages.items()):
        print(f"{package:24} {covered(summaries):6.1f} %")
    print(f"{'all':24} {covered(list(files.values())):6.1f} %")
    broken = {name: each["gaps"] for name, each in files.items() if name.startswith(WHOLE) and each["gaps"]}
    for name, missing in sorted(broken.items()):
        print(f"{name} must be covered whole and is not: {missing}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
