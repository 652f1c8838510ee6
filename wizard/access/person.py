"""One person of a list, with the attributes that a plan reads."""

from wizard.access.attributes import attributes_of
from wizard.access.broken import OnBroken
from wizard.access.people_columns import people_columns
from wizard.access.stream import Readable
from wizard.plan.model import Person, Plan


def person_in(stream: Readable, plan: Plan, login: str | None, on_broken: OnBroken) -> Person | None:
    """Return the person of that login, the first without one; None where the list has nobody such.

    The list is read no further than to that person. UnreadableFile where the file has no form that is known.
    """
    attributes = attributes_of(plan)
    people = people_columns(stream, attributes, on_broken)
    for batch in people.batches:
        if login is not None and login not in batch.logins:
            continue
        place = 0 if login is None else batch.logins.index(login)
        values = (value(keys[place]) for value, keys in zip(people.values, batch.keys, strict=True))
        return Person(batch.logins[place], tuple(zip(attributes.names, values, strict=True)))
    return None
