"""What exists in Okta and AWS becomes a plan."""
