"""Remembers what a pure function made of the very same parts of a plan, so that all who ask share one answer.

A part of a plan is frozen, and an edit keeps the parts that it does not touch: for what is one object nothing can have
changed. To compare, or to hash, the parts themselves would take longer than most answers.
"""

from _thread import allocate_lock
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Parts = TypeVarTuple("Parts")
Made = TypeVar("Made")


def remembered(kept: int) -> Callable[[Callable[[*Parts], Made]], Callable[[*Parts], Made]]:
    """Make a function remember its last `kept` answers by the identity of its arguments, given by position.

    For pure functions of frozen values whose answers are frozen too: no iterators.
    """

    def remembering(function: Callable[[*Parts], Made]) -> Callable[[*Parts], Made]:
        # An answer is held with its parts: while they live, no other object can have their identity.
        answers: dict[tuple[int, ...], tuple[Made, tuple[*Parts]]] = {}
        changing = allocate_lock()

        @wraps(function)
        def asked(*parts: *Parts) -> Made:
            key = tuple(map(id, parts))
            known = answers.get(key)
            if known is None:
                known = function(*parts), parts
                with changing:
                    answers[key] = known
                    if len(answers) > kept:
                        del answers[next(iter(answers))]
            return known[0]

        return asked

    return remembering
