"""Keeps the machine's own keys and proxies out."""

from support.bare import bare_environment

__all__ = ["bare_environment"]
