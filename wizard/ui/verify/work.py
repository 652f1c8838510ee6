"""What the view does on its thread. The evidence goes with the work: whoever keeps the work keeps nothing."""

import traceback
from collections.abc import Sequence
from typing import Final

from wizard.app.verification import Answer, Question, answer, answered_again
from wizard.plan.model import Plan
from wizard.rules.finding import Finding
from wizard.ui.job import Course


class ComparisonFailed(Exception):
    """The program's own mistake; told by its kind and its place in the code, since its text might quote evidence."""


class Comparing:
    """Answers one question, once. An error leaves without the frames in which the evidence stood."""

    def __init__(
        self, plan: Plan, findings: Sequence[Finding], question: Question, before: Answer | None = None
    ) -> None:
        self._plan: Final = plan
        self._findings: Final = findings
        self._asked = [(question, before)]

    def __call__(self, course: Course) -> Answer:
        """Return the answer."""
        course.go_on()
        found = self._answer()
        if isinstance(found, str):
            raise ComparisonFailed(found)
        return found

    def _answer(self) -> Answer | str:
        """Return the answer, or where the program failed."""
        question, before = self._asked.pop()
        try:
            if before is None:
                return answer(self._plan, self._findings, question)
            return answered_again(self._plan, self._findings, question, before)
        except Exception as error:
            places = "".join(
                f"\n{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
            )
            return f"{type(error).__name__}{places}"
