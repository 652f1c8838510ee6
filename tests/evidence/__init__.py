"""Captured sign-ins for tests: what an identity provider signs, what Okta's look like, what attackers make of them."""
