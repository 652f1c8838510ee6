"""Policies for every service that tags limit, against loading the table that they are written from."""

from collections.abc import Iterator
from statistics import median

from measures.result import Result, seconds
from wizard.aws.coverage.service import Service
from wizard.aws.coverage.table import FILE, coverage, read, services
from wizard.aws.permissions import permission_policies
from wizard.plan.model import Grant, Level, Plan, Role, Tag
from wizard.resource import resource_bytes

RUNS = 5


def limited() -> Iterator[Service]:
    """Yield the services of which tags limit some action."""
    for service in services(coverage()):
        if any(group.limited_by_resource_tags for group in service.groups):
            yield service


def policies() -> list[Result]:
    """Return the ratio of writing to loading; each run's tag is another one, so that nothing is remembered."""
    data = resource_bytes("data", FILE)
    prefixes = tuple(service.prefix for service in limited())
    ratios, ours = [], []
    for run in range(RUNS + 1):
        key = f"team{run}"
        grant = Grant("all", services=prefixes, levels=(Level.LIST, Level.READ, Level.WRITE), match=(key,))
        role = Role("everybody", access=("all",))
        plan = Plan(tags=(Tag(key, "user.team"),), access=(grant,))
        loading = seconds(lambda: list(services(read(data))))
        writing = seconds(lambda plan=plan, role=role: permission_policies(plan, role))
        ratios.append(writing / loading)
        ours.append(writing)
    detail = f"{len(prefixes)} services, {median(ours[1:]) * 1000:.0f} ms"
    return [Result("policies of all services that tags limit / loading the table", median(ratios[1:]), 3, "×", detail)]


MEASURES = (policies,)
