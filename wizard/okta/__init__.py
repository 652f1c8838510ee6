"""The Okta side: attribute statements and claims, profile schema, features, the expression language."""
