"""Findings as the command line reports them: for people, for programs, for code scanners."""
