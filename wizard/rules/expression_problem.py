"""Judges the expressions of a plan by one kind of problem that the expression language tells."""

from collections.abc import Iterator

from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.problem import Problem, ProblemKind
from wizard.plan.model import Claims, Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix
from wizard.rules.reading import read, readings
from wizard.rules.rule import Rule


def problems_of(rule: Rule, plan: Plan, kind: ProblemKind, *, safe: bool = False) -> Iterator[Finding]:
    """Yield the rule's finding for each problem of the kind; the cure is the suggestion, where there is one."""
    for index, tag, reading in readings(plan):
        for problem in reading.problems:
            if problem.kind is kind:
                path = f"tags[{index}].value"
                fix = _fix(path, tag.value, problem, plan.okta.claims, safe=safe)
                yield rule.finding(path, "Column {column}: {problem}", fix=fix, column=problem.column, problem=problem)


def suggested(text: str, problem: Problem) -> str:
    """Return the text with the problem's suggestion in the place of what it is about, unchanged where it tells none."""
    old = str(problem.values.get("name") or problem.values.get("reference") or "")
    start = problem.column - 1
    if old and "reference" not in problem.values:
        start -= len(old) - len(old.rpartition(".")[2])
    if not (problem.suggestion and old and start >= 0 and text.startswith(old, start)):
        return text
    return text[:start] + problem.suggestion + text[start + len(old) :]


def count_of(text: str, claims: Claims, kind: ProblemKind) -> int:
    """Return how many problems of a kind an expression has; more than any has where it cannot be read."""
    reading = read(text, claims)
    if isinstance(reading, ExpressionError):
        return len(text) + 1
    return sum(problem.kind is kind for problem in reading.problems)


def _fix(path: str, text: str, problem: Problem, claims: Claims, *, safe: bool) -> Fix | None:
    """Return the cure where it leaves fewer problems of the kind, and no more of another."""
    better = suggested(text, problem)
    worse = any(
        count_of(better, claims, kind) >= count_of(text, claims, kind) + (kind is not problem.kind)
        for kind in ProblemKind
    )
    return None if worse else replacement("Write {suggestion}", path, better, safe=safe, suggestion=problem.suggestion)
