"""The services of AWS by prefix and name, as a person looks for them."""

from functools import lru_cache
from typing import NamedTuple

from wizard.aws.coverage.table import coverage, services


class KnownService(NamedTuple):
    """A service: the prefix that it has in a policy, and its name."""

    prefix: str
    title: str


@lru_cache(maxsize=1)
def known_services() -> tuple[KnownService, ...]:
    """Return every service, by prefix. Some ten milliseconds the first time: ask when they are looked for."""
    return tuple(KnownService(service.prefix, service.title) for service in services(coverage()))


def service_title(prefix: str) -> str:
    """Return the name of a service, empty where AWS has none of that prefix."""
    service = coverage().service(prefix)
    return "" if service is None else service.title


def matching(text: str, most: int = 50) -> tuple[KnownService, ...]:
    """Return the services that a text may mean, the likeliest first.

    The prefix itself, prefixes that begin so, words of a name that begin so, and what holds the text anywhere.
    """
    wanted = " ".join(text.lower().split())
    if not wanted:
        return known_services()[:most]
    ranked = ((_rank(service, wanted), service) for service in known_services())
    return tuple(service for rank, service in sorted(each for each in ranked if each[0] < _NOT))[:most]


_NOT = 4


def _rank(service: KnownService, wanted: str) -> int:
    title = service.title.lower()
    if service.prefix == wanted:
        return 0
    if service.prefix.startswith(wanted):
        return 1
    if title.startswith(wanted) or f" {wanted}" in f" {title}":
        return 2
    return 3 if wanted in title or wanted in service.prefix else _NOT
