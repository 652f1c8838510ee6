"""The widgets of the steps."""
