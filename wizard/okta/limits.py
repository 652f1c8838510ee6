"""The numbers that Okta has published, each with its page."""

from typing import Final

STATEMENT_NAME_LENGTH: Final = 512
"""Longest name of an attribute statement, in characters.

https://help.okta.com/en-us/Content/Topics/Apps/define-attribute-statements.htm, read 2026-11-24.
"""

STATEMENT_VALUE_LENGTH: Final = 1024
"""Longest value (expression) of an attribute statement, in characters; the page as above.

Okta's advice for a longer one is to compute it in an attribute of the app's user profile and to refer to that.
"""

STATEMENTS_SOURCE: Final = "https://help.okta.com/en-us/Content/Topics/Apps/define-attribute-statements.htm"
"""The page that states both lengths, and that names are unique across user and group statements."""

TAG_SOURCE_LENGTH: Final = 256
"""Longest value to allow in a profile attribute that feeds a session tag, in characters.

It is AWS's limit for a tag's value (:data:`wizard.aws.limits.TAG_VALUE_LENGTH`, to which a test holds it): so Okta
refuses the value when it is entered, not AWS the sign-in.
"""
