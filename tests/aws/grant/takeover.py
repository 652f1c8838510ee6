"""The search for a take-over: from a resource that somebody else has, by allowed calls, to one that the person has."""

from itertools import product

from tests.aws.grant.world import arns, subsets
from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS, Kind
from wizard.aws.coverage.table import coverage

SETTING = (Kind.SET_TAGS, Kind.REPLACE_TAGS, Kind.CREATE, Kind.CREATE_OR_REPLACE, Kind.USE_WITH_TAGS)
OTHER = "other"
TAGGING = (Kind.SET_TAGS, Kind.REMOVE_TAGS, Kind.REPLACE_TAGS)
REPLACING = (Kind.REPLACE_TAGS, Kind.CREATE, Kind.CREATE_OR_REPLACE, Kind.USE_WITH_TAGS)
"""Kinds of actions whose call may put its tags in the place of what the resource has; a call may do so to be sure."""


class Search:
    """All states of the tags of one resource of a service, and the calls that lead from one to the next.

    Attributes:
        keys: the matched keys. mine: the person's values. goal: those keys that make a resource the person's.
        calls: what may change tags. Unless they shall do so `surely`, the tags of a creating call may go to anything
            that it touches.
    """

    def __init__(self, world, prefix, keys, mine, *, goal=None, surely=False):
        self.world = world
        self.keys = keys
        self.mine = mine
        self.goal = goal or keys
        self.spellings = (*keys, keys[0].upper(), "Name")
        self.values = {key: (mine[key.lower()], OTHER) if key.lower() in mine else ("x",) for key in self.spellings}
        self.calls = tuple(_calls(coverage().service(prefix), surely))
        self.requests = [
            dict(zip(chosen, values, strict=True))
            for chosen in subsets(self.spellings, len(keys) + 1)
            if chosen
            for values in product(*(self.values[key] for key in chosen))
        ]
        self.removals = [set(chosen) for chosen in subsets(self.spellings, 2)]

    def mine_now(self, tags):
        """Tell whether the person has the resource: a spelling of each matched key has the person's value."""
        held = {(key.lower(), value) for key, value in tags.items()}
        return all((key, self.mine[key]) in held for key in self.goal)

    def somebodys(self):
        """Return the states in which the resource has some of the matched tags, and is not the person's."""
        states = (
            {key: value for key, value in zip(self.keys, values, strict=True) if value is not None}
            for values in product(*((None, *self.values[key]) for key in self.keys))
        )
        return [tags for tags in states if set(tags) & set(self.goal) and not self.mine_now(tags)]

    def next_states(self, tags):
        """Yield what allowed calls make of the tags."""
        for action, kind, resource in self.calls:
            if kind is Kind.REMOVE_TAGS:
                yield from self._removed(action, resource, tags)
                continue
            for request in self.requests:
                if self.world.allows(action, resource, tags, request):
                    yield tags | request
                    if kind in REPLACING:
                        yield request

    def _removed(self, action, resource, tags):
        """Yield what removing leaves: where a service heeds the case of keys, and where it does not."""
        for keys in self.removals:
            if self.world.allows(action, resource, tags, keys=keys):
                yield {key: value for key, value in tags.items() if keys and key not in keys}
                spelled = {key.lower() for key in keys}
                yield {key: value for key, value in tags.items() if keys and key.lower() not in spelled}

    def taken_over(self):
        """Return the states in which the person has the resource, reached from those in which somebody else has it."""
        return [tags for tags in self.reachable(self.somebodys()) if self.mine_now(tags)]

    def reachable(self, starts):
        """Return every state that allowed calls lead to, the first ones too."""
        seen = {frozenset(tags.items()): tags for tags in starts}
        waiting = list(seen.values())
        while waiting:
            for new in self.next_states(waiting.pop()):
                if frozenset(new.items()) not in seen:
                    seen[frozenset(new.items())] = new
                    waiting.append(new)
        return list(seen.values())


def _calls(service, surely):
    """Yield calls that differ in what decides them: the kind of the action, and what AWS supplies for the resource.

    The tags of a creating call go to the types that it makes; where none of those is known, to any that it touches.
    """
    found = {}
    for group in service.groups:
        makes = any(touched.created for touched in group.touched)
        for touched in group.touched:
            tagged = touched.supplies_resource_tags and touched.created >= makes
            if surely and (group.kind is Kind.CREATE or (group.kind is Kind.CREATE_OR_REPLACE and not makes)):
                continue
            if group.kind in (*SETTING, Kind.REMOVE_TAGS) and tagged:
                keys = group.keys | touched.keys
                if group.kind not in TAGGING and REQUEST_TAG not in keys:
                    continue
                alike = (group.kind, touched.created, REQUEST_TAG in keys, TAG_KEYS in keys, len(group.touched) > 1)
                found.setdefault(alike, []).append((group, touched))
    for (kind, *_), members in found.items():
        for group, touched in members[:2]:
            yield f"{service.prefix}:{group.names[0]}", kind, arns(touched)[0]
