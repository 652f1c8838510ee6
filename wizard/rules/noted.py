"""What the grants' notes say, for the rules that pass it on."""

from collections.abc import Iterator

from wizard.aws.permissions import Note, Topic, notes
from wizard.plan.model import Plan


def noted(plan: Plan, topic: Topic) -> Iterator[Note]:
    """Yield the notes on a topic, in plan order."""
    return (note for note in notes(plan) if note.topic is topic)
