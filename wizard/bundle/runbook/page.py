"""What every part of the runbook is written from: the plan, its language, and the shapes of its blocks."""

from wizard.frozen import Frozen
from wizard.language import Words
from wizard.plan.model import Plan
from wizard.quoting.markdown_text import code, fenced
from wizard.quoting.shell_text import command

Blocks = list[str]
"""Blocks of Markdown, which stand with an empty line between them."""


class Page(Frozen):
    """A runbook being written: the plan, and the translating function of its language."""

    plan: Plan
    words: Words

    def say(self, text: str, **values: object) -> str:
        """Return `text` in the runbook's language; a value that is a text stands in it as code."""
        shown = {name: code(value) if isinstance(value, str) else value for name, value in values.items()}
        return self.words(text).format(**shown)


def numbered(*lines: str) -> str:
    """Return the lines as a numbered list; a line may hold blocks of its own."""
    return "\n".join(f"{number}. {_indented(line, 3)}" for number, line in enumerate(lines, start=1))


def points(*lines: str) -> str:
    """Return the lines as a list of points."""
    return "\n".join(f"- {_indented(line, 2)}" for line in lines)


def commands(*lines: tuple[str, ...]) -> str:
    """Return shell commands as one block, a line each, every word quoted where the shell needs it."""
    return fenced("\n".join(command(*line) for line in lines), "sh")


def followed(text: str, *lines: tuple[str, ...]) -> str:
    """Return a paragraph, and below it the commands where there are any."""
    return "\n\n".join([text, *([commands(*lines)] if lines else [])])


def _indented(text: str, width: int) -> str:
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{' ' * width}{line}" if line else line for line in others)])
