"""The foreign characters of texts, remembered: all rules ask about the same keys and values at every key press."""

from functools import lru_cache

from wizard.aws.tag_text import foreign_characters

foreign_in = lru_cache(maxsize=16384)(foreign_characters)
"""The characters of a text outside AWS's class for tags, each once; see :func:`foreign_characters`."""
