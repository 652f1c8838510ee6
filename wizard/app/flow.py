"""The flow of the wizard: which steps there are, where each stands, what comes next. It knows no window."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from wizard.app.session import Session
from wizard.app.steps.registry import all_steps
from wizard.app.steps.step import Step
from wizard.frozen import Frozen
from wizard.plan.model import Plan
from wizard.plan.path import covers, value_at
from wizard.rules.finding import Finding, Severity

_UNTOUCHED_PLAN = Plan()


class Standing(StrEnum):
    """How far a step is."""

    UNTOUCHED = "untouched"
    FINE = "fine"
    PROBLEMS = "problems"
    STOPPED = "stopped"
    """It holds the export, which errors of other steps stop."""


class StepState(Frozen):
    """Where one step stands, and how many findings of each weight belong to it."""

    step: Step
    standing: Standing
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    stopping: int = 0
    """Errors of all steps, where the step holds the export."""

    @property
    def problems(self) -> int:
        """How many errors and warnings the step has; an information is no problem."""
        return self.errors + self.warnings


def steps(plan: Plan) -> tuple[Step, ...]:
    """Return the steps that the plan has, in order."""
    return tuple(step for step in all_steps() if step.applies(plan))


def step_for(path: str) -> Step:
    """Return the one step that answers for a place of the plan: the one that names it most closely."""
    return _step_for(path.partition("[")[0])  # no step names an entry of a list, of which there may be thousands


@lru_cache(maxsize=4096)
def _step_for(path: str) -> Step:
    def closeness(step: Step) -> int:
        return max((len(known) for known in step.paths if covers(known, path)), default=-1)

    return max(all_steps(), key=closeness)


def findings_of(step: Step, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that the step answers for, in plan order."""
    return tuple(finding for finding in findings if step_for(finding.path) is step)


def states(session: Session) -> tuple[StepState, ...]:
    """Return where each step of the session's plan stands, in order."""
    counts = Counter((step_for(finding.path).id, finding.severity) for finding in session.told_findings)
    return tuple(_state(step, session, counts) for step in steps(session.plan))


def _state(step: Step, session: Session, counts: Counter[tuple[str, Severity]]) -> StepState:
    errors, warnings, infos = (
        counts[step.id, severity] for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    stopping = sum(counts[each.id, Severity.ERROR] for each in all_steps()) if step.lists_findings else 0
    if not touched(step, session):
        standing = Standing.UNTOUCHED
    elif stopping > errors:
        standing = Standing.STOPPED
    else:
        standing = Standing.PROBLEMS if errors or warnings else Standing.FINE
    return StepState(step, standing, errors, warnings, infos, stopping)


def touched(step: Step, session: Session) -> bool:
    """Tell whether the administrator has been at the step, or the plan already answers it."""
    answered = (path for path in step.paths if path)
    return step.id in session.left or any(
        value_at(session.plan, path) != value_at(_UNTOUCHED_PLAN, path) for path in answered
    )


def current(session: Session) -> Step:
    """Return the step that the session is at; the first where its plan does not have that one."""
    known = steps(session.plan)
    return next((step for step in known if step.id == session.at), known[0])


def following(session: Session) -> Step | None:
    """Return the step after the current one, None at the last."""
    return _beside(session, 1)


def preceding(session: Session) -> Step | None:
    """Return the step before the current one, None at the first."""
    return _beside(session, -1)


def _beside(session: Session, distance: int) -> Step | None:
    known = steps(session.plan)
    index = known.index(current(session)) + distance
    return known[index] if 0 <= index < len(known) else None
