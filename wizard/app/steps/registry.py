"""All the steps of the wizard, in order."""

from functools import cache

import wizard.app.steps
from wizard.app.steps.step import Step
from wizard.discovery import discovered


@cache
def all_steps() -> tuple[Step, ...]:
    """Return every step, in order; NothingFound where the installation holds none."""
    return tuple(sorted(discovered(wizard.app.steps, "STEP", Step), key=lambda step: step.order))
