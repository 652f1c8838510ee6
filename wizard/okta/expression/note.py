"""What Okta does not document about a value, in English templates without values."""

from typing import Final

from wizard.language import N_

NULL_IN_TEXT: Final = N_(
    "Okta does not document what null gives in a concatenation. Spring's expression language, which Okta's is based "
    "on, writes the word null; that is shown here."
)
NULL_ARGUMENT: Final = N_("Okta does not document what this function gives for null; null is shown here.")
NULL_COMPARED: Final = N_(
    "Okta does not document how null compares by size. In Spring's expression language null comes before everything."
)
NULL_CONDITION: Final = N_("Okta does not document a condition that is null; it is taken as false here.")
NULL_RESULT: Final = N_("Okta does not document whether null is sent as an empty value or not at all.")
EMPTY_ARRAY: Final = N_("Okta does not document whether an empty array is sent as an empty value or not at all.")
TEXT_AS_BOOLEAN: Final = N_("A text stands where Okta documents true or false; its word was taken.")
TEXT_AS_NUMBER: Final = N_("A text stands where Okta documents a number; the number it spells was taken.")
VALUE_AS_TEXT: Final = N_("A number or a boolean stands where Okta documents a text; Okta may write it otherwise.")
MIXED_COMPARISON: Final = N_(
    "Values of different types are compared; Okta does not document how. They count as different here."
)
ARITHMETIC: Final = N_("Okta does not document arithmetic; the result is that of Spring's expression language.")
OBJECT_AS_TEXT: Final = N_("Okta does not document how a value of this type is written in an assertion.")
SEARCH_EMPTY: Final = N_("Okta does not document a search for empty text; the result is that of Java's own functions.")
SEARCH_MISSES: Final = N_(
    "Okta does not document the part before or after a text that does not occur. Shown is what is usual in Java: the "
    "whole text before, nothing after."
)
SEARCH_AS_PATTERN: Final = N_(
    "Okta does not document whether replaceFirst takes its search as a regular expression; it is taken literally here."
)
OTHER_SPACES: Final = N_("Okta does not document whether other white space than the space is removed; it is kept here.")
BEYOND_16_BITS: Final = N_(
    "The text holds a character beyond U+FFFF; Okta does not document whether it counts as one or as two. It counts "
    "as one here."
)
REMOVED_ONCE: Final = N_(
    "The value stands in the array more than once; Okta does not document whether all go. All go here."
)
CODE_CASE: Final = N_("Okta does not document country codes in small letters.")
COUNTRY_NAME: Final = N_("Sources differ on the English name of this country; Okta does not document which it has.")
ROUNDED_HALF: Final = N_("Okta does not document how a half is rounded; it is rounded up here, as Java does.")
INTEGER_WRAPPED: Final = N_(
    "The number is beyond the range of integers; the result is what Okta's examples show: it wraps."
)
GROUP_ORDER: Final = N_("Okta does not document the order of groups.")
GROUP_PATTERN: Final = N_(
    "Okta's examples end group names in .* and differ on what it does; it is taken for any continuation here."
)
GROUP_REGEX: Final = N_("Okta does not document whether the whole name must match; the whole name is matched here.")
UNIX_UNIT: Final = N_(
    "Okta does not document the unit of a Unix time here. It is taken as milliseconds, as Identity Engine's page shows."
)
ZONE_EST: Final = N_("Okta's table and its example differ on EST: here it follows daylight saving, as in the example.")
FUTURE_TIME: Final = N_("The time lies ahead; Okta does not document whether it is within a span. It is not, here.")
