"""The matrix of people and resources as CSV for a spreadsheet."""

from collections.abc import Iterable, Iterator

from wizard.access.inventory import Inventory
from wizard.access.matrix import Class
from wizard.quoting.csv_text import csv_text


def matrix_csv(held: Inventory, classes: Iterable[Class]) -> Iterator[str]:
    """Yield a table with one row for each class, a column for each tag."""
    keys = tuple(dict.fromkeys(key for crowd in held.people for key in crowd.tags))
    kept = tuple(dict.fromkeys(key for stock in held.resources for key in stock.tags))
    who = (*(f"person {key}" for key in keys), "people")
    what = ("resource_type", *(f"resource {key}" for key in kept), "resources")
    yield csv_text([("account", "role", *who, *what, "allowed", "refused")])
    for each in classes:
        crowd, stock = held.people[each.person], held.resources[each.resource]
        who = (*(crowd.tags.get(key, "") for key in keys), str(crowd.count))
        what = (stock.kind.name, *(stock.tags.get(key, "") for key in kept), str(stock.count))
        refused = "; ".join(f"{name}: {reason}" for name, reason in each.refused.items())
        yield csv_text([(each.account, each.role, *who, *what, " ".join(each.allowed), refused)])
