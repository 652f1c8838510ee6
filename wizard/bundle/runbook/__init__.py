"""The runbook: what to do in AWS, then in Okta, then how to prove it, in the order that locks nobody out.

A part is a module with a function from a :class:`~wizard.bundle.runbook.page.Page` to blocks of Markdown.
"""

from typing import Final

RUNBOOK: Final = "README.md"
