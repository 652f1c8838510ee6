"""SAML: attribute names, the assertion as AWS receives it, the preview as Okta shows it."""
