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
