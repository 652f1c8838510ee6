"""`check` of the largest plan against the mere import of what it cannot do without."""

from pathlib import Path

from measures.result import Result, process, ratio

PLAN = Path(__file__).resolve().parents[2] / "tests" / "plans" / "largest.yaml"
RUNS = 15


def check() -> list[Result]:
    """Return the ratio of `check PLAN` to importing lxml and yaml, as whole processes."""
    found, ours, theirs = ratio(
        process(["-m", "wizard", "check", str(PLAN)]), process(["-c", "import lxml.etree, yaml"]), RUNS
    )
    detail = f"{ours * 1000:.0f} ms to {theirs * 1000:.0f} ms"
    return [Result("check of 50 tags, 10 accounts, 10 roles / import lxml.etree, yaml", found, 2, "×", detail)]


MEASURES = (check,)
