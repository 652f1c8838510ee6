"""The wizard without a screen: session, steps, jobs."""
