"""The diagram of the runbook: the way of everybody's values, drawn where the reader draws Mermaid, and as lines."""

from wizard.bundle.runbook.page import Blocks, Page, points
from wizard.diagram.flow import diagram
from wizard.diagram.mermaid import mermaid
from wizard.diagram.words import ways
from wizard.language import N_
from wizard.quoting.markdown_text import code, fenced


def flow(page: Page) -> Blocks:
    """Return how values get from the Okta profile to the resources; nothing for a plan without tags."""
    if not page.plan.tags:
        return []
    found = diagram(page.plan, None)
    drawing = mermaid(found, page.words)
    return [
        f"## {page.words(N_('How it flows'))}",
        page.words(N_("From the attributes in Okta to the resources in AWS, the same way for everybody:")),
        *([fenced(drawing, "mermaid")] if drawing is not None else []),
        page.words(
            N_("The same in words: Okta attribute → expression → SAML attribute → session tag → what it opens.")
        ),
        points(*ways(found, page.words, code)),
    ]
