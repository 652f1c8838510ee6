"""What exists in Okta already, read as far as a plan can hold it: an app, its attribute statements, its claims.

    existing_app(document) -> Existing            an app as Okta's API gives it, or the bundle's part of one
    existing_statements(rows, claims) -> Existing rows of name and expression, whatever they came from

Credentials that an app's settings hold are never looked at.
"""
