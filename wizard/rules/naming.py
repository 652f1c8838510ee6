"""Proposes a tag key: what the attribute behind a value is called."""

from wizard.plan.model import Plan


def attribute_name(expression: str) -> str | None:
    """Return the last name of ``user.team`` or ``user.profile.team``, None where the expression is no such path."""
    parts = expression.strip().split(".")
    plain = len(parts) > 1 and all(part.isascii() and part.isidentifier() for part in parts)
    return parts[-1] if plain else None


def free(plan: Plan, key: str | None, index: int) -> str | None:
    """Return `key` where the tag at `index` may take it: it is not empty, and no other tag has it in any case."""
    others = {tag.key.casefold() for place, tag in enumerate(plan.tags) if place != index}
    return key if key and key.casefold() not in others else None
