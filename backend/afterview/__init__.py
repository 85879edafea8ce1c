"""Afterview: the next right step after a job interview, by when, and why."""

__version__ = "0.1.0"
