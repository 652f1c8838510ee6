"""What the preflight says of one person."""

from typing import NamedTuple

from wizard.access.preflight.rule import PreflightRule
from wizard.language import Words
from wizard.saml.judgement import Measurement


class Problem(NamedTuple):
    """One reason why a person fails, or a warning.

    Attributes:
        rule: the reason. tag: key of the tag that it lies in; None for the login and for all tags together.
        value: what would be sent, None where it is nothing; of several values, all with commas between them.
        measurement: what is wrong with it.
    """

    rule: PreflightRule
    tag: str | None
    value: str | None
    measurement: Measurement

    @property
    def fails(self) -> bool:
        """Whether the person fails for it; a warning does not make anybody fail."""
        return self.rule.severity == "error"

    def text(self, words: Words = str) -> str:
        """Return the measurement, translated by `words`."""
        return self.measurement.text(words)


class Judged(NamedTuple):
    """One person of the list.

    Attributes:
        line: where the person stands in the file. login: who it is.
        tags: the values that the plan's tags have for the person, in plan order; None for a tag without a value.
        problems: what there is to say; nothing of most people.
    """

    line: int
    login: str
    tags: tuple[str | None, ...]
    problems: tuple[Problem, ...]

    @property
    def fails(self) -> bool:
        """Whether the person would fail to sign in, or have no access."""
        return any(problem.fails for problem in self.problems)
