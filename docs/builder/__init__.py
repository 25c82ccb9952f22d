"""Builds the documentation site: ``nox -s docs``."""
